import 'server-only'
import { type Actor, isAgency } from '@/lib/domain/access'
import { toFixedDecimal } from '@/lib/domain/decimal'
import { plainAmount } from '@/lib/domain/factor-board'
import { committedTooLate, gapOf, needDay, needOwner, OPEN_NEEDS } from '@/lib/domain/factor-need'
import type { PlainDate } from '@/lib/domain/plain-date'
import { factorVerdict } from '@/lib/domain/project-dimension'
import { NO_FACTS } from '@/lib/domain/project-level'
import { ownerOf } from '@/lib/domain/reason'
import { rulerOf } from '@/lib/domain/ruler'
import type { FactorRow } from '@/lib/schemas/factor'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'
import { db, type Tx } from './db'
import type { LevelContext } from './level-context'
import { visibleProjects } from './visible'

const NONE = { id: { in: [] as string[] } } satisfies Prisma.FactorNeedWhereInput

/**
 * The needs an actor sees: those of his projects; an agency those it was asked for.
 *
 * @source domain roles.md §1: 部门经办人 own agency items
 */
export function visibleFactors(actor: Actor): Prisma.FactorNeedWhereInput {
  const { districtId, orgId } = actor
  if (isAgency(actor.role)) return orgId ? { districtId, leadId: orgId } : NONE
  return { districtId, project: visibleProjects(actor) }
}

/** Needs that wait for somebody: what is open, and what cannot be provided while the office accepted nothing instead. */
export const waitingNeeds = {
  OR: [{ state: { in: [...OPEN_NEEDS] } }, { state: 'UNMET', settledOn: null }],
} satisfies Prisma.FactorNeedWhereInput

export const factorColumns = {
  id: true,
  version: true,
  projectId: true,
  project: { select: { id: true, name: true } },
  kind: true,
  quantity: true,
  unit: true,
  provided: true,
  needBy: true,
  reason: true,
  leadId: true,
  lead: { select: { id: true, shortName: true } },
  state: true,
  committedOn: true,
  alternative: true,
  failedOn: true,
  settledOn: true,
  raisedOn: true,
} satisfies Prisma.FactorNeedSelect
export type FactorRecord = Prisma.FactorNeedGetPayload<{ select: typeof factorColumns }>

/** An amount as it is kept, written as people write it. */
export const amountOf = (value: { toFixed(): string }): string => plainAmount(value.toFixed())

const PLACES = 4

/**
 * A need as a line of a list. Its colour is that of the need alone: what the project's waivers leave out is not asked.
 *
 * @param opens projects the reader may open
 */
export function factorRowOf(
  record: FactorRecord,
  opens: ReadonlySet<string>,
  today: PlainDate,
  { calendar, parameters }: LevelContext,
): FactorRow {
  const { id, version, project, kind, unit, reason, lead, state, alternative } = record
  const needBy = fromDb(record.needBy)
  const [quantity, provided] = [amountOf(record.quantity), amountOf(record.provided)]
  const gap = gapOf({ quantity, provided })
  const settledOn = dayOrNull(record.settledOn)
  const day = needDay({ state, needBy, failedOn: dayOrNull(record.failedOn), settledOn })
  const owner = needOwner({ state }, lead?.shortName ?? null)
  const verdict = day ? factorVerdict(day, ownerOf(owner), today, calendar, parameters) : null
  const facts = { ...NO_FACTS, factors: [{ id, needBy: day ?? needBy, owner }] }
  const why = verdict?.reason ?? null
  const committedOn = dayOrNull(record.committedOn)
  return {
    id,
    version,
    project: { id: project.id, name: project.name, open: opens.has(project.id) },
    kind,
    quantity,
    unit,
    provided,
    gap: gap ? plainAmount(toFixedDecimal(gap, PLACES)) : '',
    needBy,
    reason,
    lead: lead && { id: lead.id, name: lead.shortName },
    state,
    committedOn,
    tooLate: committedTooLate({ state, committedOn, needBy }),
    alternative,
    settledOn,
    raisedOn: fromDb(record.raisedOn),
    level: verdict?.level ?? (state === 'MET' ? 'GREEN' : 'GREY'),
    why,
    ruler: why && rulerOf({ ...why, dimension: 'D6', subjectId: id }, facts, null, today, calendar, parameters),
  }
}

/** Of some projects those the reader may open. */
export async function openProjects(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.project.findMany({
    where: { AND: [visibleProjects(actor), { id: { in: [...new Set(ids)] } }] },
    select: { id: true },
  })
  return new Set(rows.map((row) => row.id))
}

/** Needs as lines of a list, in the order they come. */
export async function factorRows(
  tx: Tx,
  actor: Actor,
  query: Pick<Prisma.FactorNeedFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
  today: PlainDate,
  context: LevelContext,
): Promise<FactorRow[]> {
  const records = await tx.factorNeed.findMany({ ...query, select: factorColumns })
  const opens = await openProjects(
    actor,
    records.map((record) => record.projectId),
  )
  return records.map((record) => factorRowOf(record, opens, today, context))
}
