import { type Action, type Actor, relationFor } from './access'
import { addDays, type PlainDate } from './plain-date'
import { err, gathered, ok, type Result } from './result'

/** Where a plan to visit an enterprise stands 走访. */
export const VISIT_STATES = [
  'PLANNED', // 已安排
  'MERGED', // 已合并
  'REFUSED', // 企业谢绝
  'HELD', // 已去，有结果
  'DROPPED', // 取消
] as const
export type VisitState = (typeof VISIT_STATES)[number]

export const VISIT_MOVES = [
  'MOVE', // 改期
  'MERGE', // 合并
  'REFUSE', // 谢绝
  'RESULT', // 登记结果
  'DROP', // 取消
] as const
export type VisitMoveKind = (typeof VISIT_MOVES)[number]

/** A plan as far as its moves depend on it. */
export type VisitPlan = Readonly<{ state: VisitState; on: PlainDate }>

export type VisitMove = Readonly<{
  kind: VisitMoveKind
  on: PlainDate
  /** The day it moves to. */
  dayOn?: PlainDate | null
  /** What the enterprise said, or why. */
  text?: string | null
  decision?: string | null
  /** A problem it brought to light. */
  problem?: boolean
}>

/** Whose a plan is. */
export type VisitPeople = Readonly<{
  enterpriseId: string
  /** The unit that planned it, and those that come along. */
  unitIds: readonly string[]
  plannedById: string | null
}>

/**
 * Moves somebody may make about a plan now: the enterprise may refuse; those who go may do the rest, and the office and the
 * bureau for them. Stewards share one unit: a plan is of the one who made it.
 *
 * @source domain roles.md §4: “may refuse”; other-mechanisms §9
 */
export function visitMovesOf(
  who: Pick<Actor, 'role' | 'orgId' | 'enterpriseId' | 'standsInFor'>,
  plan: Pick<VisitPlan, 'state'> & VisitPeople,
): readonly VisitMoveKind[] {
  const all = visitMoves(plan)
  if (who.role === 'CONTACT')
    return who.enterpriseId === plan.enterpriseId ? all.filter((kind) => kind === 'REFUSE') : []
  const rest = all.filter((kind) => kind !== 'REFUSE' && relationFor(who.role, VISIT_ACTIONS[kind]) !== null)
  if (who.role === 'OFFICE' || who.role === 'BIZENV') return rest
  const own =
    who.role === 'STEWARD'
      ? plan.plannedById !== null && who.standsInFor.includes(plan.plannedById)
      : who.orgId !== null && plan.unitIds.includes(who.orgId)
  return own ? rest : []
}

export const VISIT_ACTIONS = {
  MOVE: 'visit.move',
  MERGE: 'visit.merge',
  REFUSE: 'visit.refuse',
  RESULT: 'visit.result',
  DROP: 'visit.drop',
} as const satisfies Record<VisitMoveKind, Action>

/** Moves a plan allows; whoever may make them is not asked here. */
export const visitMoves = ({ state }: Pick<VisitPlan, 'state'>): readonly VisitMoveKind[] =>
  state === 'PLANNED' ? VISIT_MOVES : []

/**
 * Where a move takes a plan, or why it cannot. A visit is kept for what came of it, a problem or a decision; one that brought
 * neither is dropped and counted nowhere.
 *
 * @returns err VISIT_MOVE_ILLEGAL; VISIT_DAY_MISSING, VISIT_DAY_PAST, VISIT_TOO_EARLY, VISIT_RESULT_MISSING, VISIT_WHY_MISSING
 * @source other-mechanisms §2: “recorded only when a decision or problem results”; §9 (无事不扰)
 * @example moveVisit(plan, { kind: 'REFUSE', on }) // REFUSED: an enterprise owes no reason
 */
export function moveVisit(plan: VisitPlan, move: VisitMove): Result<Readonly<{ state: VisitState; on: PlainDate }>> {
  const { kind, on, dayOn = null } = move
  if (!visitMoves(plan).includes(kind)) return err({ code: 'VISIT_MOVE_ILLEGAL', move: kind, state: plan.state })
  const said = Boolean(move.text?.trim())
  const wrong = gathered(
    kind === 'MOVE' && !dayOn ? { code: 'VISIT_DAY_MISSING', field: 'dayOn' } : null,
    kind === 'MOVE' && dayOn && dayOn < on ? { code: 'VISIT_DAY_PAST', field: 'dayOn', today: on } : null,
    kind === 'RESULT' && plan.on > on ? { code: 'VISIT_TOO_EARLY', on: plan.on } : null,
    kind === 'RESULT' && !move.decision?.trim() && !move.problem
      ? { code: 'VISIT_RESULT_MISSING', field: 'decision' }
      : null,
    kind === 'DROP' && !said ? { code: 'VISIT_WHY_MISSING', field: 'text' } : null,
  )
  if (wrong) return err(wrong)
  switch (kind) {
    case 'MOVE':
      return ok({ state: 'PLANNED', on: dayOn ?? plan.on })
    case 'MERGE':
      return ok({ state: 'MERGED', on: plan.on })
    case 'REFUSE':
      return ok({ state: 'REFUSED', on: plan.on })
    case 'RESULT':
      return ok({ state: 'HELD', on: plan.on })
    case 'DROP':
      return ok({ state: 'DROPPED', on: plan.on })
  }
}

/** A plan as far as it can go together with another one. */
export type TogetherPlan = Readonly<{ id: string; enterpriseId: string; unitId: string; on: PlainDate }>

/** Plans that should be one visit 合并建议: the first of them stays, the others go along. */
export type MergeProposal<P extends TogetherPlan> = Readonly<{ enterpriseId: string; keep: P; along: readonly P[] }>

/** Days within which an enterprise is not visited twice. */
export const TOGETHER_DAYS = 7

/**
 * Plans of the same enterprise within a week, as one visit each: whoever goes first is joined by the others, so that the
 * enterprise is asked once.
 *
 * @param plans those that still stand
 * @source other-mechanisms §9 (X32)
 */
export function mergeProposals<P extends TogetherPlan>(plans: readonly P[]): MergeProposal<P>[] {
  const byDay = plans.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
  const groups: { enterpriseId: string; keep: P; along: P[] }[] = []
  for (const plan of byDay) {
    const open = groups.findLast(
      ({ enterpriseId, keep }) => enterpriseId === plan.enterpriseId && plan.on < addDays(keep.on, TOGETHER_DAYS),
    )
    if (open) open.along.push(plan)
    else groups.push({ enterpriseId: plan.enterpriseId, keep: plan, along: [] })
  }
  return groups.filter(({ along }) => along.length > 0)
}
