import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const ledger = path.join(root, 'lib/files/testdata/weekly-ledger.xlsx')
// As root PostgreSQL runs as an account that must reach its data.
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'fresh-clone-'))
fs.chmodSync(dataDir, 0o755)

describe('on a fresh clone, before npm start', () => {
  afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }))

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/import.ts', ...args, '--json'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, APP_TODAY: '2026-11-23' },
    })

  test('a ledger finds the demo district, and what the command prints is the report alone', () => {
    const done = run(ledger, '--dry-run')
    expect(JSON.parse(done.stdout)).toMatchObject({
      rows: 60,
      rejected: 0,
      refused: false,
      totals: { totalWan: 3_495_200 },
    })
    expect(done.status).toBe(0)
  })

  test('a strict import that wrote nothing says so', () => {
    const file = path.join(dataDir, 'one-bad.csv')
    fs.writeFileSync(
      file,
      '序号,项目名称,总投资(万元),项目进展\n1,北岭冷链仓库,3000,办理手续\n2,北岭检测中心,三千多,办理手续\n',
    )
    const done = run(file, '--strict')
    expect(JSON.parse(done.stdout)).toMatchObject({ rows: 2, rejected: 1, refused: true, batchId: null })
    expect(done.status).toBe(1)
  })
})
