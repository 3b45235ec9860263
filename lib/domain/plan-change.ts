import type { PlainDate } from './plain-date'
import { addWorkdays, type WorkCalendar } from './work-calendar'

/**
 * How often the office by itself moves the plan of one item; what was planned first stays beside it.
 *
 * @source four-colours §7.2: office approval, at most 2 per item, baseline kept
 */
export const PLAN_MOVES_MAX = 2

/** Working days a project's first steward has for correcting the plan that was proposed for it. */
export const CORRECTION_WD = 5

/** Whose approval another plan needs: the office's, or that of the leaders the office works for. */
export type PlanApproval = 'REPLAN' | 'REPLAN_AGAIN'

/**
 * Whose approval the next move of an item's plan needs. Two are the office's to give; from the third on 第3次 it is beyond the
 * office, and the project's leader or the head of the leading group approves.
 *
 * @param moves how often it has moved
 * @source four-colours §7.2; roles.md §1: the office is the leading group's own
 * @example planApproval(2) // 'REPLAN_AGAIN'
 */
export const planApproval = (moves: number): PlanApproval => (moves < PLAN_MOVES_MAX ? 'REPLAN' : 'REPLAN_AGAIN')

/** What decides whether a planned day still belongs to the proposal of a new project. */
export type ProposalFacts = Readonly<{
  /** Its plan was proposed from a template's graph; a plan a ledger brought in was promised before. */
  proposed: boolean
  /** The day its steward took it on; null when it has none, or when he is not its first: promises pass on with a project. */
  assignedOn: PlainDate | null
  /** Something has been recorded of the item: a move, or for a milestone the day it was reached. */
  began: boolean
  /** How often its plan has moved. */
  moves: number
}>

/**
 * Last day on which a project's first steward corrects a planned day as part of the proposal 校正建议计划: then it needs no
 * reason and no approval and counts as no move, and the first plan is what it was corrected to.
 *
 * @returns null once work on the item began or its plan was moved, and for a plan nobody proposed
 * @source four-colours §7.2 counts moves of a plan, and says nothing of its proposal; decided for this product (docs/decisions.md)
 * @example correctableUntil({ proposed: true, assignedOn: on('2026-11-23'), began: false, moves: 0 }, calendar) // 2026-11-30
 */
export function correctableUntil(
  { proposed, assignedOn, began, moves }: ProposalFacts,
  calendar: WorkCalendar,
): PlainDate | null {
  return proposed && assignedOn && !began && moves === 0 ? addWorkdays(calendar, assignedOn, CORRECTION_WD) : null
}
