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

  test('a ledger finds the demo district, and what the command prints is the report alone', () => {
    const done = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/import.ts', ledger, '--dry-run', '--json'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, APP_TODAY: '2026-11-23' },
    })
    expect(JSON.parse(done.stdout)).toMatchObject({ rows: 60, rejected: 0, totals: { totalWan: 3_495_200 } })
    expect(done.status).toBe(0)
  })
})
