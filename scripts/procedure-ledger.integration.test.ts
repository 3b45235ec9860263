import { describe, expect, test } from 'vitest'
import { exportLedger } from '@/lib/actions/export-ledger'
import { openImport } from '@/lib/actions/read-import'
import { uploadImport } from '@/lib/actions/upload-import'
import { fromDb, toDb } from '@/lib/data/date'
import { db } from '@/lib/data/db'
import { addProject, makeDistrict, START, type TestDistrict } from '@/lib/data/district.fixture'
import { findBatch } from '@/lib/data/import-batches'
import { confirmImport } from '@/lib/data/import-confirm'
import { answerImport } from '@/lib/data/import-drafts'
import { loadNameChoices } from '@/lib/data/import-names'
import { undoLedger } from '@/lib/data/ledger-undo'
import { moveProcedure } from '@/lib/data/procedure-moves'
import { rowKey } from '@/lib/domain/ledger-report'
import { addDays } from '@/lib/domain/plain-date'
import { readXlsx } from '@/lib/files/read-xlsx'
import type { ExportKind } from '@/lib/schemas/ledger-export'
import type { ProcedureMoveInput } from '@/lib/schemas/procedure'
import { projectFilter } from '@/lib/schemas/project'

const TODAY = addDays(START, 8)
const HEAD =
  '序号,项目名称,事项编码,事项名称,经办人及电话,申报日期,受理日期,承诺时限,状态,计划办结日,实际办结日,证照文号,备注'
const row = (cells: Readonly<Record<string, string>>) =>
  HEAD.split(',')
    .map((header) => cells[header] ?? '')
    .join()

async function imported(d: TestDistrict, file: string | Buffer, name = '手续办理台账.csv') {
  const sent = await uploadImport(d.office, { name, bytes: new Uint8Array(Buffer.from(file)) }, TODAY, new Date())
  if (!sent.ok) throw new Error(sent.error.code)
  const id = sent.value.draftId
  const open = async () => {
    const now = await openImport(d.office, id, TODAY)
    if (!now.ok) throw new Error(now.error.code)
    return now.value
  }
  const confirm = async () => {
    const { input, mark } = await open()
    return confirmImport(d.office, { ...input, draftId: id, seen: mark ?? '' }, { today: TODAY })
  }
  return { id, open, confirm }
}
const ledger = (...rows: Readonly<Record<string, string>>[]) => [HEAD, ...rows.map(row)].join('\n')
const stateOf = async (id: string) => (await db.procedure.findUniqueOrThrow({ where: { id } })).state
const verdicts = async (open: () => ReturnType<Awaited<ReturnType<typeof imported>>['open']>) =>
  (await open()).report?.projects.map(({ verdict, notes }) => [verdict, notes[0]?.code ?? null])

async function workbook(d: TestDistrict, kind: ExportKind): Promise<Buffer> {
  const wish = { kind, filter: projectFilter.parse({}), query: '' }
  const made = await exportLedger(d.office, wish, { today: TODAY, now: new Date(), clock: '09:00' })
  if (!made.ok) throw new Error(made.error.code)
  return made.value.bytes
}
async function exported(d: TestDistrict, kind: ExportKind): Promise<string[][]> {
  const read = await readXlsx(await workbook(d, kind))
  if (!read.ok) throw new Error('no export')
  return (read.value[0]?.rows ?? []).map((line) =>
    Array.from({ length: 40 }, (_, i) => line.cells.get(i + 1)?.text ?? ''),
  )
}
const csv = (rows: string[][]) =>
  rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join()).join('\n')
function edit(rows: string[][], item: string, header: string, text: string) {
  const head = rows.find((cells) => cells.includes('事项编码')) ?? []
  for (const cells of rows) if (cells[head.indexOf('事项编码')] === item) cells[head.indexOf(header)] = text
}

describe('手续办理台账', () => {
  test('moves states and plans by the ordinary moves, with a verdict for each row, and takes them back', async () => {
    const d = await makeDistrict()
    const { open, confirm, id } = await imported(
      d,
      ledger(
        {
          项目名称: '热力管网',
          事项编码: 'GH01',
          申报日期: '2026-11-03',
          受理日期: '2026.11.4',
          状态: '已受理',
          计划办结日: '2026-11-20',
        },
        { 项目名称: '热力管网', 事项名称: '事项SG01', 计划办结日: '12月15日' },
        { 项目名称: '热力管网', 事项编码: 'TC05', 状态: '补正中' },
        { 项目名称: '没有的项目', 事项编码: 'GH01', 状态: '办结' },
        { 项目名称: '热力管网', 事项编码: 'TC99', 状态: '办结' },
        { 项目名称: '热力管网', 事项编码: 'GH01', 状态: '已受理' },
      ),
    )
    expect(await verdicts(open)).toEqual([
      ['changed', null],
      ['changed', null],
      ['error', 'MOVE_BY_HAND'],
      ['error', 'PROCEDURE_UNKNOWN'],
      ['error', 'PROCEDURE_UNKNOWN'],
      ['error', 'TWICE'],
    ])
    expect((await open()).report?.projects[0]?.changes).toContainEqual({
      field: 'procedure.state',
      from: 'READY',
      to: 'ACCEPTED',
    })
    const before = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
    expect(await confirm()).toEqual({ ok: true, value: { batchId: id } })
    const row = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
    expect([row.state, row.acceptedOn && fromDb(row.acceptedOn), row.planFinishOn && fromDb(row.planFinishOn)]).toEqual(
      ['ACCEPTED', '2026-11-04', '2026-11-20'],
    )
    const events = await db.procedureEvent.findMany({ where: { procedureId: d.first.id }, orderBy: { seq: 'asc' } })
    expect(events.slice(-2).map((e) => [e.move, e.actorId])).toEqual([
      ['RECEIVE', d.office.userId],
      ['ACCEPT', d.office.userId],
    ])
    expect(await findBatch(d.office, id)).toMatchObject({ kind: 'PROCEDURE_LEDGER', changed: 2, touched: 2 })
    // The same file again changes nothing.
    const again = await imported(
      d,
      ledger({ 项目名称: '热力管网', 事项编码: 'GH01', 状态: '已受理', 受理日期: '2026-11-04' }),
    )
    expect(await verdicts(again.open)).toEqual([['unchanged', null]])

    expect(await undoLedger(d.office, { batchId: id }, { today: TODAY })).toMatchObject({
      ok: true,
      value: { restored: 2, kept: [] },
    })
    const back = await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
    expect([back.state, back.acceptedOn, back.planFinishOn]).toEqual([before.state, null, before.planFinishOn])
    expect(await db.procedureEvent.count({ where: { procedureId: d.first.id, move: 'TAKE_BACK' } })).toBe(2)
    expect(await undoLedger(d.office, { batchId: id }, { today: TODAY })).toMatchObject({
      error: { code: 'ALREADY_UNDONE' },
    })
  })

  test('refuses what a form would refuse: the future, a day before the last, a recorded day, an unknown state', async () => {
    const d = await makeDistrict()
    const move = { procedureId: d.first.id, version: d.first.version, kind: 'RECEIVE', on: addDays(START, 2) } as const
    expect(await moveProcedure(d.office, move, { today: TODAY })).toMatchObject({ ok: true })
    for (const [cells, code] of [
      [{ 状态: '已受理', 受理日期: '2026-12-30' }, 'FUTURE_DATE'],
      [{ 状态: '已受理', 受理日期: '2026-11-02' }, 'BEFORE_LAST_MOVE'],
      [{ 申报日期: '2026-11-03' }, 'DAY_RECORDED'],
      [{ 状态: '快好了' }, 'STATE_UNKNOWN'],
      [{ 计划办结日: '2026.13.40' }, 'MONTH_INVALID'],
      [{ 状态: '不予许可', 受理日期: '2026-11-05', 实际办结日: '2026-11-06' }, 'REASON_MISSING'],
    ] as const) {
      const { open } = await imported(d, ledger({ 项目名称: '热力管网', 事项编码: 'GH01', 备注: '', ...cells }))
      expect(await verdicts(open), JSON.stringify(cells)).toEqual([['error', code]])
    }
    expect(await stateOf(d.first.id)).toBe('RECEIVED')
  })

  test('finished by the day alone, with its certificate; a procedure somebody went on with stays at an undo', async () => {
    const d = await makeDistrict()
    const other = await addProject(d, '冷库')
    const { confirm, id } = await imported(
      d,
      ledger(
        { 项目名称: '热力管网', 事项编码: 'GH01', 实际办结日: '2026-11-05', 证照文号: '豫2026-1' },
        { 项目名称: '冷库', 事项编码: 'GH01', 状态: '已收件', 申报日期: '2026-11-05' },
      ),
    )
    expect(await confirm()).toMatchObject({ ok: true })
    expect(await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })).toMatchObject({
      state: 'DONE',
      certificateNo: '豫2026-1',
    })
    const row = await db.procedure.findUniqueOrThrow({ where: { id: other.first.id } })
    const accept = { procedureId: row.id, version: row.version, kind: 'ACCEPT', on: addDays(START, 4) } as const
    expect(await moveProcedure(d.office, accept, { today: TODAY })).toMatchObject({ ok: true })
    expect(await undoLedger(d.office, { batchId: id }, { today: TODAY })).toMatchObject({
      ok: true,
      value: { restored: 1, kept: [{ name: '冷库', by: '周办', action: 'procedure.ACCEPT' }] },
    })
    expect([await stateOf(d.first.id), await stateOf(other.first.id)]).toEqual(['READY', 'ACCEPTED'])
  })

  test('an exported one comes back without a change; a cell both have changed is chosen', async () => {
    const d = await makeDistrict()
    await db.procedure.update({ where: { id: d.second.id }, data: { planFinishOn: toDb(addDays(START, 30)) } })
    const rows = await exported(d, 'procedures')
    const untouched = await imported(d, csv(rows))
    expect(await verdicts(untouched.open)).toEqual(Array(3).fill(['unchanged', null]))
    edit(rows, 'SG01', '计划办结日', '2026-12-20')
    const mine = await imported(d, csv(rows))
    expect((await mine.open()).report?.projects.map(({ changes }) => changes.length)).toEqual([0, 1, 0])
    await db.procedure.update({ where: { id: d.second.id }, data: { planFinishOn: toDb(addDays(START, 40)) } })
    expect((await mine.open()).names.cells).toMatchObject([
      { field: 'procedure.planOn', mine: '2026-12-20', theirs: addDays(START, 40), base: addDays(START, 30) },
    ])
    const answers = [{ kind: 'CELL', text: `${d.second.id} planOn`, target: 'mine' }] as const
    await answerImport(d.office, { draftId: mine.id, answers }, { today: TODAY })
    expect(await mine.confirm()).toMatchObject({ ok: true })
    const [moved] = await db.planChange.findMany({ where: { procedureId: d.second.id } })
    expect(moved && [moved.fromOn, moved.toOn].map((day) => day && fromDb(day))).toEqual([
      addDays(START, 40),
      '2026-12-20',
    ])
  })

  test('an untouched export of every state says nothing new, as a workbook, as text, and where nobody remembers it', async () => {
    const d = await makeDistrict()
    const day = (n: number) => addDays(START, n)
    const due = { dueOn: day(20), reason: '缺一份图纸' }
    const ways: Readonly<Record<string, readonly (readonly [ProcedureMoveInput['kind'], number, object?])[]>> = {
      READY: [],
      RECEIVED: [['RECEIVE', 1]],
      // Nothing was said for five days: it counts as accepted from receipt, once on the clock and once on record.
      DEEMED: [['RECEIVE', 0]],
      ACCEPTED: [
        ['RECEIVE', 0],
        ['ACCEPT', 8],
      ],
      SUPPLEMENT: [
        ['RECEIVE', 1],
        ['ACCEPT', 2],
        ['NOTICE', 3, { reason: '补图' }],
      ],
      SPECIAL: [
        ['RECEIVE', 1],
        ['ACCEPT', 2],
        ['SPECIAL', 3, { limitWd: 10, reason: '专家评审' }],
      ],
      DONE: [
        ['RECEIVE', 1],
        ['ACCEPT', 2],
        ['FINISH', 4, { certificateNo: '豫2026-1', expiresOn: day(400) }],
      ],
      DONE_TOL: [
        ['RECEIVE', 1],
        ['ACCEPT', 2],
        ['FINISH_TOL', 4, due],
      ],
      REJECTED: [
        ['RECEIVE', 1],
        ['ACCEPT', 2],
        ['REJECT', 5, { reason: '不符合规划' }],
      ],
      WITHDRAWN: [
        ['RECEIVE', 1],
        ['WITHDRAW', 3, { reason: '改方案' }],
      ],
      FILED_AGAIN: [
        ['RECEIVE', 1],
        ['ACCEPT', 2],
        ['REJECT', 3, { reason: '不符合规划' }],
        ['RECEIVE', 4],
      ],
      NA: [['NOT_APPLICABLE', 1, { reason: '不涉及', approverId: d.head.personId }]],
    }
    for (const [name, moves] of Object.entries(ways)) {
      const { first } = await addProject(d, `项目${name}`)
      for (const [kind, n, more] of moves) {
        const { version } = await db.procedure.findUniqueOrThrow({ where: { id: first.id } })
        const move = { procedureId: first.id, version, kind, on: day(n), ...more }
        expect(await moveProcedure(d.office, move, { today: TODAY }), `${name} ${kind}`).toMatchObject({ ok: true })
      }
    }
    const states = await db.procedure.findMany({ where: { districtId: d.districtId }, distinct: ['state'] })
    expect(states).toHaveLength(11)
    const rows = await exported(d, 'procedures')
    const sheets: readonly (readonly [string | Buffer, string])[] = [
      [await workbook(d, 'procedures'), '手续办理台账.xlsx'],
      [csv(rows), '手续办理台账.csv'],
      [csv(rows.map((cells) => cells.slice(0, 23))), '自己的台账.csv'],
      [await workbook(d, 'wide'), '手续宽表.xlsx'],
    ]
    for (const [file, name] of sheets) {
      const { report } = await (await imported(d, file, name)).open()
      const odd = report?.projects.filter(({ verdict, notes }) => verdict !== 'unchanged' || notes.length > 0)
      expect(odd, name).toEqual([])
      expect(report, name).toMatchObject({ changed: 0, rejected: 0 })
    }
    // A word of its own beside an old filing does not file it again.
    edit(rows, 'GH01', '计划办结日', '2026-12-20')
    const own = await imported(d, csv(rows), '改过的台账.csv')
    const changes = (await own.open()).report?.projects.flatMap((one) => one.changes.map(({ field }) => field))
    expect(new Set(changes)).toEqual(new Set(['procedure.planOn']))
  })

  test('承诺时限 and 经办人 are checked, applied, come back without a change, and are taken back', async () => {
    const d = await makeDistrict()
    const rowOf = (cells: Readonly<Record<string, string>>) =>
      ledger({ 项目名称: '热力管网', 事项编码: 'GH01', ...cells })
    for (const [cells, found] of [
      [{ 承诺时限: '30' }, ['error', 'PROMISE_OVER_LAW']],
      [{ 承诺时限: '7天' }, ['error', 'PROMISE_UNREADABLE']],
      [{ 承诺时限: '7工作日' }, ['unchanged', null]],
      [{ 经办人及电话: '没这个人' }, ['unchanged', 'HANDLER_UNKNOWN']],
    ] as const)
      expect(await verdicts((await imported(d, rowOf(cells))).open), JSON.stringify(cells)).toEqual([found])
    const { open, confirm, id } = await imported(d, rowOf({ 承诺时限: '5个工作日', 经办人及电话: '吴经办' }))
    expect((await open()).report?.projects[0]?.changes).toEqual([
      { field: 'procedure.promised', from: 7, to: 5 },
      { field: 'procedure.handler', from: null, to: '吴经办' },
    ])
    expect(await confirm()).toMatchObject({ ok: true })
    const now = () => db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })
    expect(await now()).toMatchObject({ promisedWd: 5, handlerId: d.agency.personId })
    const rows = await exported(d, 'procedures')
    expect(rows.flat()).toContain('5工作日')
    expect((await (await imported(d, csv(rows))).open()).report).toMatchObject({ changed: 0, rejected: 0 })
    // Also where nobody remembers the export: as the office's own ledger, edited by hand.
    const own = rows.map((cells) => cells.slice(0, 23))
    const plain = (await (await imported(d, csv(own), '自己的台账.csv')).open()).report
    expect(plain).toMatchObject({ rows: 3, changed: 0, rejected: 0 })
    edit(rows, 'GH01', '承诺时限', '6工作日')
    expect((await (await imported(d, csv(rows))).open()).report).toMatchObject({ changed: 1, rejected: 0 })
    expect(await undoLedger(d.office, { batchId: id }, { today: TODAY })).toMatchObject({ value: { restored: 1 } })
    expect(await now()).toMatchObject({ promisedWd: 7, handlerId: null })
  })

  test('a handler nobody knows is asked once and remembered, among colleagues only', async () => {
    const d = await makeDistrict()
    const text = ledger({ 项目名称: '热力管网', 事项编码: 'GH01', 经办人及电话: '小吴' })
    const first = await imported(d, text)
    const { names } = await first.open()
    expect(names.asked).toMatchObject([{ kind: 'PERSON', text: '小吴', side: 'procedure.handler' }])
    const choices = await loadNameChoices(d.office, names)
    expect(choices.people.小吴?.map(({ value }) => value).sort()).toEqual([d.agency.personId, d.head.personId].sort())
    const answers = [{ kind: 'PERSON', text: '小吴', target: d.agency.personId }] as const
    await answerImport(d.office, { draftId: first.id, answers }, { today: TODAY })
    expect(await first.confirm()).toMatchObject({ ok: true })
    expect(await db.procedure.findUniqueOrThrow({ where: { id: d.first.id } })).toMatchObject({
      handlerId: d.agency.personId,
    })
    const later = await imported(d, ledger({ 项目名称: '热力管网', 事项编码: 'SG01', 经办人及电话: '小吴' }))
    expect((await later.open()).names.asked).toEqual([])
  })

  test('shows the colours that follow, of procedures and projects, which are those that come', async () => {
    const d = await makeDistrict()
    await addProject(d, '冷库')
    const { open, confirm } = await imported(
      d,
      ledger(
        { 项目名称: '热力管网', 事项编码: 'GH01', 申报日期: '2026-11-02', 受理日期: '2026-11-02', 承诺时限: '2' },
        { 项目名称: '热力管网', 事项编码: 'SG01', 计划办结日: '2026-12-15' },
        { 项目名称: '冷库', 事项编码: 'GH01', 实际办结日: '2026-11-05' },
      ),
    )
    const { levels, report } = await open()
    const shown = await levels?.()
    expect(await confirm()).toMatchObject({ ok: true })
    const stored = await db.procedure.findMany({
      where: { districtId: d.districtId },
      include: { project: { select: { name: true, level: true } } },
    })
    for (const row of report?.projects ?? []) {
      const [project, item] = row.name.split(' ')
      const now = stored.find((p) => p.project.name === project && `事项${p.code}` === item)
      expect([row.name, shown?.rows.get(rowKey(row))?.level]).toEqual([row.name, now?.level])
    }
    const projects = [...new Map(stored.map((p) => [p.project.name, p.project.level])).values()]
    for (const level of ['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY'] as const)
      expect(shown?.counts[level], level).toBe(projects.filter((one) => one === level).length)
    expect(shown?.counts.GREEN).toBeLessThan(2)
  })

  test('is written once from two windows, and taken back once', async () => {
    const d = await makeDistrict()
    const { confirm, id } = await imported(
      d,
      ledger({ 项目名称: '热力管网', 事项编码: 'GH01', 实际办结日: '2026-11-05' }),
    )
    const done = await Promise.all([confirm(), confirm()])
    expect(done.map((one) => one.ok && one.value.batchId)).toEqual([id, id])
    expect(await db.procedureEvent.count({ where: { procedureId: d.first.id, move: 'FINISH' } })).toBe(1)
    const undo = () => undoLedger(d.office, { batchId: id }, { today: TODAY })
    const back = await Promise.all([undo(), undo()])
    expect(back.map((one) => (one.ok ? one.value.restored : one.error.code)).sort()).toEqual([1, 'ALREADY_UNDONE'])
    expect(await db.procedureEvent.count({ where: { procedureId: d.first.id, move: 'TAKE_BACK' } })).toBe(1)
  })

  test('a wide table speaks of each key item: a day is the day it was finished, one ahead a plan', async () => {
    const d = await makeDistrict()
    const text = '序号,项目名称,事项GH01,★事项SG01,事项TC05\n1,热力管网,2026-11-05,计划2026-12-10,剩3'
    const { open, confirm } = await imported(d, text)
    const { report } = await open()
    expect(report?.projects.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['热力管网 事项GH01', 'changed'],
      ['热力管网 事项SG01', 'changed'],
    ])
    expect(await confirm()).toMatchObject({ ok: true })
    expect(await stateOf(d.first.id)).toBe('DONE')
    const rows = await exported(d, 'wide')
    const again = await imported(d, csv(rows), '宽表.csv')
    expect((await again.open()).report).toMatchObject({ changed: 0, rejected: 0 })
  })
})
