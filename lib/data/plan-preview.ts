import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { planEffects } from '@/lib/domain/plan-effects'
import { countedDay } from '@/lib/domain/provisional'
import type { PlanPreview } from '@/lib/schemas/plan-preview'
import type { Procedure } from '@/prisma/generated/client'
import { dayOrNull, toDb } from './date'
import type { Tx } from './db'
import { FORECAST_TARGET, forecastItems } from './forecast-items'
import { worksColumns, worksOf } from './forecast-works'
import { loadLevelContext } from './level-context'
import { decideLevels } from './levels'
import { loadFactsRows } from './project-facts'

/**
 * What follows from another plan of a procedure, told before it is saved: later items, start of construction and
 * production, and the colours.
 *
 * @returns empty where nothing does; null when nobody can tell
 */
export async function previewPlan(
  tx: Tx,
  row: Procedure,
  plan: Readonly<{ submitOn: PlainDate | null; finishOn: PlainDate }>,
  today: PlainDate,
): Promise<PlanPreview | null> {
  const context = await loadLevelContext(tx, row.districtId, today)
  const [facts] = await loadFactsRows(tx, [row.projectId], today)
  if (!facts) return null
  const { edges, items } = forecastItems(facts, today, context)
  const works = await tx.project.findUniqueOrThrow({ where: { id: row.projectId }, select: worksColumns })
  const effects = planEffects(
    today,
    edges,
    items,
    facts.template?.startConditions ?? [],
    FORECAST_TARGET,
    context.calendar,
    { code: row.code, from: dayOrNull(row.planFinishOn), to: plan.finishOn },
    worksOf(works, today, context.calendar),
  )
  if (!effects.ok) return null
  const { earliest, later, construction, production } = effects.value
  const planned = {
    ...facts,
    procedures: facts.procedures.map((p) =>
      p.id === row.id
        ? { ...p, planFinishOn: toDb(plan.finishOn), planSubmitOn: plan.submitOn && toDb(plan.submitOn) }
        : p,
    ),
  }
  const [before, after] = [decideLevels(facts, today, context), decideLevels(planned, today, context)]
  const ownIn = (decided: typeof before) => decided.procedures.find((p) => p.id === row.id)
  const level = {
    from: ownIn(before)?.level ?? 'GREY',
    to: ownIn(after)?.level ?? 'GREY',
    reason: ownIn(after)?.reasons[0] ?? null,
  }
  const names = await tx.procedure.findMany({
    where: { projectId: row.projectId },
    select: { code: true, item: { select: { nameZh: true, nameEn: true } } },
  })
  const nameOf = new Map(names.map(({ code, item }) => [code, item]))
  const [worst] = after.project.reasons.reasons
  const subject = worst?.dimension === 'D1' ? facts.procedures.find((p) => p.id === worst.subjectId) : undefined
  const item = subject && nameOf.get(subject.code)
  const project = {
    from: before.project.level,
    to: after.project.level,
    reason: worst ? { ...worst, item: subject && item ? { ...item, code: subject.code } : null } : null,
  }
  const milestones = await tx.milestone.findMany({
    where: { projectId: row.projectId, kind: { in: ['START', 'PRODUCTION'] }, actualOn: null },
    select: { kind: true, plannedOn: true },
  })
  const counted = (day: PlainDate) => countedDay(context.calendar, today, day)
  const shifted = (shift: typeof construction, kind: 'START' | 'PRODUCTION') =>
    shift && {
      from: shift.from,
      to: counted(shift.to),
      plannedOn: dayOrNull(milestones.find((m) => m.kind === kind)?.plannedOn ?? null),
    }
  return {
    earliest: earliest && counted(earliest),
    later: later.map(({ code, to, ...rest }) => ({
      ...(nameOf.get(code) ?? { nameZh: code, nameEn: code }),
      ...rest,
      to: counted(to),
    })),
    construction: shifted(construction, 'START'),
    production: shifted(production, 'PRODUCTION'),
    level,
    project,
  }
}
