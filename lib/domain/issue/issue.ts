import type { PlainDate } from '../plain-date'
import type { WorkCalendar } from '../work-calendar'
import { defaultIssueDue, type IssueTier } from './tier'

/** Where a problem comes from 来源: each source is a ledger of its own, and no figure is told over two of them. */
export const ISSUE_SOURCES = [
  'LEDGER', // 台账导入
  'STEWARD', // 项目管家
  'CONTACT', // 项目单位
  'STREET', // 板块、街道
  'MEETING', // 周例会
  'WALKTHROUGH', // 一把手走流程
  'ASSISTANCE', // 万人助万企
  'MONITOR_POINT', // 营商环境监测点
] as const
export type IssueSource = (typeof ISSUE_SOURCES)[number]

/** Where a problem stands 办理状态. */
export const ISSUE_STATES = [
  'TO_ASSIGN', // 待分办
  'IN_HAND', // 办理中
  'TO_CONFIRM', // 待确认
  'SOLVED', // 已解决
  'EXPLAINED', // 解释说明
  'IN_PROGRESS', // 推进中
  'UNSOLVABLE', // 无法解决
  'WITHDRAWN', // 撤诉
  'OUTSIDE', // 不属政府职责
] as const
export type IssueState = (typeof ISSUE_STATES)[number]

/** What a unit answers 办理结果. */
export const OUTCOMES = ['SOLVED', 'EXPLAINED', 'IN_PROGRESS', 'UNSOLVABLE'] as const satisfies readonly IssueState[]
export type Outcome = (typeof OUTCOMES)[number]

/** A problem as far as its moves depend on it. */
export type IssueCase = Readonly<{
  state: IssueState
  tier: IssueTier
  /** The unit that has it; null while it waits to be given out. */
  leadId: string | null
  /** Day it came to where it is now 谁手上、从哪天起. */
  heldSince: PlainDate
  /** How often it was passed on or given back at this tier. */
  passed: number
  dueOn: PlainDate | null
  /** The day something that goes on is planned to be done. */
  plannedOn: PlainDate | null
  outcome: Outcome | null
  /** What the enterprise said of it, once; null while it was not asked. */
  satisfied: boolean | null
  /** The enterprise ticked that it understands 理解: an explanation then counts in the loose rate. */
  understood: boolean
  reopened: number
  /** Day it was opened again last 重新打开: its term runs from there. */
  reopenedOn: PlainDate | null
  /** Struck off the list 销号. */
  closedOn: PlainDate | null
}>

/** A problem on the day it is entered: its term runs from then, whether anybody gives it out or not. */
export const newIssue = (tier: IssueTier, on: PlainDate, calendar: WorkCalendar): IssueCase => ({
  state: 'TO_ASSIGN',
  tier,
  leadId: null,
  heldSince: on,
  passed: 0,
  dueOn: defaultIssueDue(tier, on, calendar),
  plannedOn: null,
  outcome: null,
  satisfied: null,
  understood: false,
  reopened: 0,
  reopenedOn: null,
  closedOn: null,
})

/** States in which a problem waits for somebody, struck off or not. */
const OPEN: ReadonlySet<IssueState> = new Set(['TO_ASSIGN', 'IN_HAND', 'TO_CONFIRM', 'IN_PROGRESS'])

/** Whether a problem still waits for somebody; one that cannot be solved waits to be struck off 无法解决、等销号. */
export const isOpenIssue = ({ state, closedOn }: Pick<IssueCase, 'state' | 'closedOn'>): boolean =>
  OPEN.has(state) || (state === 'UNSOLVABLE' && closedOn === null)

/** In whose hands a problem is: a unit's, those of whoever gives it out at its tier, or of whoever raised it. */
export type IssueHolder = Readonly<
  { kind: 'UNIT'; id: string } | { kind: 'TIER'; tier: IssueTier } | { kind: 'RAISER' }
>

/**
 * The one who has a problem now 当前责任人: there is one as long as it is open, and never two.
 *
 * @param isGone whether a unit does not exist any more: then it lies with whoever gives problems out at its tier
 * @source other-mechanisms §9
 */
export function issueHolder(
  issue: Pick<IssueCase, 'state' | 'tier' | 'leadId' | 'closedOn'>,
  isGone: (unitId: string) => boolean = () => false,
): IssueHolder | null {
  if (!isOpenIssue(issue)) return null
  if (issue.state === 'TO_CONFIRM') return { kind: 'RAISER' }
  return issue.leadId === null || issue.state === 'UNSOLVABLE' || isGone(issue.leadId)
    ? { kind: 'TIER', tier: issue.tier }
    : { kind: 'UNIT', id: issue.leadId }
}
