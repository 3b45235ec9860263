import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { countedDay } from '@/lib/domain/provisional'
import { newlyTight, tightPlans } from '@/lib/domain/tight-plans'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { PlanPreview } from '@/lib/schemas/plan-preview'
import type { Procedure } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { FORECAST_TARGET } from './forecast-items'
import { worksColumns } from './forecast-works'
import { foreseeProject } from './foresee-project'
import { loadLevelContext } from './level-context'
import { decideLevels } from './levels'
import { loadFactsRows } from './project-facts'

/**
 * What follows from another plan of a procedure, told before it is saved: plans and milestones that no longer fit it, and
 * the colours. What is foreseen does not wait for a plan (P18), so it is told as the page will show it.
 *
 * @returns null when nobody can tell
 */
export async function previewPlan(
  tx: Tx,
  row: Procedure,
  plan: Readonly<{ submitOn: PlainDate | null; finishOn: PlainDate }>,
  today: PlainDate,
): Promise<PlanPreview | null> {
  const context = await loadLevelContext(tx, row.districtId, today)
  const { calendar } = context
  const [facts] = await loadFactsRows(tx, [row.projectId], today)
  if (!facts) return null
  const planned = {
    ...facts,
    procedures: facts.procedures.map((p) =>
      p.id === row.id
        ? { ...p, planFinishOn: toDb(plan.finishOn), planSubmitOn: plan.submitOn && toDb(plan.submitOn) }
        : p,
    ),
  }
  const project = await tx.project.findUniqueOrThrow({ where: { id: row.projectId }, select: worksColumns })
  const now = foreseeProject(facts, project, today, context)
  const then = foreseeProject(planned, project, today, context)
  const [was, will] = [now, then].map(({ edges, items }) => tightPlans(edges, items, calendar))
  if (!then.foreseen.ok || !was?.ok || !will?.ok) return null
  const ahead = then.foreseen.value
  const own = ahead.impossible.find(({ code }) => code === row.code)
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
  const colours = {
    from: before.project.level,
    to: after.project.level,
    reason: worst ? { ...worst, item: subject && item ? { ...item, code: subject.code } : null } : null,
  }
  const counted = (day: PlainDate) => countedDay(calendar, today, day)
  const milestones = await tx.milestone.findMany({
    where: {
      projectId: row.projectId,
      kind: { in: ['START', 'PRODUCTION'] },
      actualOn: null,
      plannedOn: { not: null },
    },
    select: { kind: true, plannedOn: true },
  })
  const leaves = {
    START: then.conditions.includes(row.code) ? addWorkdays(calendar, plan.finishOn, 1) : null,
    PRODUCTION: row.code === FORECAST_TARGET ? plan.finishOn : null,
  }
  const overtaken = (['START', 'PRODUCTION'] as const).flatMap((kind) => {
    const on = milestones.find((m) => m.kind === kind)?.plannedOn
    const [plannedOn, earliest] = [on && fromDb(on), leaves[kind]]
    return plannedOn && earliest && plannedOn < earliest ? [{ kind, plannedOn, earliest: counted(earliest) }] : []
  })
  return {
    earliest: own ? counted(own.earliest) : null,
    tight: newlyTight(was.value, will.value).flatMap(({ code, planFinishOn, earliest }) =>
      code === row.code
        ? []
        : [{ ...(nameOf.get(code) ?? { nameZh: code, nameEn: code }), planFinishOn, earliest: counted(earliest) }],
    ),
    milestones: overtaken,
    foreseen: {
      start: ahead.constructionStart && counted(ahead.constructionStart),
      production: ahead.production && counted(ahead.production),
    },
    level,
    project: colours,
  }
}
