import 'server-only'
import { type Actor, allows } from '@/lib/domain/access'
import { exactWan } from '@/lib/domain/money'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import type { ProjectFacts } from '@/lib/domain/project-base'
import type { Prisma } from '@/prisma/generated/client'
import { leadUnitCandidates } from './candidates'
import { db, type Tx } from './db'
import { scopeColumns, scopeOf } from './lock-project'
import { creationChoices } from './project-proposal'
import { visibleProjects } from './visible'

export const editColumns = {
  id: true,
  version: true,
  number: true,
  name: true,
  code: true,
  nature: true,
  content: true,
  buildFrom: true,
  buildTo: true,
  totalFen: true,
  worksWd: true,
  note: true,
  taskforceId: true,
  streetId: true,
  leaderId: true,
  leadUnitId: true,
  enterpriseId: true,
  taskforce: { select: { shortName: true } },
  street: { select: { shortName: true } },
  leader: { select: { name: true } },
  leadUnit: { select: { shortName: true } },
  enterprise: { select: { name: true } },
  contact: { select: { name: true, phone: true } },
} satisfies Prisma.ProjectSelect
type Row = Prisma.ProjectGetPayload<{ select: typeof editColumns }>

/** A project's facts as its form shows them; the plan is that of the current year. */
export const factsOf = (row: Row, plan: { plannedFen: bigint } | null): ProjectFacts => ({
  name: row.name,
  code: row.code ?? '',
  nature: row.nature ?? '',
  content: row.content ?? '',
  buildFrom: row.buildFrom ?? '',
  buildTo: row.buildTo ?? '',
  worksWd: row.worksWd === null ? '' : String(row.worksWd),
  totalWan: row.totalFen === null ? '' : exactWan(row.totalFen),
  yearPlanWan: plan && plan.plannedFen > 0n ? exactWan(plan.plannedFen) : '',
  enterpriseName: row.enterprise?.name ?? '',
  contactName: row.contact?.name ?? '',
  contactPhone: row.contact?.phone ?? '',
  note: row.note ?? '',
  taskforceId: row.taskforceId ?? '',
  streetId: row.streetId ?? '',
  leaderId: row.leaderId ?? '',
  leadUnitId: row.leadUnitId ?? '',
})

export const findYearPlan = (tx: Tx, projectId: string, today: PlainDate) =>
  tx.yearPlan.findUnique({ where: { projectId_year: { projectId, year: yearOf(today) } } })

type Option = Readonly<{ id: string; name: string }>
/** The candidates, with whoever holds the place now even if he could not be chosen any more. */
const withHolder = (options: readonly Option[], id: string | null, name: string | undefined): readonly Option[] =>
  id === null || options.some((o) => o.id === id) ? options : [{ id, name: name ?? '' }, ...options]

/**
 * What the form that edits a project begins with, and what can be chosen in it.
 *
 * @returns null when it is out of sight or not the actor's to edit; no choices when the team is not his to say
 */
export async function findProjectEdit(actor: Actor, id: string, today: PlainDate) {
  const row = await db.project.findFirst({
    where: { AND: [{ id }, visibleProjects(actor)] },
    select: { ...editColumns, ...scopeColumns },
  })
  if (!row || !allows(actor, 'project.edit', scopeOf(row))) return null
  const plan = await findYearPlan(db, id, today)
  const { name, version } = row
  const project = { id, name, version, year: yearOf(today), facts: factsOf(row, plan) }
  if (!allows(actor, 'project.assign', scopeOf(row))) return { ...project, choices: null }
  const [{ taskforces, streets, leaders }, leadUnits] = await Promise.all([
    creationChoices(actor),
    db.org.findMany({
      where: leadUnitCandidates(actor.districtId),
      select: { id: true, shortName: true },
      orderBy: { name: 'asc' },
    }),
  ])
  const named = (units: readonly { id: string; shortName: string }[]) =>
    units.map((u) => ({ id: u.id, name: u.shortName }))
  const choices = {
    taskforceId: withHolder(named(taskforces), row.taskforceId, row.taskforce?.shortName),
    streetId: withHolder(named(streets), row.streetId, row.street?.shortName),
    leaderId: withHolder(leaders, row.leaderId, row.leader?.name),
    leadUnitId: withHolder(named(leadUnits), row.leadUnitId, row.leadUnit?.shortName),
  }
  return { ...project, choices }
}
export type ProjectEditPage = NonNullable<Awaited<ReturnType<typeof findProjectEdit>>>
