import { toDb } from '@/lib/data/date'
import { addMonths, monthOf } from '@/lib/domain/plain-date'
import { STAGES } from '@/lib/domain/project'
import type { Prisma } from '@/prisma/generated/client'
import { buildIssues } from './build-issues'
import { buildMilestones } from './build-milestones'
import { buildMoney } from './build-money'
import { buildProcedures } from './build-procedures'
import { buildUpdates } from './build-updates'
import type { Ties, Workshop } from './draft'
import type { History } from './procedure-history'
import { type PlannedGraph, planGraph } from './procedure-plan'
import { nowOf } from './project-clock'
import type { Cause, ProjectSpec } from './project-specs'
import type { ProjectText } from './project-texts'
import { randomOf } from './random'
import { instantOn, type Timeline, timelineOf } from './timeline'

/** Everything a project brings with it, as rows; the colours are not among them. */
export type ProjectModel = Readonly<{
  project: Prisma.ProjectCreateManyInput & { id: string }
  conditions: readonly string[]
  histories: readonly History[]
  milestones: readonly Prisma.MilestoneCreateManyInput[]
  planChanges: readonly Prisma.PlanChangeCreateManyInput[]
  yearPlans: readonly Prisma.YearPlanCreateManyInput[]
  entries: readonly Prisma.InvestmentEntryCreateManyInput[]
  updates: readonly Prisma.WeeklyUpdateCreateManyInput[]
  stageChanges: readonly Prisma.StageChangeCreateManyInput[]
  issues: readonly Prisma.IssueCreateManyInput[]
}>

const STAGED = ['PERMITTING', 'CONSTRUCTION', 'COMPLETED', 'PRODUCTION', 'FULL_CAPACITY']

/** Working days each stage began on, as far as the project has come. */
function stageDays(spec: ProjectSpec, graph: PlannedGraph, now: number): Map<string, number> {
  const unsigned = spec.stage === 'PLANNING' || spec.stage === 'NEGOTIATING'
  const signed = unsigned ? now : (graph.procedures.get('ZY02')?.finish ?? 0)
  const days: Record<string, number> = {
    PLANNING: 0,
    NEGOTIATING: unsigned ? Math.ceil(now / 2) : Math.floor(signed / 2),
    SIGNED: signed,
    PERMITTING: signed + 2,
    CONSTRUCTION: graph.start,
    COMPLETED: graph.built + 2,
    PRODUCTION: graph.end + 1,
    FULL_CAPACITY: graph.end + 120,
  }
  const reached = STAGES.slice(0, STAGES.indexOf(spec.stage) + 1)
  return new Map(reached.map((stage) => [stage, Math.min(now, days[stage] ?? 0)]))
}

function stageRows(days: ReadonlyMap<string, number>, projectId: string, timeline: Timeline, shop: Workshop) {
  const reached = [...days].map(([stage, day]) => ({ stage: stage as ProjectSpec['stage'], on: timeline.day(day) }))
  return reached.map(
    ({ stage, on }, i): Prisma.StageChangeCreateManyInput => ({
      id: shop.newId(),
      projectId,
      fromStage: reached[i - 1]?.stage ?? null,
      toStage: stage,
      fromStatus: i === 0 ? null : 'ACTIVE',
      toStatus: 'ACTIVE',
      on: toDb(on),
      at: instantOn(on, i),
      reason: null,
      approverId: null,
      actorId: shop.officeUserId,
    }),
  )
}

function suspension({ stage }: ProjectSpec, projectId: string, timeline: Timeline, shop: Workshop) {
  const on = timeline.day(timeline.now - 8)
  return {
    id: shop.newId(),
    projectId,
    fromStage: stage,
    toStage: stage,
    fromStatus: 'ACTIVE',
    toStatus: 'SUSPENDED',
    on: toDb(on),
    at: instantOn(on, 60),
    reason: '投资方调整区域布局，项目暂缓推进',
    approverId: shop.officePersonId,
    actorId: shop.officeUserId,
  } satisfies Prisma.StageChangeCreateManyInput
}

/**
 * Imagines one project: its procedures, promises, money, updates and problems up to today.
 *
 * @param attempt another one gives another project of the same kind
 */
export function buildProject(
  spec: ProjectSpec,
  cause: Cause,
  text: ProjectText,
  ties: Ties,
  shop: Workshop,
  attempt: number,
): ProjectModel {
  const r = randomOf(`${ties.number}/${attempt}/${cause.kind}`)
  const template = shop.templates.get(text.template)
  if (!template) throw new Error(`no template ${text.template}`)
  const lines = template.items as unknown as readonly { code: string }[]
  const code = cause.kind === 'procedure' ? r.pick(cause.codes.filter((c) => lines.some((l) => l.code === c))) : null
  const trouble = cause.kind === 'procedure' && code ? { code, trouble: cause.trouble } : null
  const buildingWd = text.template === 'RENO' || text.template === 'SMALL' ? r.int(60, 110) : r.int(180, 280)
  const graph = planGraph(r, template, shop.catalogue, buildingWd, trouble)
  const now = nowOf(r, spec, cause, graph)
  const timeline = timelineOf(shop.calendar, shop.today, now)
  const signed = STAGES.indexOf(spec.stage) >= STAGES.indexOf('SIGNED')
  const id = shop.newId()
  const common = { r, id, spec, cause, graph, timeline, shop, ties, renovation: text.template === 'RENO' }

  const procedures = signed
    ? buildProcedures(common, trouble)
    : { histories: [], planChanges: [], promised: new Map<string, number>() }
  const days = stageDays(spec, graph, now)
  const milestones = buildMilestones(common, days, {
    conditions: template.startConditions,
    promised: procedures.promised,
  })
  const totalWan = r.int(18, 260) * (text.template === 'SMALL' ? 50 : text.template === 'RENO' ? 150 : 400)
  const total = signed || (spec.stage === 'NEGOTIATING' && r.chance(0.3)) ? totalWan : null
  const money = buildMoney(common, STAGED.includes(spec.stage) ? totalWan : null)
  const updates = buildUpdates(common, money.entries)
  const began = timeline.day(graph.start)
  const filed = procedures.histories.find((h) => h.row.code === 'LX01' && h.row.state === 'DONE')
  return {
    project: {
      id,
      districtId: shop.districtId,
      number: ties.number,
      code: filed?.row.finishedOn
        ? `${monthOf(timeline.day(0)).replace('-', '').slice(2)}-410103-04-01-${String(100_000 + ties.number * 271)}`
        : null,
      name: text.name,
      searchText: '',
      nature: text.template === 'RENO' ? 'RENOVATION' : now > 230 ? 'CONTINUED' : 'NEW',
      content: text.content,
      buildFrom: signed ? monthOf(began) : null,
      buildTo: signed ? monthOf(addMonths(timeline.day(graph.built), 1)) : null,
      totalFen: total === null ? null : BigInt(total) * 1_000_000n,
      worksWd: signed ? buildingWd : null,
      stage: spec.stage,
      status: spec.suspended ? 'SUSPENDED' : 'ACTIVE',
      taskforceId: ties.taskforceId,
      streetId: ties.streetId,
      leadUnitId: ties.leadUnitId,
      enterpriseId: ties.enterpriseId,
      leaderId: ties.leaderId,
      contactId: ties.contactId,
      templateId: signed ? template.id : null,
      answers: signed ? graph.answers : {},
      enteredOn: toDb(timeline.day(0)),
      enrolledOn: milestones.enrolledOn && toDb(milestones.enrolledOn),
      createdAt: instantOn(timeline.day(0), ties.number),
      ...updates.spoken,
    },
    conditions: signed ? template.startConditions : [],
    histories: procedures.histories,
    milestones: milestones.milestones,
    planChanges: [...procedures.planChanges, ...milestones.planChanges],
    yearPlans: money.yearPlans,
    entries: money.entries,
    updates: updates.updates,
    stageChanges: [
      ...stageRows(days, id, timeline, shop),
      ...(spec.suspended ? [suspension(spec, id, timeline, shop)] : []),
    ],
    issues: buildIssues(common),
  }
}
