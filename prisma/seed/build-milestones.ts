import { toDb } from '@/lib/data/date'
import { addMonths, earliest, type PlainDate } from '@/lib/domain/plain-date'
import { PLAN_MOVES_MAX } from '@/lib/domain/plan-change'
import type { MilestoneKind } from '@/lib/domain/project'
import { workdayFrom } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { Draft } from './draft'
import { promisedStart } from './project-clock'
import { MOVE_REASONS } from './project-texts'
import { instantOn } from './timeline'

/** Working day each milestone falls on in the project's life. */
function milestoneDays({ r, graph }: Draft, days: ReadonlyMap<string, number>): [MilestoneKind, number][] {
  const { start, built, end } = graph
  const site = graph.procedures.get('LX08')?.finish ?? graph.procedures.get('LX10')?.finish
  return [
    ['IN_LIBRARY', 0],
    ['SIGNING', days.get('SIGNED') ?? 0],
    ...(site === undefined ? [] : ([['SITE', site]] as [MilestoneKind, number][])),
    ['START', start],
    ['ENROLMENT', start + r.int(6, 15)],
    ['TOPPING_OUT', Math.round(start + (built - start) * 0.7)],
    ['COMPLETION', built + 1],
    ['PRODUCTION', end + 1],
    ['FULL_CAPACITY', end + 120],
  ]
}

/** Promised ends of the procedures, in working days of the project, and which of them the start waits for. */
type Promises = Readonly<{ conditions: readonly string[]; promised: ReadonlyMap<string, number> }>

/** Milestones with the first promise, the present one and the day they were reached. */
export function buildMilestones(
  draft: Draft,
  days: ReadonlyMap<string, number>,
  { conditions, promised: ends }: Promises,
) {
  const { r, id, spec, cause, timeline, shop, ties } = draft
  const milestones: Prisma.MilestoneCreateManyInput[] = []
  const planChanges: Prisma.PlanChangeCreateManyInput[] = []
  const entered = timeline.day(0)
  const add = (
    kind: MilestoneKind,
    baseline: PlainDate | null,
    planned: PlainDate | null,
    actual: PlainDate | null,
    moves: number,
  ) => {
    const milestoneId = shop.newId()
    milestones.push({
      id: milestoneId,
      projectId: id,
      kind,
      baselineOn: baseline && toDb(baseline),
      plannedOn: planned && toDb(planned),
      actualOn: actual && toDb(actual),
      moves,
    })
    return milestoneId
  }
  if (spec.stage === 'PLANNING' || spec.stage === 'NEGOTIATING') {
    add('IN_LIBRARY', entered, entered, entered, 0)
    // Few leads are so far that anybody promises a day; the ones that do are measured by it.
    if (spec.level === 'GREEN' && spec.stage === 'PLANNING') {
      const planned = addMonths(timeline.today, r.int(5, 9))
      add('START', planned, planned, null, 0)
    }
    return { milestones, planChanges, enrolledOn: null }
  }
  let enrolledOn: PlainDate | null = null
  // Nobody promises to begin before the permits are promised, nor to produce before that is confirmed.
  const permitted = Math.max(0, ...conditions.map((code) => ends.get(code) ?? 0)) + 1
  const produced = (ends.get('TC05') ?? 0) + 1
  let pushed = 0
  for (const [kind, at] of milestoneDays(draft, days)) {
    const reached = at <= timeline.now && !(kind === 'ENROLMENT' && cause.kind === 'enrolment')
    const actual = reached ? timeline.day(at) : null
    if (kind === 'ENROLMENT') enrolledOn = actual
    const soonest = Math.max(at, timeline.now + 16) + r.int(2, 12)
    const promised = kind === 'START' ? promisedStart(r, cause, timeline) : null
    if (kind === 'START' && !promised && !reached) pushed = Math.max(0, permitted - soonest)
    const ahead = Math.max(soonest + pushed, kind === 'PRODUCTION' ? produced : 0)
    const planned =
      promised ??
      timeline.day(reached ? Math.max(0, at + r.int(-3, 6)) : kind === 'ENROLMENT' && at <= timeline.now ? at : ahead)
    // Three moves of one promise are what the office looks for; most promises stand.
    const moves = kind === 'START' && !promised && !reached && r.chance(0.3) ? r.int(1, 3) : 0
    const plans = [planned]
    for (let i = 0; i < moves; i++)
      plans.unshift(workdayFrom(shop.calendar, addMonths(plans[0] ?? planned, -r.int(1, 2))))
    const kept = (plans[0] ?? planned) > timeline.day(1) ? plans : [planned]
    const milestoneId = add(kind, kept[0] ?? planned, planned, actual, kept.length - 1)
    kept.slice(1).forEach((to, i) => {
      const from = kept[i] ?? to
      const on = earliest(
        workdayFrom(shop.calendar, addMonths(from, -1)),
        timeline.day(timeline.now - (kept.length - i) * 3),
      )
      planChanges.push({
        id: shop.newId(),
        projectId: id,
        target: 'MILESTONE',
        milestoneId,
        fromOn: toDb(from),
        toOn: toDb(to),
        reason: r.pick(MOVE_REASONS),
        nth: i + 1,
        approverId: i < PLAN_MOVES_MAX ? shop.officePersonId : ties.leaderId,
        actorId: ties.stewardUserId ?? shop.officeUserId,
        on: toDb(on > entered ? on : timeline.day(1)),
        at: instantOn(on > entered ? on : timeline.day(1), 9_000 + i),
      })
    })
  }
  return { milestones, planChanges, enrolledOn }
}
