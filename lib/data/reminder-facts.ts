import 'server-only'
import type { Actor, Scope } from '@/lib/domain/access'
import { mondayOf, type PlainDate } from '@/lib/domain/plain-date'
import { REPORTED_STAGES } from '@/lib/domain/project'
import type { ProjectReason } from '@/lib/domain/project-level'
import type { Receiver, ReminderFacts, ReminderSubject } from '@/lib/domain/reminder'
import { reminderKindOf } from '@/lib/domain/reminder'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import type { KeptReasons } from './levels'
import { scopeColumns, scopeOf } from './lock-project'

const account = { select: { disabledAt: true } } as const
const person = { select: { id: true, name: true, user: account } } as const
const unit = {
  select: {
    id: true,
    shortName: true,
    users: { where: { disabledAt: null, role: { in: ['AGENCY', 'AGENCY_HEAD'] } }, select: { id: true }, take: 1 },
  },
} satisfies Prisma.OrgDefaultArgs

const columns = {
  ...scopeColumns,
  id: true,
  name: true,
  level: true,
  status: true,
  stage: true,
  lastVerifiedOn: true,
  levelReasons: true,
  contact: person,
  stewards: { where: { toOn: null }, select: { personId: true, person } },
} satisfies Prisma.ProjectSelect

type PersonRow = Prisma.PersonGetPayload<typeof person>
type UnitRow = Prisma.OrgGetPayload<typeof unit>

const asPerson = (row: PersonRow | null | undefined): Receiver | null =>
  row
    ? { kind: 'PERSON', id: row.id, name: row.name, signsIn: row.user !== null && row.user.disabledAt === null }
    : null
const asUnit = (row: UnitRow | null | undefined): Receiver | null =>
  row ? { kind: 'UNIT', id: row.id, name: row.shortName, signsIn: row.users.length > 0 } : null

/** A unit that takes part in a project and so sees it; null for any other. */
export async function partaking(tx: Tx, scope: Scope, orgId: string): Promise<Receiver | null> {
  if (!scope.agencyIds.includes(orgId)) return null
  return asUnit(await tx.org.findFirst({ where: { id: orgId, dissolvedOn: null }, ...unit }))
}

/** The reason that speaks for a project, as it was kept; its code and owner hold until the colour's next change. */
const leading = (kept: Prisma.JsonValue): ProjectReason | null =>
  (kept as unknown as Partial<KeptReasons>).reasons?.[0] ?? null

/** Whether nobody has looked at a project this week whose stage is reported. */
export const isUnreported = (
  row: Readonly<{ status: string; stage: string; lastVerifiedOn: Date | null }>,
  today: PlainDate,
): boolean =>
  row.status === 'ACTIVE' &&
  REPORTED_STAGES.some((stage) => stage === row.stage) &&
  (row.lastVerifiedOn === null || fromDb(row.lastVerifiedOn) < mondayOf(today))

type Spoken = Readonly<{ id: string; handler: PersonRow | null; agency: UnitRow | null }> | undefined

/** Whether the colour waits for the very agency of the procedure it speaks of; a project names it, never says AGENCY. */
const waitsForOwnAgency = (reason: ProjectReason | null, procedure: Spoken): boolean =>
  reason?.owner?.kind === 'AGENCY' ||
  (reason?.owner?.kind === 'NAMED' && procedure?.agency?.shortName === reason.owner.name)

/** The procedure a reminder is about: none where it is the week's progress, or where another unit is asked than its own. */
const itemOf = (subject: ReminderSubject, reason: ProjectReason | null, procedure: Spoken): string | null =>
  subject === 'LEVEL' && procedure && (reason?.owner?.kind !== 'NAMED' || waitsForOwnAgency(reason, procedure))
    ? procedure.id
    : null

/**
 * What decides whether somebody may be reminded about some projects, and who; by project.
 *
 * One query after the other: inside a transaction there is one connection.
 */
export async function loadReminderFacts(
  tx: Tx,
  actor: Actor,
  projectIds: readonly string[],
  subject: ReminderSubject,
  today: PlainDate,
) {
  const projectId = { in: [...projectIds] }
  const rows = await tx.project.findMany({ where: { id: projectId, districtId: actor.districtId }, select: columns })
  const reasons = new Map(rows.map((row) => [row.id, leading(row.levelReasons)]))
  const procedures = await tx.procedure.findMany({
    where: { id: { in: [...reasons.values()].flatMap((r) => (r?.dimension === 'D1' && r.subjectId) || []) } },
    select: { id: true, handler: person, agency: unit },
  })
  const names = [...reasons.values()].flatMap((r) => (r?.owner?.kind === 'NAMED' && r.owner.name) || [])
  const units = await tx.org.findMany({
    where: { districtId: actor.districtId, shortName: { in: names }, dissolvedOn: null },
    ...unit,
  })
  const told = await tx.reminder.findMany({
    where: { projectId, on: toDb(today) },
    select: {
      projectId: true,
      procedureId: true,
      toId: true,
      toOrgId: true,
      at: true,
      seenAt: true,
      from: { select: { name: true } },
      to: { select: { name: true } },
      toOrg: { select: { shortName: true } },
    },
    orderBy: { at: 'asc' },
  })
  const procedureOf = new Map(procedures.map((p) => [p.id, p]))
  return new Map(
    rows.map((row) => {
      const reason = reasons.get(row.id) ?? null
      const scope = scopeOf(row)
      const procedure = procedureOf.get((reason?.dimension === 'D1' && reason.subjectId) || '')
      const named = reason?.owner?.kind === 'NAMED' ? units.find((u) => u.shortName === reason.owner?.name) : undefined
      const own = waitsForOwnAgency(reason, procedure)
      const itemId = itemOf(subject, reason, procedure)
      const toldOfIt = told.filter((one) => one.projectId === row.id && one.procedureId === itemId)
      const facts: ReminderFacts = {
        subject,
        kind: reminderKindOf(actor.role),
        active: row.status === 'ACTIVE',
        warned: row.level === 'RED' || row.level === 'YELLOW' || row.level === 'BLUE',
        unreported: isUnreported(row, today),
        owner: reason?.owner ?? null,
        people: {
          handler: own ? asPerson(procedure?.handler) : null,
          // A unit that does not see the project is not told of it.
          unit: own ? asUnit(procedure?.agency) : named && scope.agencyIds.includes(named.id) ? asUnit(named) : null,
          contact: asPerson(row.contact),
          steward: asPerson(row.stewards[0]?.person),
        },
        sender: actor.standsInFor,
        toldToday: toldOfIt.map((one) => ({ id: one.toId ?? one.toOrgId ?? '', by: one.from.name })),
      }
      return [row.id, { row, scope, reason, itemId, told: toldOfIt, facts }] as const
    }),
  )
}
