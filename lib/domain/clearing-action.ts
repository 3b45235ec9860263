import type { Action } from './access'
import { latest, type PlainDate } from './plain-date'
import { PLAN_MOVES_MAX } from './plan-change'
import type { ProcedureFacts } from './procedure'
import { decideMove, type MoveContext, type MoveKind, NEW_CASE } from './procedure-move'
import { AGENCY, ENTERPRISE, type Owner, ownerOf, STEWARD } from './reason'
import { isRunning, remainingWorkdays } from './remaining'
import type { RuleParameters } from './rule-parameters'
import { addWorkdays, type WorkCalendar } from './work-calendar'

/** Moves by which a procedure comes nearer to its end 能让颜色好转的手续动作. A notice, a stop or a refusal clears nothing. */
const DEEDS = {
  FILE: ENTERPRISE,
  SUPPLEMENTED: ENTERPRISE,
  SPECIAL_DONE: AGENCY,
  ACCEPT: AGENCY,
  FINISH: AGENCY,
  TOL_CLEARED: ENTERPRISE,
} as const satisfies Partial<Record<MoveKind, Owner>>

/** Something somebody can do about a colour: a code, what it takes, whose move it is, and the right it needs. */
export type ClearingAction = Readonly<{
  code:
    | keyof typeof DEEDS
    | 'PREDECESSOR' // 先办结前置事项
    | 'SET_PLAN' // 填计划日期
    | 'REPLAN' // 调整计划
    | 'RECORD_PROGRESS' // 完成投资补到
    | 'START' // 开工
    | 'MEET_CONDITIONS' // 开工条件补齐
    | 'ENROL' // 入库
    | 'SOLVE_ISSUE' // 问题解决
    | 'STRIKE_ISSUE' // 无法解决的问题销号
    | 'MEET_NEED' // 要素落实
    | 'VERIFY' // 核对更新
    | 'USE_PERMIT' // 证照使用或延续
    | 'TALK' // 在谈进展
  params: Readonly<Record<string, string | number>>
  owner: Owner
  /** The row of the policy table whoever does it needs; null where no row is made for it yet. */
  may: Action | null
}>

/** A procedure as far as what can be done about it. */
export type ClearingItem = Readonly<{
  facts: ProcedureFacts
  /** The statutory limit, needed once it is accepted. */
  statutory: MoveContext['statutory']
  /** How often its plan moved. */
  planMoves: number
  /** Open items it waits for, the head of the chain first. */
  predecessors: readonly Readonly<{ code: string; owner: string }>[]
  /** The day it can be finished at the earliest; null where nobody foresaw it. */
  earliestOn: PlainDate | null
}>

/** The items a procedure is known to wait for from its facts alone. */
export const clearingItem = (facts: ProcedureFacts): ClearingItem => ({
  facts,
  statutory: null,
  planMoves: 0,
  predecessors: facts.blockedBy ? [facts.blockedBy] : [],
  earliestOn: null,
})

/** The day, calendar and thresholds a clearing is looked for with. */
export type ClearingDay = Readonly<{ today: PlainDate; calendar: WorkCalendar; p: RuleParameters }>

/** One step: what is done, and what is known of the item afterwards. */
export type ClearingStep = Readonly<{ actions: readonly ClearingAction[]; relief: boolean; item: ClearingItem }>

/** A plan that can be kept: not before the forecast, and far enough ahead to be no reminder itself. */
function keptPlan({ facts, earliestOn }: ClearingItem, { today, calendar, p }: ClearingDay) {
  const clear = addWorkdays(calendar, today, p.plan_blue_wd + 1)
  const begun = isRunning(facts.state)
  const needed = begun
    ? addWorkdays(calendar, today, remainingWorkdays(facts, today, calendar, p))
    : addWorkdays(calendar, clear, facts.promisedWd)
  const finishOn = [earliestOn, facts.planFinishOn, needed].reduce<PlainDate>(
    (last, day) => (day ? latest(last, day) : last),
    clear,
  )
  return { finishOn, submitOn: begun ? facts.planSubmitOn : latest(clear, facts.planSubmitOn ?? clear) }
}

const contextOf = (item: ClearingItem, { today, calendar, p }: ClearingDay): MoveContext => ({
  today,
  calendar,
  lastOn: null,
  statutory: item.statutory,
  acceptWd: p.accept_wd,
  supplementLimitWd: p.supp_limit_wd,
  toleranceLimitWd: p.tol_limit_wd,
  maxExtensionWd: 0,
  validityMonths: null,
})

const OF_FILED: ReadonlySet<string> = new Set(['ACCEPT', 'FINISH'])

function deed(item: ClearingItem, kind: keyof typeof DEEDS, day: ClearingDay): ClearingStep[] {
  // What is not with the agency yet is neither accepted nor finished by it today.
  if (OF_FILED.has(kind) && !isRunning(item.facts.state)) return []
  if (item.predecessors.length > 0 && item.facts.state === 'NOT_STARTED') return []
  const moved = decideMove({ ...NEW_CASE, ...item.facts }, { kind, on: day.today }, contextOf(item, day))
  if (!moved.ok) return []
  const action: ClearingAction = { code: kind, params: {}, owner: DEEDS[kind], may: `procedure.${kind}` }
  return [{ actions: [action], relief: false, item: { ...item, facts: { ...item.facts, ...moved.value } } }]
}

/** Whatever an item waits for, finished: then it can be filed. */
function predecessors(item: ClearingItem): ClearingStep[] {
  if (item.facts.state !== 'NOT_STARTED' || item.predecessors.length === 0) return []
  return [
    {
      actions: item.predecessors.map(
        ({ code, owner }): ClearingAction => ({
          code: 'PREDECESSOR',
          params: { by: code },
          owner: ownerOf(owner),
          may: 'procedure.FINISH',
        }),
      ),
      relief: false,
      item: { ...item, predecessors: [], facts: { ...item.facts, state: 'READY', blockedBy: null } },
    },
  ]
}

const WITHOUT_PLAN: ReadonlySet<ProcedureFacts['state']> = new Set(['DONE', 'DONE_TOL', 'NA'])

/** A first plan is a deed; moving one that stands is a relief, and not without end. */
function plan(item: ClearingItem, day: ClearingDay): ClearingStep[] {
  const { facts, planMoves } = item
  const first = facts.planFinishOn === null
  if (WITHOUT_PLAN.has(facts.state) || (!first && planMoves >= PLAN_MOVES_MAX)) return []
  const { finishOn, submitOn } = keptPlan(item, day)
  if (finishOn === facts.planFinishOn && submitOn === facts.planSubmitOn) return []
  const action: ClearingAction = {
    code: first ? 'SET_PLAN' : 'REPLAN',
    params: { finishOn, ...(submitOn ? { submitOn } : {}) },
    owner: STEWARD,
    may: 'procedure.replan',
  }
  const planned = { ...facts, planFinishOn: finishOn, planSubmitOn: submitOn }
  return [{ actions: [action], relief: !first, item: { ...item, planMoves: planMoves + 1, facts: planned } }]
}

/**
 * Everything that can be done about a procedure today: the moves that bring it on, and where that is allowed another plan.
 *
 * An extension is not among them: it lets a limit end later and clears none that has passed, because a limit that has passed
 * is not extended. Neither is a waiver, which wants a cause from the fixed list.
 *
 * @source four-colours §7.1, §7.2; 行政许可法-42
 */
export function stepsFrom(item: ClearingItem, day: ClearingDay): readonly ClearingStep[] {
  const planned = plan(item, day)
  return [
    // A plan nobody made is asked for before anything that would take longer.
    ...planned.filter(({ relief }) => !relief),
    ...predecessors(item),
    ...(Object.keys(DEEDS) as (keyof typeof DEEDS)[]).flatMap((kind) => deed(item, kind, day)),
    ...planned.filter(({ relief }) => relief),
  ]
}
