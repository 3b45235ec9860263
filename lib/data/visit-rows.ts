import 'server-only'
import { type Actor, SIGHT } from '@/lib/domain/access'
import { issueTitle } from '@/lib/domain/issue/kind'
import { SEES_VISITS } from '@/lib/domain/sight'
import { visitMovesOf } from '@/lib/domain/visit-plan'
import type { VisitRow } from '@/lib/schemas/visit'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb } from './date'
import { enterprisesOfProjects } from './service-where'

const NOTHING = { id: { in: [] as string[] } }

/**
 * The visits an actor sees, as one where-clause: an enterprise those to itself; who has the district in view all of them; a
 * unit those it goes on, a task force, a street and a steward those to enterprises of their projects as well.
 *
 * @source domain roles.md §1, column 问题/任务; §4 “they see their own timeline”
 */
export function visibleVisits(actor: Actor): Prisma.VisitPlanWhereInput {
  if (!SEES_VISITS.has(actor.role)) return NOTHING
  const inDistrict = { districtId: actor.districtId }
  const relation = SIGHT.project[actor.role]
  if (relation === 'district') return inDistrict
  if (relation === 'enterprise')
    return actor.enterpriseId ? { ...inDistrict, enterpriseId: actor.enterpriseId } : NOTHING
  const unit = actor.orgId
  const own: Prisma.VisitPlanWhereInput[] =
    actor.role === 'STEWARD' || !unit
      ? [{ plannedById: { in: [...actor.standsInFor] } }]
      : [{ unitId: unit }, { together: { some: { unitId: unit } } }, { into: { unitId: unit } }]
  return {
    ...inDistrict,
    OR: [...own, ...(relation === 'agency' ? [] : [{ enterprise: enterprisesOfProjects(actor) }])],
  }
}

const named = { select: { id: true, shortName: true } } as const
export const visitColumns = {
  id: true,
  version: true,
  enterpriseId: true,
  enterprise: { select: { id: true, name: true } },
  on: true,
  purpose: true,
  state: true,
  unitId: true,
  unit: named,
  plannedById: true,
  together: { select: { id: true, purpose: true, unit: named }, orderBy: { id: 'asc' } },
  into: { select: { id: true, on: true, unit: named } },
  word: true,
  decision: true,
  issue: { select: { id: true, number: true, text: true } },
} satisfies Prisma.VisitPlanSelect
export type VisitRecord = Prisma.VisitPlanGetPayload<{ select: typeof visitColumns }>

/** Units that go on a visit: whose plan it is, and those that come along. */
export const unitsOf = ({ unitId, together }: Pick<VisitRecord, 'unitId' | 'together'>): string[] => [
  unitId,
  ...together.map(({ unit }) => unit.id),
]

/** A visit as a line of a list, with what the reader may do about it. */
export function visitRowOf(actor: Actor, record: VisitRecord): VisitRow {
  const { id, version, enterprise, on, state, unit, together, into, word, decision, issue } = record
  const along = new Map(together.map((one) => [one.unit.id, one.unit.shortName]))
  along.delete(unit.id)
  return {
    id,
    version,
    enterprise,
    on: fromDb(on),
    purposes: [record, ...together].map((one) => ({ id: one.id, unit: one.unit.shortName, text: one.purpose })),
    state,
    unit: { id: unit.id, name: unit.shortName },
    along: [...along].map(([unitId, name]) => ({ id: unitId, name })),
    into: into && { id: into.id, on: fromDb(into.on), unit: into.unit.shortName },
    word,
    decision,
    issue: issue && { id: issue.id, number: issue.number, title: issueTitle(issue.text) },
    moves: visitMovesOf(actor, { ...record, unitIds: unitsOf(record) }),
  }
}
