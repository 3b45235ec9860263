import { toDb } from '@/lib/data/date'
import { latest, type PlainDate } from '@/lib/domain/plain-date'
import { PLAN_MOVES_MAX } from '@/lib/domain/plan-change'
import type { Prisma } from '@/prisma/generated/client'
import type { Draft } from './draft'
import { finishKnownOn, type History, historyOf, type PlanDates, planDatesOf } from './procedure-history'
import type { PlannedGraph } from './procedure-plan'
import type { Trouble } from './procedure-script'
import { MOVE_REASONS } from './project-texts'
import { instantOn } from './timeline'

type Moves = Readonly<{ first: number; rows: readonly Prisma.PlanChangeCreateManyInput[] }>

/** How a promise came to be what it is: none, one or several moves, each recorded before the old day or on it. */
function planMoves(draft: Draft, procedureId: string, plan: PlanDates, moves: number, approverId: string): Moves {
  const { r, id, timeline, shop, ties } = draft
  const days = [plan.finish]
  for (let i = 0; i < moves; i++) days.unshift((days[0] ?? 0) - r.int(4, 9))
  const [first = plan.finish] = days
  if (first < plan.submit || first < 2) return { first: plan.finish, rows: [] }
  const rows = days.slice(1).map((to, i): Prisma.PlanChangeCreateManyInput => {
    const from = days[i] ?? to
    const on = timeline.day(Math.max(1, Math.min(from - r.int(0, 2), timeline.now - (moves - i) * 2)))
    return {
      id: shop.newId(),
      projectId: id,
      target: 'PROCEDURE_FINISH',
      procedureId,
      fromOn: toDb(timeline.day(from)),
      toOn: toDb(timeline.day(to)),
      reason: r.pick(MOVE_REASONS),
      nth: i + 1,
      approverId,
      actorId: ties.stewardUserId ?? shop.officeUserId,
      on: toDb(on),
      at: instantOn(on, 7_200 + i),
    }
  })
  return { first, rows }
}

/** Day by which all an item waits for was known to be finished; null while something is not. */
function openedOn(
  codes: readonly string[],
  histories: ReadonlyMap<string, History>,
  entered: PlainDate,
): PlainDate | null {
  let day = entered
  for (const code of codes) {
    const before = histories.get(code)
    if (!before) continue
    // One that does not apply is looked through, as the graph does.
    const known =
      before.row.state === 'NA'
        ? openedOn(before.row.predecessors as string[], histories, entered)
        : finishKnownOn(before)
    if (!known) return null
    day = latest(day, known)
  }
  return day
}

/** What a procedure waits for in the graph; one that does not apply is looked through. */
const waitsFor = (code: string, graph: PlannedGraph): readonly string[] =>
  (graph.procedures.get(code)?.predecessors ?? []).flatMap((before) =>
    graph.procedures.get(before)?.absent ? waitsFor(before, graph) : [before],
  )

/** Day each procedure must have ended by: the first filing of what waits for it. */
function neededBy(graph: PlannedGraph): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const [code, { file, absent }] of graph.procedures)
    for (const before of absent ? [] : waitsFor(code, graph)) days.set(before, Math.min(days.get(before) ?? file, file))
  return days
}

/** The procedures of a project with their moves and promises. */
export function buildProcedures(draft: Draft, trouble: Readonly<{ code: string; trouble: Trouble }> | null) {
  const { r, id, graph, timeline, shop, ties } = draft
  const histories = new Map<string, History>()
  const planChanges: Prisma.PlanChangeCreateManyInput[] = []
  const needed = neededBy(graph)
  const promised = new Map<string, number>()
  const common = {
    districtId: shop.districtId,
    projectId: id,
    calendar: shop.calendar,
    timeline,
    newId: shop.newId,
    certificate: (code: string, day: PlainDate) => `二七${code}字〔${day.slice(0, 4)}〕第${r.int(1, 899)}号`,
  }
  for (const [code, planned] of graph.procedures) {
    const hands = ties.handsOf(planned.item)
    const history = historyOf(planned, openedOn(planned.predecessors, histories, timeline.day(0)), hands, common)
    const procedureId = String(history.row.id)
    // An item left out has no promises; neither has what is years away in a project that has only just been signed.
    const plan = planned.absent
      ? null
      : planDatesOf(r, planned, timeline.now, code === trouble?.code && trouble.trouble.kind === 'submit', {
          after: Math.max(0, ...waitsFor(code, graph).map((before) => promised.get(before) ?? 0)),
          before: needed.get(code) ?? Number.POSITIVE_INFINITY,
        })
    if (plan) promised.set(code, plan.finish)
    const often = plan === null || !r.chance(0.1) ? 0 : r.pick([1, 1, 1, 2, PLAN_MOVES_MAX])
    const moved = plan && planMoves(draft, procedureId, plan, often, hands.approverId)
    planChanges.push(...(moved?.rows ?? []))
    histories.set(code, {
      ...history,
      row: {
        ...history.row,
        planSubmitOn: plan && toDb(timeline.day(plan.submit)),
        planFinishOn: plan && toDb(timeline.day(plan.finish)),
        baselineFinishOn: plan && moved && toDb(timeline.day(moved.first)),
        planMoves: moved?.rows.length ?? 0,
      },
    })
  }
  return { histories: [...histories.values()], planChanges, promised }
}
