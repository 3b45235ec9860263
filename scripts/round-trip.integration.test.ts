import { describe, expect, test } from 'vitest'
import { exportLedger } from '@/lib/actions/export-ledger'
import { openImport } from '@/lib/actions/read-import'
import { uploadImport } from '@/lib/actions/upload-import'
import { db } from '@/lib/data/db'
import { addProject, makeDistrict, START, type TestDistrict } from '@/lib/data/district.fixture'
import { confirmImport } from '@/lib/data/import-confirm'
import { answerImport } from '@/lib/data/import-drafts'
import { moneyMissing } from '@/lib/domain/ledger-missing'
import { addDays } from '@/lib/domain/plain-date'
import { readXlsx } from '@/lib/files/read-xlsx'
import { projectFilter } from '@/lib/schemas/project'

const NOW = new Date('2026-11-02T01:00:00Z')

/** The weekly ledger of a district as it leaves, each row a list of texts. */
async function exported(d: TestDistrict): Promise<string[][]> {
  const wish = { kind: 'weekly', filter: projectFilter.parse({}), query: '' } as const
  const made = await exportLedger(d.office, wish, { today: START, now: NOW, clock: '09:00' })
  const read = made.ok ? await readXlsx(made.value.bytes) : null
  if (!read?.ok) throw new Error('no export')
  return (read.value[0]?.rows ?? []).map((row) =>
    Array.from({ length: 40 }, (_, i) => row.cells.get(i + 1)?.text ?? ''),
  )
}
const columnOf = (rows: string[][], header: string) =>
  rows.find((row) => row.includes('项目名称'))?.findIndex((text) => text.startsWith(header)) ?? -1
function edit(rows: string[][], name: string, header: string, text: string) {
  const [at, column] = [columnOf(rows, '项目名称'), columnOf(rows, header)]
  for (const row of rows) if (row[at] === name) row[column] = text
}
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

async function imported(d: TestDistrict, rows: string[][], today = START) {
  const bytes = new Uint8Array(Buffer.from(rows.map((row) => row.map(quoted).join()).join('\n')))
  const sent = await uploadImport(d.office, { name: '周调度台账.csv', bytes }, today, new Date())
  if (!sent.ok) throw new Error(sent.error.code)
  const open = async () => {
    const now = await openImport(d.office, sent.value.draftId, today)
    if (!now.ok) throw new Error(now.error.code)
    return now.value
  }
  return { id: sent.value.draftId, open }
}
const project = (d: TestDistrict) => db.project.findUniqueOrThrow({ where: { id: d.projectId } })

async function filled() {
  const d = await makeDistrict()
  await addProject(d, '冷库')
  await db.project.update({
    where: { id: d.projectId },
    data: { totalFen: 123_456_789n, content: '建设泵站', note: '旧', progressText: '打桩', nextPlanText: '封顶' },
  })
  return d
}

describe('an exported ledger comes back', () => {
  test('untouched it changes nothing, a week later and as a spreadsheet shows its money too', async () => {
    const d = await filled()
    const rows = await exported(d)
    for (const today of [START, addDays(START, 9)]) {
      const { open } = await imported(d, rows, today)
      const { report } = await open()
      expect(report).toMatchObject({ rows: 2, unchanged: 2, changed: 0, rejected: 0 })
      // Cells left alone still say what the file comes to.
      expect(report && moneyMissing(report)).toEqual([])
      expect(report?.totals.totalWan).toBeCloseTo(123.456789)
    }
    // 123.456789 万元 as a spreadsheet shows it; then typed otherwise.
    for (const [text, changed] of [
      ['123.46', 0],
      ['123.47', 1],
      ['1,234.00', 1],
    ] as const) {
      edit(rows, '热力管网', '总投资', text)
      expect((await (await imported(d, rows)).open()).report, text).toMatchObject({ changed, rejected: 0 })
    }
  })

  test('untouched it does not undo what others have entered since', async () => {
    const d = await filled()
    const rows = await exported(d)
    const since = { name: '热力管网二期', note: '新', totalFen: 5n, progressText: '封顶', version: { increment: 1 } }
    await db.project.update({ where: { id: d.projectId }, data: since })
    const { open } = await imported(d, rows)
    expect((await open()).report).toMatchObject({ unchanged: 2, changed: 0, rejected: 0 })
  })

  test('a cell only one has changed goes in; a cell both have changed is shown three ways and chosen', async () => {
    const d = await filled()
    const rows = await exported(d)
    edit(rows, '热力管网', '备注', '我的')
    edit(rows, '热力管网', '建设内容', '建设泵站两座')
    edit(rows, '热力管网', '下步计划', '验收')
    await db.project.update({
      where: { id: d.projectId },
      data: { note: '他的', nextPlanText: '验收', progressText: '封顶', version: { increment: 1 } },
    })
    const { id, open } = await imported(d, rows)
    const first = await open()
    expect(first.names.cells).toEqual([
      {
        key: `${d.projectId} note`,
        name: '热力管网',
        row: expect.any(Number),
        field: 'note',
        mine: '我的',
        theirs: '他的',
        base: '旧',
        choice: '',
      },
    ])
    expect(first.report?.projects[0]?.verdict).toBe('unknown')
    const choose = (target: string) =>
      answerImport(
        d.office,
        { draftId: id, answers: [{ kind: 'CELL', text: `${d.projectId} note`, target }] },
        { today: START },
      )
    await choose('theirs')
    const theirs = await open()
    expect(theirs.report?.projects[0]?.changes.map(({ field }) => field)).toEqual(['content'])
    await choose('mine')
    const mine = await open()
    expect(mine.names.cells).toMatchObject([{ choice: 'mine' }])
    expect(mine.report?.projects[0]?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['content', '建设泵站', '建设泵站两座'],
      ['note', '他的', '我的'],
    ])
    const done = await confirmImport(d.office, { ...mine.input, draftId: id, seen: mine.mark ?? '' }, { today: START })
    expect(done).toMatchObject({ ok: true })
    expect(await project(d)).toMatchObject({ note: '我的', content: '建设泵站两座', progressText: '封顶' })
    expect(await db.nameMapping.count({ where: { districtId: d.districtId } })).toBe(0)
  })

  test('an export of another district says nothing about this one', async () => {
    const [d, other] = [await filled(), await filled()]
    const { open } = await imported(other, await exported(d))
    const { report } = await open()
    expect(report?.projects.map(({ notes }) => notes[0]?.code)).toEqual(['ID_UNKNOWN', 'ID_UNKNOWN'])
  })
})
