import 'server-only'
import { type Actor, allows } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_WAIVERS } from '@/lib/domain/sight'
import { latestRenewal, WAIVER_RENEWALS, waivedSpans, waiverEnd, waiverStand } from '@/lib/domain/waiver'
import { type WorkCalendar, workdaysBetween } from '@/lib/domain/work-calendar'
import type { WaiverDetail, WaiverPage, WaiverRow, WaiverStep, WaiverStepKind, WaiverTab } from '@/lib/schemas/waiver'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { scopeColumns, scopeOf } from './lock-project'
import { visibleProjects } from './visible'
import { waiverColumns, waiverOf } from './waiver-rows'

/** The waivers an actor sees: those of his projects, where his role sees any. */
export const visibleWaivers = (actor: Actor): Prisma.WaiverWhereInput =>
  SEES_WAIVERS.has(actor.role)
    ? { districtId: actor.districtId, project: visibleProjects(actor) }
    : { id: { in: [] as string[] } }

const columns = {
  id: true,
  version: true,
  ...waiverColumns,
  text: true,
  project: { select: { id: true, name: true } },
  proposedOn: true,
  proposedBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
  askedUntilOn: true,
  askedById: true,
  steps: { where: { kind: 'ASK_RENEWAL' }, orderBy: { at: 'desc' }, take: 1, select: { on: true } },
} satisfies Prisma.WaiverSelect
type Record = Prisma.WaiverGetPayload<{ select: typeof columns }>

function rowOf(record: Record, today: PlainDate, calendar: WorkCalendar): WaiverRow {
  const waiver = waiverOf(record)
  const askedUntilOn = dayOrNull(record.askedUntilOn)
  const stand = waiverStand(waiver, record.state, today, calendar)
  const waitsSince =
    stand === 'WAITING'
      ? fromDb(record.proposedOn)
      : askedUntilOn && record.steps[0]
        ? fromDb(record.steps[0].on)
        : null
  return {
    id: record.id,
    version: record.version,
    project: record.project,
    dimension: waiver.dimension,
    reason: waiver.reason,
    text: record.text,
    fromOn: waiver.fromOn,
    untilOn: waiver.untilOn,
    lastOn: waiverEnd(waiver, calendar),
    provisional: waivedSpans([waiver], calendar)[0]?.provisional ?? false,
    stand,
    renewals: waiver.renewals,
    // What was asked for and not granted in time is over with the waiver.
    askedUntilOn: stand === 'IN_FORCE' ? askedUntilOn : null,
    proposedBy: record.proposedBy.name,
    proposedOn: fromDb(record.proposedOn),
    decidedBy: record.decidedBy?.name ?? null,
    waitsWd: waitsSince ? workdaysBetween(calendar, waitsSince, today) : 0,
  }
}

/** In which tabs a waiver is found; one whose renewal is asked for is in force and waits. */
const tabsOf = ({ stand, askedUntilOn }: WaiverRow): readonly WaiverTab[] => [
  ...(stand === 'WAITING' || askedUntilOn ? (['waiting'] as const) : []),
  ...(stand === 'IN_FORCE' || stand === 'COMING' ? (['force'] as const) : []),
  ...(stand === 'WAITING' || stand === 'IN_FORCE' || stand === 'COMING' ? [] : (['over'] as const)),
  'all',
]

async function rowsWhere(tx: Tx, where: Prisma.WaiverWhereInput, today: PlainDate, calendar: WorkCalendar) {
  const records = await tx.waiver.findMany({ where, select: columns, orderBy: [{ untilOn: 'asc' }, { id: 'asc' }] })
  return records.map((record) => rowOf(record, today, calendar))
}

/**
 * Waivers 豁免, those that end first at the top; a district has some dozens a year.
 *
 * @param tab null: what waits where something does, else what is in force
 */
export async function listWaivers(
  actor: Actor,
  tab: WaiverTab | undefined,
  today: PlainDate,
): Promise<WaiverPage & Readonly<{ tab: WaiverTab }>> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const all = await rowsWhere(db, visibleWaivers(actor), today, calendar)
  const of = (name: WaiverTab) => all.filter((row) => tabsOf(row).includes(name))
  const counts = { waiting: of('waiting').length, force: of('force').length, over: of('over').length, all: all.length }
  const shown = tab ?? (counts.waiting > 0 ? 'waiting' : 'force')
  return { rows: of(shown), counts, tab: shown }
}

/** Waivers that wait for the office, for its first page. */
export async function waitingWaivers(actor: Actor, today: PlainDate): Promise<readonly WaiverRow[]> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const open = { OR: [{ state: 'PROPOSED' as const }, { askedUntilOn: { not: null } }] }
  const rows = await rowsWhere(db, { AND: [visibleWaivers(actor), open] }, today, calendar)
  return rows.filter((row) => tabsOf(row).includes('waiting'))
}

/** Waivers of a project for its page: what waits and what is in force. */
export async function waiversOfProject(
  actor: Actor,
  projectId: string,
  today: PlainDate,
): Promise<readonly WaiverRow[]> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  return rowsWhere(db, { AND: [visibleWaivers(actor), { projectId }] }, today, calendar)
}

async function stepsOf(waiverId: string): Promise<WaiverStep[]> {
  const steps = await db.waiverStep.findMany({ where: { waiverId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const users = await db.user.findMany({
    where: { id: { in: steps.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, person: { select: { name: true } } },
  })
  const who = new Map(users.map((user) => [user.id, user.person.name]))
  return steps.map((step) => ({
    id: step.id,
    kind: step.kind as WaiverStepKind,
    on: fromDb(step.on),
    at: step.at.toISOString(),
    by: who.get(step.actorId ?? '') ?? null,
    untilOn: dayOrNull(step.untilOn),
    text: step.text,
  }))
}

/**
 * A waiver with its history and what the reader may do about it.
 *
 * @returns null when it does not exist or is out of the actor's sight
 */
export async function findWaiver(actor: Actor, id: string, today: PlainDate): Promise<WaiverDetail | null> {
  const record = await db.waiver.findFirst({
    where: { AND: [{ id }, visibleWaivers(actor)] },
    select: columns,
  })
  if (!record) return null
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const row = rowOf(record, today, calendar)
  const [project, steps] = await Promise.all([
    db.project.findUniqueOrThrow({ where: { id: record.project.id }, select: scopeColumns }),
    stepsOf(id),
  ])
  const scope = scopeOf(project)
  const waits = tabsOf(row).includes('waiting')
  const running = row.stand === 'IN_FORCE' || row.stand === 'COMING'
  return {
    ...row,
    steps,
    may: {
      decide: waits && allows(actor, 'waiver.decide', scope),
      withdraw: row.stand === 'WAITING' && allows(actor, 'waiver.withdraw', scope),
      renew:
        row.stand === 'IN_FORCE' &&
        row.renewals < WAIVER_RENEWALS &&
        !row.askedUntilOn &&
        allows(actor, 'waiver.renew', scope),
      end: running && allows(actor, 'waiver.end', scope),
    },
    own: (row.askedUntilOn ? record.askedById : record.proposedById) === actor.personId,
    latestOn: latestRenewal(row),
  }
}
