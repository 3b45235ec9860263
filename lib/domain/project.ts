import type { PlainDate } from './plain-date'
import { err, ok, type Result } from './result'

/** Stages of a project 项目阶段, in their order. */
export const STAGES = [
  'PLANNING',
  'NEGOTIATING',
  'SIGNED',
  'PERMITTING',
  'CONSTRUCTION',
  'COMPLETED',
  'PRODUCTION',
  'FULL_CAPACITY',
] as const
export type Stage = (typeof STAGES)[number]

/** Side states of 动态管理. */
export const STATUSES = ['ACTIVE', 'SUSPENDED', 'REMOVED', 'MERGED'] as const
export type Status = (typeof STATUSES)[number]

export const NATURES = ['NEW', 'CONTINUED', 'RENOVATION'] as const
export type Nature = (typeof NATURES)[number]
/** Whether a text is one of them. */
export const isNature = (text: string): text is Nature => NATURES.some((nature) => nature === text)

/** Milestones 里程碑, in their order. */
export const MILESTONES = [
  'IN_LIBRARY',
  'SIGNING',
  'SITE',
  'START',
  'ENROLMENT',
  'TOPPING_OUT',
  'COMPLETION',
  'PRODUCTION',
  'FULL_CAPACITY',
] as const
export type MilestoneKind = (typeof MILESTONES)[number]

/** Where milestones stand in an order; those of one place, and those without one, do not mind each other. */
type MilestoneOrder = Readonly<Partial<Record<MilestoneKind, number>>>

/** Milestones of the works themselves: none of them can happen before one that stands earlier here. */
const WORKS_ORDER: MilestoneOrder = { START: 1, TOPPING_OUT: 2, COMPLETION: 3, PRODUCTION: 4, FULL_CAPACITY: 5 }

/** What is planned: nothing is begun before it is signed and has its land, and 入库 follows the start of the works (D4). */
export const PLANNED_ORDER: MilestoneOrder = { SIGNING: 0, SITE: 0, ...WORKS_ORDER, ENROLMENT: 2 }

/**
 * Whether a day fits the days of the other milestones: a building is not finished before it was begun.
 *
 * @param days   days of the others, actual ones, or planned ones where nothing has happened yet
 * @param order  `PLANNED_ORDER` for a plan
 * @returns err MILESTONE_ORDER (before an earlier one), MILESTONE_ORDER_LATER (after a later one), naming the nearest
 * @source 客户口径 2026-11-23: impossible dates are refused in words
 */
export function fitsMilestones(
  kind: MilestoneKind,
  on: PlainDate,
  days: ReadonlyMap<MilestoneKind, PlainDate>,
  order = WORKS_ORDER,
): Result<null> {
  const place = order[kind]
  if (place === undefined) return ok(null)
  let [earlier, later]: [readonly [MilestoneKind, PlainDate] | null, readonly [MilestoneKind, PlainDate] | null] = [
    null,
    null,
  ]
  for (const [other, day] of days) {
    const there = order[other]
    if (there === undefined || other === kind) continue
    if (there < place && on < day && (!earlier || day > earlier[1])) earlier = [other, day]
    if (there > place && on > day && (!later || day < later[1])) later = [other, day]
  }
  if (earlier) return err({ code: 'MILESTONE_ORDER', kind, before: earlier[0], on: earlier[1] })
  if (later) return err({ code: 'MILESTONE_ORDER_LATER', kind, after: later[0], on: later[1] })
  return ok(null)
}

/** What has to have happened before a milestone of the works can be reached. Not everything built has a roof to top out. */
const NEEDS: Readonly<Partial<Record<MilestoneKind, readonly MilestoneKind[]>>> = {
  TOPPING_OUT: ['START'],
  COMPLETION: ['START'],
  PRODUCTION: ['START', 'COMPLETION'],
  FULL_CAPACITY: ['START', 'COMPLETION', 'PRODUCTION'],
}

/**
 * Milestones that must have been reached before this one 前序节点.
 *
 * @source 客户口径 2026-11-23: nothing produces before it was begun and finished
 * @example earlierWorks('PRODUCTION') // ['START', 'COMPLETION']
 */
export const earlierWorks = (kind: MilestoneKind): readonly MilestoneKind[] => NEEDS[kind] ?? []

/** Signed or further: what “签约落地” counts. */
export const SIGNED_STAGES: readonly Stage[] = STAGES.slice(STAGES.indexOf('SIGNED'))

/** Stages in which somebody looks every week and says so (D7): from signing to completion. */
export const REPORTED_STAGES: readonly Stage[] = STAGES.slice(STAGES.indexOf('SIGNED'), STAGES.indexOf('COMPLETED') + 1)

/** Stages in which money is measured against the year's plan (D2): before them nothing is being built. */
export const PROGRESS_STAGES: readonly Stage[] = ['PERMITTING', 'CONSTRUCTION']

export type StageMove = Readonly<{ fromStage: Stage; toStage: Stage; fromStatus: Status; toStatus: Status }>

/**
 * Whether a project may take the step, and whether somebody must have approved it 动态管理.
 *
 * Forward by any number of stages is a fact and needs no approval; backward, suspension, removal and merger need a
 * reason and an approver; what was removed or merged comes back only as ACTIVE.
 *
 * @returns err NO_CHANGE, NOT_IN_LIBRARY (the stage of a removed project cannot move)
 * @source other-mechanisms §2
 */
export function decideStage(move: StageMove): Result<{ approval: boolean }> {
  const { fromStage, toStage, fromStatus, toStatus } = move
  if (fromStage === toStage && fromStatus === toStatus) return err({ code: 'NO_CHANGE' })
  if (fromStatus !== 'ACTIVE' && toStatus !== 'ACTIVE' && fromStage !== toStage)
    return err({ code: 'NOT_IN_LIBRARY', status: fromStatus })
  const backward = STAGES.indexOf(toStage) < STAGES.indexOf(fromStage)
  return ok({ approval: backward || fromStatus !== toStatus })
}
