import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { APART, apart, markTableApart, readTableApart } from './apart'
import { readTable } from './read-table'
import { sheetXml } from './testdata/make-package'
import { markBomb } from './testdata/mark-bomb'

const testdata = (name: string) => path.join(import.meta.dirname, 'testdata', name)
const reader = (name: string) => `lib/files/testdata/readers/${name}`
const nothing = { do: 'read', bytes: new Uint8Array(), fileName: '' } as const
const gone = (pid: number) => {
  try {
    process.kill(pid, 0)
    // A process nobody has waited for yet is dead all the same.
    return process.platform === 'linux' && /\nState:\s+Z/.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return true
  }
}

describe('a file read in a process of its own', () => {
  test.each(['weekly-ledger.xlsx', 'weekly-ledger-errors.xlsx', 'issues-gb18030.csv'])(
    '%s says what it says here',
    async (name) => {
      const bytes = new Uint8Array(fs.readFileSync(testdata(name)))
      expect(await readTableApart(bytes, name)).toEqual(await readTable(bytes, name))
    },
  )

  test('is refused as here', async () => {
    expect(await readTableApart(Buffer.from('PK nothing'), 'a.xlsx')).toEqual({
      ok: false,
      error: { code: 'FILE_BROKEN' },
    })
    expect(await readTableApart(new Uint8Array(), 'a.csv')).toEqual({ ok: false, error: { code: 'FILE_EMPTY' } })
  })

  test('one that never ends is ended, and the next is read', async () => {
    const ended = await apart(nothing, { ...APART, script: reader('never-ends.mjs'), ms: 1_000 })
    expect(ended).toEqual({ ok: false, error: { code: 'READER_TIME', seconds: 1 } })
    expect((await readTableApart(Buffer.from('项目名称,阶段\n甲,签约'), 'a.csv')).ok).toBe(true)
  })

  test('one that marks for ever is ended too', async () => {
    const marks = { sheet: '台账', headerRow: 1, column: 3, header: '错误说明', marks: [] }
    const job = { do: 'mark', bytes: markBomb(sheetXml('<row r="1"/>')), sheets: [marks] } as const
    expect(await apart(job, { ...APART, ms: 1_500 })).toMatchObject({ error: { code: 'READER_TIME' } })
    const small = new Uint8Array(fs.readFileSync(testdata('weekly-ledger.xlsx')))
    expect((await markTableApart(small, [])).ok).toBe(true)
  })

  test.runIf(process.platform === 'linux')(
    'one that eats memory is ended before it has more than its share',
    async () => {
      const ended = await apart(nothing, { ...APART, script: reader('eats-memory.mjs'), memoryMb: 250, ms: 60_000 })
      expect(ended).toEqual({ ok: false, error: { code: 'READER_MEMORY' } })
    },
  )

  test('one that fills its heap ends itself, and not the server', async () => {
    const ended = await apart(nothing, { ...APART, script: reader('fills-heap.mjs'), heapMb: 60, ms: 60_000 })
    expect(ended).toEqual({ ok: false, error: { code: 'READER_MEMORY' } })
  })

  test('one that breaks is told apart from one that never started', async () => {
    const broken = await apart(nothing, { ...APART, script: reader('dies.mjs') })
    expect(broken).toEqual({ ok: false, error: { code: 'READER_DIED' } })
    await expect(apart(nothing, { ...APART, script: reader('nowhere.mjs') })).rejects.toThrow(/did not start.*nowhere/s)
  })

  test('two at once, then they wait, then they are told', async () => {
    const limits = { ...APART, script: reader('never-ends.mjs'), ms: 1_000, most: 1, waiting: 1 }
    const [first, second, third] = [apart(nothing, limits), apart(nothing, limits), apart(nothing, limits)]
    expect(await third).toEqual({ ok: false, error: { code: 'READER_BUSY' } })
    expect([await first, await second].map((one) => !one.ok && one.error.code)).toEqual(['READER_TIME', 'READER_TIME'])
    expect((await readTableApart(Buffer.from('甲,乙'), 'a.csv')).ok).toBe(true)
  })

  test('nothing outlives the server that started it', async () => {
    const script = testdata('readers/leave-early.ts')
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8', timeout: 60_000 })
    const pid = Number(stdout.trim())
    expect(pid).toBeGreaterThan(0)
    await expect.poll(() => gone(pid), { timeout: 20_000 }).toBe(true)
  })
})
