import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportIssues } from '@/lib/actions/export-issues'
import { openImport } from '@/lib/actions/read-import'
import { uploadImport } from '@/lib/actions/upload-import'
import { fromDb, toDb } from '@/lib/data/date'
import { db } from '@/lib/data/db'
import { addUser } from '@/lib/data/district.fixture'
import { findBatch } from '@/lib/data/import-batches'
import { confirmImport } from '@/lib/data/import-confirm'
import { answerImport } from '@/lib/data/import-drafts'
import { enter, form, type IssueDistrict, makeIssueDistrict } from '@/lib/data/issue.fixture'
import { importIssues } from '@/lib/data/issue-ledger-import'
import { listIssues } from '@/lib/data/issue-list'
import { answerIssue, noteIssue } from '@/lib/data/issue-moves'
import { undoLedger } from '@/lib/data/ledger-undo'
import { openSupervision } from '@/lib/data/supervision-writes'
import type { Actor } from '@/lib/domain/access'
import { readIssueLedger } from '@/lib/domain/issue/ledger'
import { on } from '@/lib/domain/plain-date'
import { readCsv } from '@/lib/files/read-csv'
import { readXlsx } from '@/lib/files/read-xlsx'
import { noteText } from '@/lib/i18n/ledger-text'
import { issueFilter } from '@/lib/schemas/issue-list'
import { supervisionOpen } from '@/lib/schemas/supervision'

const TODAY = on('2026-11-23')
const HEAD =
  '序号,来源,企业(项目)名称,问题诉求,问题类别,提出日期,级别,牵头单位,配合单位,责任人,办理时限,当前进展情况,办理结果,办结日期,企业是否满意,是否销号,备注'
type Cells = Readonly<Record<string, string>>
const ledger = (...rows: Cells[]) =>
  [
    HEAD,
    ...rows.map((row) =>
      HEAD.split(',')
        .map((header) => row[header] ?? '')
        .join(),
    ),
  ].join('\n')
const ROW: Cells = {
  来源: '万人助万企',
  '企业(项目)名称': '热力管网',
  问题诉求: '门前道路未通',
  提出日期: '2026-11-09',
  牵头单位: '供电公司',
  办理时限: '2026-11-30',
}

async function imported(d: IssueDistrict, file: string | Buffer, name = '问题台账.csv') {
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
  const verdicts = async () =>
    (await open()).report?.projects.map(({ verdict, notes }) => [verdict, notes.map(({ code }) => code).join(' ')])
  return { id, open, confirm, verdicts }
}
const undo = (d: IssueDistrict, batchId: string) => undoLedger(d.office, { batchId }, { today: TODAY })
const all = (d: IssueDistrict) =>
  db.issue.findMany({ where: { districtId: d.districtId }, orderBy: { number: 'asc' }, include: { moves: true } })
/** Everything an import could have touched, as it is in the database. */
async function picture(d: IssueDistrict) {
  const { districtId } = d
  const issues = await db.issue.findMany({
    where: { districtId },
    orderBy: { number: 'asc' },
    omit: { version: true },
    include: { moves: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  })
  const names = (rows: readonly Readonly<{ name: string }>[]) => rows.map(({ name }) => name).sort()
  return {
    issues,
    orgs: names(await db.org.findMany({ where: { districtId }, select: { name: true } })),
    firms: names(await db.enterprise.findMany({ where: { districtId }, select: { name: true } })),
    people: names(await db.person.findMany({ where: { districtId }, select: { name: true } })),
    words: (await db.nameMapping.findMany({ where: { districtId }, select: { text: true } })).map(({ text }) => text),
  }
}

/** The workbook of everything, as a file an office opens and sends back. */
async function workbook(d: IssueDistrict, actor: Actor = d.office): Promise<Buffer> {
  const made = await exportIssues(
    actor,
    { values: { state: 'all' }, query: 'state=all' },
    { today: TODAY, now: new Date(), clock: '09:00' },
  )
  if (!made.ok) throw new Error(made.error.code)
  return made.value.bytes
}
async function cellsOf(bytes: Buffer): Promise<string[][]> {
  const read = await readXlsx(bytes)
  if (!read.ok) throw new Error('no export')
  return (read.value[0]?.rows ?? []).map((line) =>
    Array.from({ length: 24 }, (_, i) => line.cells.get(i + 1)?.text ?? ''),
  )
}
const csv = (rows: string[][]) =>
  rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join()).join('\n')
function edit(rows: string[][], text: string, header: string, said: string) {
  const head = rows.find((cells) => cells.includes('问题诉求')) ?? []
  for (const cells of rows) if (cells[head.indexOf('问题诉求')] === text) cells[head.indexOf(header)] = said
}

describe('问题台账', () => {
  test('the sample of an office: one is in hand and late, one is solved; people and units are listed', async () => {
    const d = await makeIssueDistrict()
    const sample = fs.readFileSync(path.join(import.meta.dirname, '../lib/files/testdata/issues-gb18030.csv'))
    const { open, confirm, id, verdicts } = await imported(d, sample)
    // The district has a unit that builds, under another name: nobody guesses that it is meant.
    expect(await verdicts()).toEqual([
      ['new', 'ISSUE_PLAN_UNKNOWN'],
      ['unknown', 'ISSUE_UNIT_LIKE'],
    ])
    expect((await open()).names.asked).toMatchObject([{ kind: 'ORG', text: '区建设和交通局' }])
    await answerImport(
      d.office,
      { draftId: id, answers: [{ kind: 'ORG', text: '区建设和交通局', target: '+' }] },
      { today: TODAY },
    )
    expect(await verdicts()).toEqual([
      ['new', 'ISSUE_PLAN_UNKNOWN'],
      ['new', ''],
    ])
    const { report, names, levels } = await open()
    expect(report?.unknown).toMatchObject({
      ENTERPRISE: ['郑州恒泽拓新有限公司', '郑州方舟合众有限公司'],
      ORG: ['区发改委', '区消防救援大队'],
    })
    expect(names.made).toHaveLength(4)
    expect([...((await levels?.())?.rows.values() ?? [])].map(({ level }) => level)).toEqual(['YELLOW'])
    expect(await confirm()).toEqual({ ok: true, value: { batchId: id } })
    expect(await all(d)).toMatchObject([
      {
        source: 'ASSISTANCE',
        // Nobody promised a day: the ledger has a limit, and that is no promise.
        state: 'IN_HAND',
        kind: 'FACTOR',
        leadOrgId: d.utilityId,
        plannedOn: null,
        moves: [{ kind: 'ENTER' }, { kind: 'ASSIGN' }, { kind: 'REPORT', text: '已现场勘查' }],
      },
      { source: 'WALKTHROUGH', state: 'SOLVED', kind: 'APPROVAL', satisfied: true, closedOn: null },
    ])
    // Two ledgers by source: each has its own count, nobody has their sum.
    const page = await listIssues(d.office, issueFilter.parse({ state: 'all' }), TODAY)
    expect([...page.bySource]).toEqual(
      expect.arrayContaining([
        ['ASSISTANCE', 1],
        ['WALKTHROUGH', 1],
      ]),
    )
    expect(page.counts).toBeNull()
    const again = await imported(d, sample, '再传一次.csv')
    expect((await again.verdicts())?.map(([verdict]) => verdict)).toEqual(['unchanged', 'unchanged'])
    expect(await again.confirm()).toEqual({ ok: true, value: { batchId: null } })
  })

  test('a batch goes back whole, whatever it made', async () => {
    const d = await makeIssueDistrict()
    await enter(d, d.utilityId)
    const before = await picture(d)
    const { confirm, id } = await imported(
      d,
      ledger(
        { ...ROW, 配合单位: '新成立的单位', 责任人: '钱多多 13700001111' },
        { ...ROW, '企业(项目)名称': '从没见过的公司', 办理结果: '已解决', 办结日期: '2026-11-12', 是否销号: '是' },
        {
          来源: '项目管家',
          '企业(项目)名称': '热力管网',
          问题诉求: '施工临时用电容量不足，12月进设备',
          办理结果: '已解决',
          当前进展情况: '已增容',
          备注: '现场核过',
        },
      ),
    )
    expect(await confirm()).toEqual({ ok: true, value: { batchId: id } })
    expect(await all(d)).toMatchObject([
      { state: 'TO_CONFIRM', note: '现场核过', result: '已增容' },
      { state: 'IN_HAND', moves: [{ kind: 'ENTER' }, { kind: 'ASSIGN' }] },
      { state: 'SOLVED', closedOn: new Date('2026-11-12'), projectId: null },
    ])
    expect(await findBatch(d.office, id)).toMatchObject({ kind: 'ISSUE_LEDGER', created: 2, changed: 1, touched: 3 })
    expect(await undo(d, id)).toMatchObject({ ok: true, value: { restored: 3, kept: [] } })
    expect(await picture(d)).toEqual(before)
    expect(await undo(d, id)).toMatchObject({ error: { code: 'ALREADY_UNDONE' } })
  })

  test('what somebody has worked on since stays, and says who', async () => {
    const d = await makeIssueDistrict()
    const { confirm, id } = await imported(d, ledger(ROW, { ...ROW, 问题诉求: '缺十名焊工' }))
    await confirm()
    const [first] = await all(d)
    await noteIssue(d.office, await form(first?.id ?? '', { text: '已电话催过' }), { today: TODAY })
    expect(await undo(d, id)).toMatchObject({
      value: { restored: 1, kept: [{ name: '门前道路未通', by: d.office.name, action: 'issue.note' }] },
    })
    expect((await all(d)).map(({ text }) => text)).toEqual(['门前道路未通'])
    expect(await undo(d, id)).toMatchObject({ error: { code: 'ALL_CHANGED_SINCE' } })
  })

  test('what the commission follows up with a slip stays, and says who issued it', async () => {
    const d = await makeIssueDistrict()
    const { confirm, id } = await imported(d, ledger(ROW, { ...ROW, 问题诉求: '缺十名焊工' }))
    await confirm()
    const [first] = await all(d)
    const commission = await addUser(d.districtId, 'DISCIPLINE', '孙监督', null)
    const slip = supervisionOpen.parse({
      issueId: first?.id,
      toOrgId: d.utilityId,
      matter: '道路还是不通',
      demand: '说明原因',
    })
    expect(await openSupervision(commission, slip, { today: on('2027-01-15') })).toMatchObject({ ok: true })
    expect(await undo(d, id)).toMatchObject({
      value: { restored: 1, kept: [{ name: '门前道路未通', by: '孙监督', action: 'supervision.open' }] },
    })
    expect(await undo(d, id)).toMatchObject({ error: { code: 'ALL_CHANGED_SINCE' } })
  })

  test('rows say where they are wrong, why, and how to mend them', async () => {
    const d = await makeIssueDistrict()
    const { open, verdicts } = await imported(
      d,
      ledger(
        { ...ROW, 办理结果: '说不清' },
        { ...ROW, 问题诉求: '' },
        { ...ROW, 问题诉求: '水压不足', 牵头单位: '', 办理结果: '已解决' },
        { ...ROW, 问题诉求: '证照未办', 是否销号: '是' },
        ROW,
        { ...ROW, 提出日期: '11月31日', 问题诉求: '缺地' },
        { ...ROW, 问题诉求: '电压不稳', 级别: '省里' },
      ),
    )
    expect(await verdicts()).toEqual([
      ['error', 'ISSUE_OUTCOME_UNKNOWN'],
      ['error', 'ISSUE_TEXT_EMPTY'],
      ['error', 'ISSUE_LEAD_MISSING'],
      ['error', 'ISSUE_STRUCK_OPEN'],
      ['error', 'ISSUE_TWICE'],
      ['error', 'MONTH_INVALID'],
      ['error', 'ISSUE_TIER_UNKNOWN'],
    ])
    const { report } = await open()
    for (const row of report?.projects ?? [])
      for (const note of row.notes)
        for (const locale of ['zh-CN', 'en'] as const) expect(noteText(note, locale).length).toBeGreaterThan(10)
    expect(report?.projects[3]).toMatchObject({ row: 5, sheet: expect.any(String), changes: [] })
  })

  test('an untouched export changes nothing, and an edited one moves what was edited', async () => {
    const d = await makeIssueDistrict()
    const mine = await enter(d, d.utilityId)
    await (
      await imported(
        d,
        ledger(
          { ...ROW, 配合单位: '区城管局', 责任人: '钱多多 13700001111', 办理结果: '推进中', 当前进展情况: '已进场' },
          { ...ROW, 问题诉求: '缺十名焊工', 办理结果: '解释说明', 企业是否满意: '理解', 备注: '季节性' },
          { ...ROW, 问题诉求: '补贴未到', 办理结果: '撤诉' },
          { ...ROW, 问题诉求: '路灯不亮', 牵头单位: '' },
        ),
      )
    ).confirm()
    const bytes = await workbook(d)
    const untouched = await imported(d, bytes, '问题台账.xlsx')
    expect((await untouched.verdicts())?.map(([verdict]) => verdict)).toEqual(Array(5).fill('unchanged'))
    expect(await untouched.confirm()).toEqual({ ok: true, value: { batchId: null } })

    const rows = await cellsOf(bytes)
    edit(rows, '路灯不亮', '牵头单位', '供电公司')
    edit(rows, '施工临时用电容量不足，12月进设备', '办理结果', '已解决')
    edit(rows, '施工临时用电容量不足，12月进设备', '当前进展情况', '已增容送电')
    const edited = await imported(d, csv(rows), '改过.csv')
    expect((await edited.verdicts())?.map(([verdict]) => verdict).sort()).toEqual([
      'changed',
      'changed',
      'unchanged',
      'unchanged',
      'unchanged',
    ])
    expect(await edited.confirm()).toMatchObject({ ok: true })
    expect(await db.issue.findUniqueOrThrow({ where: { id: mine } })).toMatchObject({
      state: 'TO_CONFIRM',
      outcome: 'SOLVED',
      result: '已增容送电',
    })
    expect(await db.issue.findFirstOrThrow({ where: { districtId: d.districtId, text: '路灯不亮' } })).toMatchObject({
      state: 'IN_HAND',
      leadOrgId: d.utilityId,
    })
  })

  test('a cell two people changed since the export is decided by a person', async () => {
    const d = await makeIssueDistrict()
    const mine = await enter(d, d.utilityId)
    const rows = await cellsOf(await workbook(d))
    await answerIssue(d.office, await form(mine, { text: '解释过了', outcome: 'EXPLAINED' }), { today: TODAY }).then(
      (done) => {
        if (!done.ok) throw new Error(done.error.code)
      },
    )
    edit(rows, '施工临时用电容量不足，12月进设备', '办理结果', '无法解决')
    const { open, verdicts, id } = await imported(d, csv(rows), '改过.csv')
    expect(await verdicts()).toEqual([['unknown', 'CELL_CONFLICT']])
    const [cell] = (await open()).names.cells
    expect(cell).toMatchObject({ mine: '无法解决', base: '办理中', field: 'issue.outcome' })
    await answerImport(
      d.office,
      { draftId: id, answers: [{ kind: 'CELL', text: cell?.key ?? '', target: 'theirs' }] },
      { today: TODAY },
    )
    expect(await verdicts()).toEqual([['unchanged', 'CELL_CHOSEN']])
  })

  test('205 problems of which 201 are solved are 98.0 %, and another ledger stays apart', async () => {
    const d = await makeIssueDistrict()
    const many = (n: number, more: Cells) =>
      Array.from({ length: n }, (_, i) => ({ ...ROW, 问题诉求: `${more.办理结果 ?? '在办'}的第${i + 1}件`, ...more }))
    const solved = { 办理结果: '已解决', 办结日期: '2026-11-16', 是否销号: '是' }
    const { confirm } = await imported(
      d,
      ledger(...many(201, solved), ...many(4, {}), ...many(6, { ...solved, 来源: '走流程' })),
    )
    expect(await confirm()).toMatchObject({ ok: true })
    const page = await listIssues(d.office, issueFilter.parse({ source: 'ASSISTANCE', state: 'all' }), TODAY)
    expect(page.counts).toMatchObject({ source: 'ASSISTANCE', total: 205, solved: 201, open: 4 })
    expect([page.rows.length, page.more, page.bySource.get('WALKTHROUGH')]).toEqual([50, true, 6])
  })

  test('a row of another ledger, or about somebody else, is not moved there', async () => {
    const d = await makeIssueDistrict()
    await (await imported(d, ledger(ROW))).confirm()
    const rows = await cellsOf(await workbook(d))
    edit(rows, '门前道路未通', '来源', '走流程')
    const moved = await imported(d, csv(rows), '改过.csv')
    expect(await moved.verdicts()).toEqual([['error', 'ISSUE_OTHER_LEDGER']])
    const { report } = await moved.open()
    expect(noteText(report?.projects[0]?.notes[0] as never, 'zh-CN')).toContain('万人助万企')
    edit(rows, '门前道路未通', '来源', '万人助万企')
    edit(rows, '门前道路未通', '企业(项目)名称', '别的公司')
    expect(await (await imported(d, csv(rows), '再改.csv')).verdicts()).toEqual([['error', 'ISSUE_ABOUT_FIXED']])
  })

  test('what began as a complaint is given by no ledger to the unit it is about', async () => {
    const d = await makeIssueDistrict()
    await (await imported(d, ledger({ ...ROW, 牵头单位: '' }))).confirm()
    const { id } = await db.issue.findFirstOrThrow({ where: { districtId: d.districtId } })
    await db.complaint.create({
      data: {
        districtId: d.districtId,
        number: 1,
        kind: 'DELAY',
        text: '供电公司不管',
        place: '园区',
        state: 'RECEIVED',
        againstOrgId: d.utilityId,
        issueId: id,
        clockOn: toDb(TODAY),
        receivedOn: toDb(TODAY),
        waitsSince: toDb(TODAY),
        filedOn: toDb(TODAY),
        filedHour: 9,
      },
    })
    const rows = await cellsOf(await workbook(d))
    const inField = async (header: string) => {
      const own = rows.map((cells) => [...cells])
      edit(own, '门前道路未通', header, '供电公司')
      return (await imported(d, csv(own), `${header}.csv`)).verdicts()
    }
    expect([await inField('牵头单位'), await inField('配合单位')]).toEqual(
      Array(2).fill([['error', 'COMPLAINT_ROUTE_AGAINST']]),
    )
  })

  test('the command line writes nothing where every row has to be good', async () => {
    const d = await makeIssueDistrict()
    const file = ledger(ROW, { ...ROW, 问题诉求: '缺地', 办理结果: '说不清' })
    const read = await readCsv(Buffer.from(file), '问题台账.csv')
    if (!read.ok) throw new Error(read.error.code)
    const problems = readIssueLedger(read.value, TODAY)
    if (!problems) throw new Error('no ledger')
    const input = {
      ledger: problems,
      answers: {},
      mends: [],
      fileName: '问题台账.csv',
      sha256: 'x'.repeat(64),
      reason: '台账导入',
    }
    expect(await importIssues(d.office, { ...input, strict: true }, { today: TODAY })).toEqual({
      ok: false,
      error: { code: 'LEDGER_NOT_CLEAN', rejected: 1 },
    })
    expect(await all(d)).toEqual([])
    expect(await importIssues(d.office, { ...input, strict: false }, { today: TODAY })).toMatchObject({
      value: { created: 1, rejected: 1 },
    })
    expect((await all(d)).map(({ raisedOn }) => fromDb(raisedOn))).toEqual(['2026-11-09'])
    expect(await importIssues(d.steward, { ...input, strict: false }, { today: TODAY })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  })
})
