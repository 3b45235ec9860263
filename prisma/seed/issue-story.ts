import type { IssueState, Outcome } from '@/lib/domain/issue/issue'
import { ISSUE_TIERS, type IssueTier } from '@/lib/domain/issue/tier'
import type { PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays, type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import type { IssueStepKind } from '@/lib/schemas/issue'
import type { Random } from './random'

/** Whose hand wrote a line. */
export type Hand = 'RAISER' | 'OFFICE' | 'UNIT' | 'TASKFORCE' | 'CONTACT'

export type StoryStep = Readonly<{
  kind: IssueStepKind
  from: IssueState | null
  to: IssueState
  tier: IssueTier
  unitId: string | null
  by: Hand
  on: PlainDate
  text?: string
  outcome?: Outcome
  plannedOn?: PlainDate
  satisfied?: boolean
}>

/** What became of a problem by today, line by line, and what its row says of it. */
export type IssueStory = Readonly<{
  steps: readonly StoryStep[]
  state: IssueState
  leadId: string | null
  heldSince: PlainDate
  tierSince: PlainDate
  passed: number
  plannedOn: PlainDate | null
  outcome: Outcome | null
  result: string | null
  satisfied: boolean | null
  understood: boolean
  closedOn: PlainDate | null
}>

/** What is known of a problem before its story is told. */
export type Premise = Readonly<{
  text: string
  tier: IssueTier
  leadId: string | null
  /** A unit it went to by mistake. */
  otherId: string | null
  raisedOn: PlainDate
  /** How it ends, or where it is. */
  state: IssueState
  /** Day it was answered, of one that was. */
  answeredOn: PlainDate | null
  closedOn: PlainDate | null
  /** A first answer would not do: it was opened again and solved after all. */
  again?: boolean
  today: PlainDate
  calendar: WorkCalendar
}>

const ANSWERS: Readonly<Record<Outcome, readonly string[]>> = {
  SOLVED: ['已现场协调，问题得到解决', '方案已定并实施，企业可以按原计划推进', '手续已补齐，当天办结'],
  EXPLAINED: ['现行政策暂不支持，已当面说明并给出替代办法', '标准由省里统一规定，已把依据送到企业'],
  IN_PROGRESS: ['方案已过内审，正在排施工', '已列入本月计划，正在招标'],
  UNSOLVABLE: ['涉及上级规划，区里没有权限调整'],
}
const REPORTS = [
  '已到现场看过，正在出方案',
  '已和企业对接，等对方补一份资料',
  '方案报分管领导，今天派人现场确定',
] as const

/** Working days after which a problem that went up is told to have gone there: recent, so that no two meetings have passed. */
const RECENT_WD = 3

/** Tells how a problem came to where it is: one pair of hands after the other. */
export function tellIssue(r: Random, p: Premise): IssueStory {
  const { calendar, today } = p
  const steps: StoryStep[] = []
  const end = p.answeredOn ?? today
  const open = p.answeredOn === null
  const elapsed = workdaysBetween(calendar, p.raisedOn, end)
  const day = (n: number): PlainDate => addWorkdays(calendar, p.raisedOn, Math.max(0, Math.min(n, elapsed)))
  let state: IssueState = 'TO_ASSIGN'
  let tier: IssueTier = 'DEPARTMENT'
  let unitId: string | null = null
  let heldSince = p.raisedOn
  let tierSince = p.raisedOn
  let passed = 0
  const step = (
    kind: IssueStepKind,
    by: Hand,
    on: PlainDate,
    to: IssueState,
    more: Partial<Pick<StoryStep, 'text' | 'outcome' | 'plannedOn' | 'satisfied'>> = {},
  ) => {
    const from = steps.length === 0 ? null : state
    state = to
    steps.push({ kind, by, on, from, to, tier, unitId, ...more })
  }
  step('ENTER', 'RAISER', p.raisedOn, 'TO_ASSIGN', { text: p.text })
  if (elapsed >= 6 && p.otherId) {
    unitId = p.otherId
    heldSince = day(1)
    step('ASSIGN', 'OFFICE', heldSince, 'IN_HAND')
    unitId = null
    heldSince = day(3)
    passed = 1
    step('RETURN', 'UNIT', heldSince, 'TO_ASSIGN', { text: '不属本单位职责，建议由主管单位牵头' })
  }
  const goal = ISSUE_TIERS.indexOf(p.tier)
  for (let i = 1; i <= goal; i++) {
    tier = ISSUE_TIERS[i] ?? tier
    unitId = null
    // What is open at the district came there lately; what was settled went its way in time.
    const before = workdaysBetween(calendar, p.raisedOn, heldSince)
    const up = Math.max(open ? elapsed - RECENT_WD - (goal - i) : Math.min(2, elapsed), before)
    heldSince = tierSince = day(up)
    passed = 0
    step('RAISE', i === 1 ? 'RAISER' : 'TASKFORCE', heldSince, 'TO_ASSIGN', { text: '本级协调不下来，报上一级' })
  }
  const base = {
    heldSince,
    tierSince,
    passed,
    plannedOn: null,
    outcome: null,
    result: null,
    satisfied: null,
    understood: false,
  }
  if (p.state === 'TO_ASSIGN') return { ...base, steps, state, leadId: null, heldSince, closedOn: null }
  if (p.state === 'OUTSIDE' || p.state === 'WITHDRAWN') {
    const outside = p.state === 'OUTSIDE'
    step(outside ? 'OUTSIDE' : 'WITHDRAW', outside ? 'OFFICE' : 'RAISER', end, p.state, {
      text: outside ? '属企业间民事纠纷，已告知走诉讼或调解' : '企业已自行协商解决',
    })
    return { ...base, steps, state, leadId: null, heldSince: end, closedOn: end }
  }
  unitId = p.leadId
  heldSince = day(Math.min(workdaysBetween(calendar, p.raisedOn, heldSince) + 1, elapsed))
  step('ASSIGN', tier === 'TASKFORCE' ? 'TASKFORCE' : 'OFFICE', heldSince, 'IN_HAND')
  if (p.state === 'IN_HAND') {
    if (heldSince < end && r.chance(0.7)) step('REPORT', 'UNIT', end, 'IN_HAND', { text: r.pick(REPORTS) })
    return { ...base, steps, state, leadId: unitId, heldSince, closedOn: null }
  }
  const outcome: Outcome = p.state === 'TO_CONFIRM' ? 'SOLVED' : p.state
  const result = r.pick(ANSWERS[outcome])
  if (p.state === 'IN_PROGRESS') {
    const plannedOn = addWorkdays(calendar, today, 12)
    step('ANSWER', 'UNIT', end, 'IN_PROGRESS', { text: result, outcome, plannedOn })
    return { ...base, steps, state, leadId: unitId, heldSince, plannedOn, outcome, result, closedOn: null }
  }
  if (p.again) {
    const first = day(Math.max(workdaysBetween(calendar, p.raisedOn, heldSince), Math.floor(elapsed / 2)))
    step('ANSWER', 'UNIT', first, 'TO_CONFIRM', { text: r.pick(ANSWERS[outcome]), outcome })
    step('CONFIRM', 'CONTACT', first, 'IN_HAND', { satisfied: false })
  }
  step('ANSWER', 'UNIT', end, 'TO_CONFIRM', { text: result, outcome })
  const answered = { ...base, leadId: unitId, heldSince: end, outcome, result }
  if (p.state === 'TO_CONFIRM') return { ...answered, steps, state, closedOn: null }
  const saidOn = p.closedOn ?? end
  // What was rated before is not rated again: whoever gave it out says that it is solved.
  const satisfied = !p.again && (p.state !== 'UNSOLVABLE' || r.chance(0.5))
  step('CONFIRM', p.again ? 'OFFICE' : 'CONTACT', saidOn, p.state, p.again ? {} : { satisfied })
  const understood = p.state === 'EXPLAINED' && r.chance(0.7)
  if (p.closedOn) step('CLOSE', 'OFFICE', p.closedOn, p.state)
  return { ...answered, steps, state, heldSince: saidOn, satisfied, understood, closedOn: p.closedOn }
}
