import { describe, expect, test } from 'vitest'
import type { GridCell, GridSheet } from '../ledger-grid'
import { on } from '../plain-date'
import { PUBLISHED_YEARS } from '../published-years'
import { buildCalendar } from '../work-calendar'
import { issueExports, readIssueLedger } from './ledger'
import { issueHeader } from './ledger-header'
import { type IssueImport, type KnownIssue, planIssueRow } from './ledger-plan'
import { kindSaid, ratingSaid, sourceSaid, stateSaid, struckSaid, tierSaid } from './ledger-words'

const today = on('2026-11-23')
const c: IssueImport = { today, calendar: buildCalendar(PUBLISHED_YEARS), reason: '台账导入：问题台账.csv' }

const sheet = (...lines: string[]): GridSheet => ({
  name: '问题台账',
  hidden: false,
  date1904: false,
  merges: [],
  rows: lines.map((line, i) => ({
    number: i + 1,
    hidden: false,
    cells: new Map(
      line
        .split(',')
        .flatMap((text, at): [number, GridCell][] =>
          text === '' ? [] : [[at + 1, { kind: 'text', text, formula: false, long: false }]],
        ),
    ),
  })),
})
const HEADER =
  '序号,问题编号,来源,企业(项目)名称,问题诉求,问题类别,提出日期,级别,牵头单位,配合单位,责任人,办理时限,当前进展情况,办理结果,企业是否满意'
const SAMPLE = [
  '1,,万人助万企,郑州恒泽拓新有限公司,临时用电容量不足，需增容630千伏安,要素,2026.11.3,部门,供电公司,区发改委,,2026-11-18,已现场勘查,推进中,',
  '2,,走流程,郑州方舟合众有限公司,消防验收需重复提交图纸,审批,2026年11月5日,部门,区建设和交通局,区消防救援大队,,2026.11.20,已取消重复材料,已解决,满意',
]
const read = (...lines: string[]) => readIssueLedger([sheet(HEADER, ...lines)], today)?.rows ?? []
/** A row of the long header with some cells said. */
const rowOf = (cells: Readonly<Record<string, string>>) => {
  const header = `${HEADER},是否销号,办结日期,交办日期,备注,回访情况`
  const line = header
    .split(',')
    .map((name) => cells[name] ?? '')
    .join(',')
  const [row] = readIssueLedger([sheet(header, line)], today)?.rows ?? []
  if (!row) throw new Error('no row')
  return row
}
const BASE = { '企业(项目)名称': '甲公司', 问题诉求: '门前道路未通', 提出日期: '2026-11-02', 牵头单位: '区住建局' }
const planned = (cells: Readonly<Record<string, string>>, known: KnownIssue | null = null, leadId = 'build') =>
  planIssueRow(rowOf({ ...BASE, ...cells }), known, cells.牵头单位 === '' ? {} : { leadId }, c)
const codes = (plan: ReturnType<typeof planned>) =>
  plan.notes.filter(({ severity }) => severity === 'error').map(({ code }) => code)
/** The problem a plan leaves behind, as the next ledger meets it. */
const after = (plan: ReturnType<typeof planned>, progress: string | null = null): KnownIssue => ({
  facts: plan.facts,
  words: plan.words,
  raisedOn: plan.raisedOn,
  progress,
})

describe('a ledger of problems is known by its header', () => {
  test.each([
    [HEADER, true],
    ['企业问题诉求,问题交办单位,当前进展情况,解决问题时限,回访情况', true],
    ['序号,企业名称,存在问题,责任单位,完成时限,办理结果', true],
    ['序号,项目名称,所属专班,总投资(万元),阶段,存在问题,需协调解决事项', false],
    ['项目名称,事项名称,申报日期,受理日期,状态,办理结果', false],
    ['序号,单号,类型,工作事项,工作要求,责任单位,责任人,时限要求,签收时间,反馈情况,是否逾期,销号日期', false],
    ['序号,会议,议定事项,牵头单位,配合单位,责任人,完成时限,进展,状态', false],
  ])('%s', (header, is) => expect(issueHeader(sheet(header)) !== null).toBe(is))
})

describe('a ledger without a column for its source', () => {
  const bare = '企业名称,问题诉求,责任单位,提出日期,办理结果'
  const line = '甲公司,门前道路未通,区住建局,2026-11-02,办理中'
  const sourceIn = (...lines: string[]) => readIssueLedger([sheet(...lines)], today)?.rows[0]?.source
  test('is kept where its title says', () => {
    expect(sourceIn('二七区万人助万企问题台账', bare, line)).toBe('ASSISTANCE')
    expect(sourceIn('一把手走流程问题清单', bare, line)).toBe('WALKTHROUGH')
    expect(sourceIn('产业项目问题台账', bare, line)).toBeNull()
    // Its own column speaks, said or not.
    expect(sourceIn('二七区万人助万企问题台账', `来源,${bare}`, `,${line}`)).toBeNull()
  })
})

describe('the ledger an office sent', () => {
  test('is read row by row', () => {
    expect(read(...SAMPLE)).toMatchObject([
      {
        source: 'ASSISTANCE',
        about: '郑州恒泽拓新有限公司',
        kind: 'FACTOR',
        tier: 'DEPARTMENT',
        lead: '供电公司',
        supports: ['区发改委'],
        days: { raisedOn: '2026-11-03', dueOn: '2026-11-18' },
        said: { state: 'IN_PROGRESS', asked: false },
        rating: null,
        notes: [],
      },
      {
        source: 'WALKTHROUGH',
        kind: 'APPROVAL',
        days: { raisedOn: '2026-11-05', dueOn: '2026-11-20' },
        said: { state: 'SOLVED', asked: false },
        rating: { satisfied: true, understood: false },
        notes: [],
      },
    ])
  })
  test('makes one that goes on, late, and one that is solved', () => {
    const [first, second] = read(...SAMPLE)
    const one = first && planIssueRow(first, null, { leadId: 'power' }, c)
    expect(one?.facts).toMatchObject({
      state: 'IN_HAND',
      leadId: 'power',
      heldSince: '2026-11-03',
      dueOn: '2026-11-18',
      plannedOn: null,
      closedOn: null,
    })
    expect(one?.moves.map(({ move }) => move.kind)).toEqual(['ASSIGN', 'REPORT'])
    expect(one?.notes.map(({ code }) => code)).toContain('ISSUE_PLAN_UNKNOWN')
    const two = second && planIssueRow(second, null, { leadId: 'build' }, c)
    expect(two?.facts).toMatchObject({ state: 'SOLVED', satisfied: true, closedOn: null })
    expect(two?.moves.map(({ move }) => move.kind)).toEqual(['ASSIGN', 'ANSWER', 'CONFIRM'])
  })
  test('totals, blank lines and rows left out are no problems', () =>
    expect(
      read('合计,,,,,,,,,,,,,,', '3,,,合计,,,,,,,,,,,', '4,,,甲,不导入,,,,,,,,,,', '5,,,甲,路不通,,,,,,,,,,').map(
        ({ name }) => name,
      ),
    ).toEqual(['路不通']))
  test('a name without a problem asks for it', () =>
    expect(read('1,,,甲公司,,,,,,,,,,,')[0]?.notes).toMatchObject([{ code: 'ISSUE_TEXT_EMPTY', severity: 'error' }]))
  test('a range merged downward speaks for every row', () => {
    const grid = {
      ...sheet(HEADER, '1,,,甲公司,路不通,,,,,,,,,,', '2,,,,水不通,,,,,,,,,,'),
      merges: [{ top: 2, left: 4, bottom: 3, right: 4 }],
    }
    expect(readIssueLedger([grid], today)?.rows.map(({ about }) => about)).toEqual(['甲公司', '甲公司'])
  })
  test('cells a workbook could not work out, or that are cut off, keep their row out', () => {
    const grid = sheet(HEADER, SAMPLE[0] ?? '')
    const spoiled = (at: number, more: Partial<GridCell>): GridSheet => ({
      ...grid,
      rows: grid.rows.map((row) => {
        const cell = row.cells.get(at)
        return row.number === 1 || !cell ? row : { ...row, cells: new Map([...row.cells, [at, { ...cell, ...more }]]) }
      }),
    })
    const said = (at: number, more: Partial<GridCell>) =>
      readIssueLedger([spoiled(at, more)], today)?.rows[0]?.notes.map(({ code, params }) => [code, params.field])
    expect(said(13, { kind: 'error', text: '#REF!' })).toEqual([['CELL_ERROR', 'issue.progress']])
    expect(said(13, { long: true })).toEqual([['CELL_TOO_LONG', 'issue.progress']])
    expect(said(9, { formula: true, text: '' })).toEqual([['FORMULA_EMPTY', 'issue.lead']])
  })
  test('several leading units: the first leads, the others help', () =>
    expect(rowOf({ ...BASE, 牵头单位: '区住建局、区城管局', 配合单位: '侯寨街道' })).toMatchObject({
      lead: '区住建局',
      supports: ['区城管局', '侯寨街道'],
    }))
  test('words nobody knows keep a row out where it would be guessed, and are only said where not', () => {
    const { notes } = rowOf({
      ...BASE,
      来源: '12345热线',
      问题类别: '综合',
      级别: '省',
      办理结果: '看看再说',
      企业是否满意: '一般',
      提出日期: '13月2日',
      是否销号: '待定吧',
    })
    expect(notes.map(({ code, severity }) => `${severity} ${code}`).sort()).toEqual([
      'error ISSUE_OUTCOME_UNKNOWN',
      'error ISSUE_STRUCK_UNKNOWN',
      'error ISSUE_TIER_UNKNOWN',
      'error MONTH_INVALID',
      'warning ISSUE_KIND_OTHER',
      'warning ISSUE_RATING_UNKNOWN',
      'warning ISSUE_SOURCE_OTHER',
    ])
  })
  test('only our own numbers are numbers of ours', () => {
    expect(rowOf({ ...BASE, 问题编号: '问题〔2026〕417' }).number).toBe(417)
    expect(rowOf({ ...BASE, 问题编号: '17' }).number).toBeNull()
  })
  test('names the exports its rows come from', () => {
    const grid = sheet(
      '企业名称,问题诉求,办理结果,牵头单位,系统编号,导出编号',
      '甲,路不通,,,A1,E1',
      '乙,水不通,,,A2,E1',
    )
    expect([...issueExports([grid])]).toEqual(['e1'])
  })
})

describe('words of offices', () => {
  test.each([
    ['已解决', 'SOLVED', false],
    ['已解决（待确认）', 'SOLVED', true],
    ['已办结', 'SOLVED', false],
    ['解释说明', 'EXPLAINED', false],
    ['推进中', 'IN_PROGRESS', false],
    ['持续跟踪', 'IN_PROGRESS', false],
    ['无法解决', 'UNSOLVABLE', false],
    ['未解决', 'IN_HAND', false],
    ['未办结', 'IN_HAND', false],
    ['办理中', 'IN_HAND', false],
    ['待分办', 'TO_ASSIGN', false],
    ['待确认', null, false],
    ['撤诉', 'WITHDRAWN', false],
    ['不属政府职责', 'OUTSIDE', false],
  ])('%s', (text, state, asked) => expect(stateSaid(text)).toEqual(state && { state, asked }))
  test('about a rating', () => {
    expect(ratingSaid('满意')).toEqual({ satisfied: true, understood: false })
    expect(ratingSaid('不满意')).toEqual({ satisfied: false, understood: false })
    expect(ratingSaid('满意（理解）')).toEqual({ satisfied: true, understood: true })
    expect(ratingSaid('表示理解')).toEqual({ satisfied: null, understood: true })
    expect(ratingSaid('一般')).toBeNull()
  })
  test('about tiers, kinds, sources and striking off', () => {
    expect(['部门级', '专班', '区级', '市级', '省'].map(tierSaid)).toEqual([
      'DEPARTMENT',
      'TASKFORCE',
      'DISTRICT',
      'CITY',
      null,
    ])
    expect(['要素', '用工', '融资需求', '行政审批', '其它'].map(kindSaid)).toEqual([
      'FACTOR',
      'LABOUR',
      'FINANCE',
      'APPROVAL',
      'OTHER',
    ])
    expect(['项目管家提出', '一把手走流程', '营商环境监测点', '周例会', '12345'].map(sourceSaid)).toEqual([
      'STEWARD',
      'WALKTHROUGH',
      'MONITOR_POINT',
      'MEETING',
      null,
    ])
    expect(['是', '已销号', '否', '？'].map(struckSaid)).toEqual([true, true, false, null])
  })
})

describe('a new problem', () => {
  test('without a unit waits to be given out, its term running since it was raised', () =>
    expect(planned({ 牵头单位: '' }).facts).toMatchObject({
      state: 'TO_ASSIGN',
      leadId: null,
      heldSince: '2026-11-02',
      dueOn: '2026-11-05',
    }))
  test('with a unit is in hand since it was given out', () =>
    expect(planned({ 交办日期: '2026-11-04', 办理时限: '2026-11-30', 当前进展情况: '已现场看过' })).toMatchObject({
      facts: { state: 'IN_HAND', heldSince: '2026-11-04', dueOn: '2026-11-30' },
      moves: [{ move: { kind: 'ASSIGN' } }, { move: { kind: 'REPORT', text: '已现场看过' } }],
    }))
  test('that was struck off keeps the day it was settled', () =>
    expect(planned({ 办理结果: '已解决', 办结日期: '2026-11-10', 是否销号: '是' }).facts).toMatchObject({
      state: 'SOLVED',
      satisfied: null,
      heldSince: '2026-11-10',
      closedOn: '2026-11-10',
    }))
  test('an explanation counts as understood only where the enterprise said so', () => {
    expect(planned({ 办理结果: '解释说明', 企业是否满意: '理解' }).facts.understood).toBe(true)
    expect(planned({ 办理结果: '解释说明', 企业是否满意: '满意' }).facts.understood).toBe(false)
  })
  test('solved though the enterprise is not satisfied is kept as the ledger says it, and said', () => {
    const plan = planned({ 办理结果: '已解决', 企业是否满意: '不满意' })
    expect(plan.facts).toMatchObject({ state: 'SOLVED', satisfied: false, reopened: 0 })
    expect(plan.notes.map(({ code }) => code)).toContain('ISSUE_UNSATISFIED')
  })
  test.each([
    [{ 牵头单位: '', 办理结果: '已解决' }, 'ISSUE_LEAD_MISSING'],
    [{ 是否销号: '是' }, 'ISSUE_STRUCK_OPEN'],
    [{ 提出日期: '2026-12-01' }, 'FUTURE_DATE'],
    [{ 办理时限: '2026-11-01' }, 'ISSUE_DUE_BACK'],
    [{ 办理结果: '已解决', 办结日期: '2026-11-01' }, 'BEFORE_LAST_MOVE'],
    [{ 级别: '市' }, 'ISSUE_DUE_MISSING'],
  ])('%o is refused: %s', (cells, code) => {
    const plan = planned(cells)
    expect(codes(plan)).toContain(code)
    expect([plan.moves, plan.changes]).toEqual([[], []])
  })
})

describe('a problem that is known', () => {
  const open = planned({ 办理时限: '2026-11-30', 当前进展情况: '已现场看过' })
  test.each<Readonly<Record<string, string>>>([
    {},
    { 办理时限: '2026-11-30', 当前进展情况: '已现场看过' },
    { 办理结果: '办理中' },
  ])('said again changes nothing: %o', (cells) =>
    expect(planned(cells, after(open, '已现场看过'))).toMatchObject({ changes: [], moves: [], notes: [] }),
  )
  test.each([
    [{ 办理结果: '已解决', 企业是否满意: '满意' }],
    [{ 办理结果: '已解决' }],
    [{ 办理结果: '推进中', 办理时限: '2026-11-30' }],
    [{ 办理结果: '已解决', 企业是否满意: '不满意' }],
    [{ 办理结果: '撤诉' }],
    [{ 办理结果: '无法解决', 办结日期: '2026-11-10', 是否销号: '是' }],
  ])('the same file twice changes nothing the second time: %o', (cells) => {
    const first = planned(cells)
    expect(codes(first)).toEqual([])
    expect(planned(cells, after(first))).toMatchObject({ changes: [], moves: [] })
  })
  test('answered by a ledger waits for the enterprise, unless the row has its word or strikes it off', () => {
    expect(planned({ 办理结果: '已解决' }, after(open)).facts.state).toBe('TO_CONFIRM')
    expect(planned({ 办理结果: '已解决', 企业是否满意: '满意' }, after(open)).facts).toMatchObject({
      state: 'SOLVED',
      satisfied: true,
    })
    expect(planned({ 办理结果: '已解决', 企业是否满意: '不满意' }, after(open)).facts).toMatchObject({
      state: 'IN_HAND',
      reopened: 1,
    })
    expect(planned({ 办理结果: '已解决', 是否销号: '是' }, after(open)).facts).toMatchObject({
      state: 'SOLVED',
      closedOn: '2026-11-23',
    })
  })
  test('goes to another unit as passed on, and its person stays behind', () => {
    const plan = planned({}, { ...after(open), words: { ...open.words, ownerId: 'wang' } }, 'power')
    expect(plan.facts).toMatchObject({ leadId: 'power', passed: 1, heldSince: '2026-11-23' })
    expect(plan.words.ownerId).toBeNull()
  })
  test('passed on a third time it goes a tier up, and that is said', () => {
    const plan = planned({}, { ...after(open), facts: { ...open.facts, passed: 2 } }, 'power')
    expect(plan.facts).toMatchObject({ tier: 'TASKFORCE', state: 'TO_ASSIGN', leadId: null })
    expect(plan.notes.map(({ code }) => code)).toContain('ISSUE_WENT_UP')
  })
  test('rises tier by tier and never sinks', () => {
    expect(planned({ 级别: '区', 牵头单位: '' }, after(open)).facts).toMatchObject({
      tier: 'DISTRICT',
      state: 'TO_ASSIGN',
    })
    const high = { ...after(open), facts: { ...open.facts, tier: 'DISTRICT' as const } }
    expect(codes(planned({ 级别: '部门' }, high))).toEqual(['ISSUE_TIER_DOWN'])
  })
  test.each([
    [{ 办理时限: '2026-12-31' }, 'ISSUE_FIXED'],
    [{ 提出日期: '2026-11-03' }, 'ISSUE_FIXED'],
    [{ 办理结果: '待分办' }, undefined],
  ])('%o: %s', (cells, code) => expect(codes(planned(cells, after(open)))[0]).toBe(code))
  test('settled it is reopened by hand', () => {
    const done = after(planned({ 办理结果: '已解决' }))
    expect(codes(planned({ 办理结果: '推进中', 办理时限: '2026-12-31' }, done))[0]).toBeDefined()
    expect(codes(planned({ 办理结果: '办理中' }, done))).toEqual(['ISSUE_BY_HAND'])
    expect(codes(planned({ 办理结果: '已解决', 办结日期: '2026-11-12' }, done))).toEqual(['ISSUE_FIXED'])
  })
  test('settled it is rated once', () => {
    const done = after(planned({ 办理结果: '已解决' }))
    const rated = planned({ 办理结果: '已解决', 企业是否满意: '满意' }, done)
    expect(rated.facts).toMatchObject({ state: 'SOLVED', satisfied: true })
    expect(codes(planned({ 办理结果: '已解决', 企业是否满意: '不满意' }, after(rated)))).toEqual(['ISSUE_RATED_BEFORE'])
  })
})
