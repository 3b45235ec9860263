import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Stage } from '@/lib/domain/project'
import type { FactorRow } from '@/lib/schemas/factor'
import type { IssueRow } from '@/lib/schemas/issue'
import { db } from './db'
import { factorRows, visibleFactors } from './factor-rows'
import { issueRows } from './issue-rows'
import { visibleIssues } from './issue-where'
import { loadLevelContext } from './level-context'
import { inLedger } from './project-where'
import { visibleProjects } from './visible'

/** Rows of each part of an enterprise's page; the rest is behind its list. */
export const PART_ROWS = 6

/** Some rows of what the district did for an enterprise, and how many there are. */
export type Part<Row> = Readonly<{ rows: readonly Row[]; total: number }>

/** A project in one line of an enterprise's page. */
export type EnterpriseProject = Readonly<{
  id: string
  name: string
  number: number
  level: Level
  stage: Stage
  steward: string | null
}>

/** Projects of an enterprise that the actor sees, the worst colour first. */
export async function projectsOfEnterprise(actor: Actor, enterpriseId: string): Promise<Part<EnterpriseProject>> {
  const where = { AND: [visibleProjects(actor), inLedger, { enterpriseId }] }
  const [rows, total] = await Promise.all([
    db.project.findMany({
      where,
      select: {
        id: true,
        name: true,
        number: true,
        level: true,
        stage: true,
        stewards: { where: { toOn: null }, select: { person: { select: { name: true } } } },
      },
      orderBy: [{ level: 'desc' }, { number: 'asc' }],
      take: PART_ROWS,
    }),
    db.project.count({ where }),
  ])
  return {
    rows: rows.map(({ stewards, ...row }) => ({ ...row, steward: stewards[0]?.person.name ?? null })),
    total,
  }
}

/** Problems of an enterprise that the actor sees, those that wait first, then the latest. */
export async function issuesOfEnterprise(
  actor: Actor,
  enterpriseId: string,
  today: PlainDate,
): Promise<Part<IssueRow>> {
  const where = { AND: [visibleIssues(actor), { enterpriseId }] }
  const context = await loadLevelContext(db, actor.districtId, today)
  const [rows, total] = await Promise.all([
    issueRows(
      db,
      actor,
      {
        where,
        orderBy: [{ closedOn: { sort: 'desc', nulls: 'first' } }, { number: 'desc' }],
        take: PART_ROWS,
      },
      today,
      context,
    ),
    db.issue.count({ where }),
  ])
  return { rows, total }
}

/** Needs of factors of an enterprise's projects that the actor sees, the latest first. */
export async function factorsOfEnterprise(
  actor: Actor,
  enterpriseId: string,
  today: PlainDate,
): Promise<Part<FactorRow>> {
  const where = {
    AND: [visibleFactors(actor), { state: { not: 'REVOKED' as const }, project: { enterpriseId, ...inLedger } }],
  }
  const context = await loadLevelContext(db, actor.districtId, today)
  const [rows, total] = await Promise.all([
    factorRows(db, actor, { where, orderBy: [{ raisedOn: 'desc' }, { id: 'desc' }], take: PART_ROWS }, today, context),
    db.factorNeed.count({ where }),
  ])
  return { rows, total }
}
