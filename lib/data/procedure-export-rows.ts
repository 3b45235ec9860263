import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ownerOf, type Reason } from '@/lib/domain/reason'
import { workdaysBetween } from '@/lib/domain/work-calendar'
import type { ProcedureExportRow, WideExportRow } from '@/lib/schemas/ledger-export'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull } from './date'
import { db } from './db'
import { freshenLevels } from './freshen-levels'
import { loadLevelContext } from './level-context'
import { itemNames } from './live-reasons'
import { namedFor } from './project-export-rows'
import { procedureColumns, procedureFactsOf } from './project-facts'
import { columnOrder, inLedgerOrder } from './project-order'
import { projectsWhere } from './project-where'
import { reasonToday } from './queue-rows'
import { visibleProcedures } from './visible'

const columns = {
  ...procedureColumns,
  version: true,
  projectId: true,
  statutoryDays: true,
  statutoryUnit: true,
  certificateNo: true,
  naReason: true,
  agency: { select: { name: true, shortName: true } },
  handler: { select: { name: true, phone: true } },
  item: { select: { agencyName: true, nameZh: true, nameEn: true, stage: true, nationalStage: true } },
} satisfies Prisma.ProcedureSelect

const where = (actor: Actor, filter: ProjectFilter, today: PlainDate): Prisma.ProcedureWhereInput => ({
  AND: [visibleProcedures(actor), { project: projectsWhere(actor, filter, today) }],
})

type Row = ProcedureExportRow & Readonly<{ projectId: string; nationalStage: number }>

/** Rows by the project they belong to, in their order. */
function grouped<R extends { projectId: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(row.projectId)
    if (group) group.push(row)
    else groups.set(row.projectId, [row])
  }
  return groups
}

/** How many procedures the projects of a filter have, as far as the actor sees them. */
export const countExportProcedures = (actor: Actor, filter: ProjectFilter, today: PlainDate): Promise<number> =>
  db.procedure.count({ where: where(actor, filter, today) })

/**
 * Every procedure of the projects of a filter 手续办理台账, projects in the order of the ledger, items by code.
 *
 * Who sees what: `visibleProcedures`; an agency has its own procedures only.
 *
 * @param only the key items ★, for the wide table
 */
export async function listExportProcedures(
  actor: Actor,
  filter: ProjectFilter,
  today: PlainDate,
  only?: 'KEY_ITEMS',
): Promise<Row[]> {
  await freshenLevels(actor.districtId, today)
  const key = only ? { item: { keyNode: true } } : {}
  const [found, rows, { calendar, parameters }] = await Promise.all([
    db.project.findMany({
      where: projectsWhere(actor, filter, today),
      select: { id: true, name: true, number: true },
      orderBy: columnOrder(filter),
    }),
    db.procedure.findMany({
      where: { AND: [where(actor, filter, today), key] },
      select: columns,
      orderBy: { code: 'asc' },
    }),
    loadLevelContext(db, actor.districtId, today),
  ])
  const projects = await inLedgerOrder(found, filter, projectsWhere(actor, filter, today), today)
  const names = await itemNames(actor.districtId, [...new Set(rows.flatMap((row) => row.predecessors))])
  const byProject = grouped(rows)
  return projects.flatMap((project) =>
    (byProject.get(project.id) ?? []).map((row) => {
      const facts = procedureFactsOf(row, new Map())
      const { used, remaining, reasons } = evaluateProcedureProvisionally(facts, today, calendar, parameters)
      const running = facts.supplementSince ?? facts.specialSince
      const open =
        running && (row.state === 'SUPPLEMENT' || row.state === 'SPECIAL')
          ? [{ kind: row.state, from: running, to: today }]
          : []
      const owner = row.levelOwner === null ? null : ownerOf(row.levelOwner)
      return {
        id: row.id,
        version: row.version,
        projectId: project.id,
        project: project.name,
        projectNumber: project.number,
        code: row.code,
        nameZh: row.item.nameZh,
        stage: row.item.stage,
        nationalStage: row.item.nationalStage,
        agency: row.agency?.name ?? row.item.agencyName,
        handler: namedFor(actor, row.handler),
        before: row.predecessors.map((code) => names.get(code)?.nameZh ?? code),
        receivedOn: facts.receivedOn,
        acceptedOn: facts.acceptedOn,
        statutoryDays: row.statutoryDays,
        statutoryUnit: row.statutoryUnit,
        promisedWd: row.promisedWd,
        used,
        remaining,
        state: row.state,
        pauses: [...facts.pauses, ...open].map(({ kind, from, to }) => ({
          kind,
          days: workdaysBetween(calendar, from, to ?? today),
        })),
        planFinishOn: facts.planFinishOn,
        finishedOn: facts.finishedOn ?? facts.rejectedOn,
        certificateNo: row.certificateNo,
        expiresOn: dayOrNull(row.expiresOn),
        level: row.level,
        reason: reasonToday((row.levelReasons as unknown as readonly Reason[])[0], reasons[0]),
        // What an agency answers for bears its name here: the paper travels without the column beside it.
        owner: owner?.kind === 'AGENCY' && row.agency ? { kind: 'NAMED' as const, name: row.agency.shortName } : owner,
        naReason: row.naReason,
      }
    }),
  )
}

/** Key items of the wide table, those any of the rows has, in the order things are done. */
export type WideTable = Readonly<{
  items: readonly Readonly<{ code: string; nameZh: string }>[]
  rows: readonly WideExportRow[]
}>

/**
 * One row a project with its key items ★ beside each other 手续宽表, for leaders.
 *
 * Rows are those of the ledger, those without key items too.
 */
export async function listWideTable(actor: Actor, filter: ProjectFilter, today: PlainDate): Promise<WideTable> {
  const procedures = await listExportProcedures(actor, filter, today, 'KEY_ITEMS')
  const found = await db.project.findMany({
    where: projectsWhere(actor, filter, today),
    select: {
      id: true,
      version: true,
      number: true,
      name: true,
      level: true,
      taskforce: { select: { shortName: true } },
      leader: { select: { name: true } },
    },
    orderBy: columnOrder(filter),
  })
  const projects = await inLedgerOrder(found, filter, projectsWhere(actor, filter, today), today)
  const items = new Map(
    // An item nobody needs is a column of blanks.
    procedures
      .filter(({ state }) => state !== 'NA')
      .map(({ code, nameZh, nationalStage }) => [code, { code, nameZh, nationalStage }]),
  )
  const byProject = grouped(procedures)
  return {
    items: [...items.values()].sort((a, b) => a.nationalStage - b.nationalStage || (a.code < b.code ? -1 : 1)),
    rows: projects.map((project) => ({
      ...project,
      taskforce: project.taskforce?.shortName ?? null,
      leader: project.leader?.name ?? null,
      items: byProject.get(project.id) ?? [],
    })),
  }
}
