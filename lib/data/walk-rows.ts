import 'server-only'
import { type Actor, isAgency } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_WALKS } from '@/lib/domain/sight'
import { OPEN_FINDINGS, STANDING_FINDINGS, savedOf, type WalkCost, walkTotals } from '@/lib/domain/walk'
import { findingClock, findingColour } from '@/lib/domain/walk-colour'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { FindingRow, WalkRow } from '@/lib/schemas/walk'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb } from './date'

const NONE = { id: { in: [] as string[] } }

/**
 * The walks an actor sees: all of them, or of an agency those of its unit and those on which something was found that it has
 * to mend.
 *
 * @source other-mechanisms §6, roles
 */
export function visibleWalks(actor: Actor): Prisma.WalkWhereInput {
  const { districtId, orgId, role } = actor
  if (!SEES_WALKS.has(role)) return NONE
  if (!isAgency(role)) return { districtId }
  return orgId ? { districtId, OR: [{ unitId: orgId }, { findings: { some: { ownerId: orgId } } }] } : NONE
}

/** The findings an actor sees: all of them, or of an agency those it has to mend and those of its own walks. */
export function visibleFindings(actor: Actor): Prisma.WalkFindingWhereInput {
  const { districtId, orgId, role } = actor
  if (!SEES_WALKS.has(role)) return NONE
  if (!isAgency(role)) return { districtId }
  return orgId ? { districtId, OR: [{ ownerId: orgId }, { walk: { unitId: orgId } }] } : NONE
}

/** Findings that count: all but those that were taken back. */
export const standingFinding = { state: { in: [...STANDING_FINDINGS] } } satisfies Prisma.WalkFindingWhereInput

export const stepColumns = { name: true, minutes: true, papers: true, trips: true } as const

export const walkColumns = {
  id: true,
  version: true,
  number: true,
  unit: { select: { id: true, shortName: true } },
  leader: true,
  code: true,
  item: true,
  mode: true,
  place: true,
  on: true,
  days: true,
  state: true,
  verifiesId: true,
  steps: { select: stepColumns },
  _count: { select: { findings: { where: standingFinding }, issues: true } },
} satisfies Prisma.WalkSelect
export type WalkRecord = Prisma.WalkGetPayload<{ select: typeof walkColumns }>

/** A walk as a line of a list. @param open how many of its findings wait for somebody */
export function walkRowOf(record: WalkRecord, open: number): WalkRow {
  const { unit, steps, verifiesId, _count, on, ...same } = record
  const { minutes, papers, trips } = walkTotals({ days: record.days, steps })
  return {
    ...same,
    on: fromDb(on),
    unit: { id: unit.id, name: unit.shortName },
    minutes,
    papers: papers ?? 0,
    trips: trips ?? 0,
    steps: steps.length,
    findings: _count.findings,
    openFindings: open,
    issues: _count.issues,
    again: verifiesId !== null,
  }
}

export const findingColumns = {
  id: true,
  version: true,
  walk: {
    select: { id: true, number: true, code: true, item: true, on: true, unit: { select: { shortName: true } } },
  },
  step: true,
  kind: true,
  text: true,
  measure: true,
  owner: { select: { id: true, shortName: true } },
  raisedOn: true,
  dueOn: true,
  state: true,
  result: true,
  submittedOn: true,
  closedOn: true,
  beforeDays: true,
  beforePapers: true,
  beforeTrips: true,
  afterDays: true,
  afterPapers: true,
  afterTrips: true,
  _count: { select: { photos: { where: { removedAt: null } } } },
} satisfies Prisma.WalkFindingSelect
export type FindingRecord = Prisma.WalkFindingGetPayload<{ select: typeof findingColumns }>

type Costs = Readonly<Record<`${'before' | 'after'}${'Days' | 'Papers' | 'Trips'}`, number | null>>

/** What a finding's way cost before, and costs now. */
export const costsOf = (record: Costs): Readonly<{ before: WalkCost; after: WalkCost }> => ({
  before: { days: record.beforeDays, papers: record.beforePapers, trips: record.beforeTrips },
  after: { days: record.afterDays, papers: record.afterPapers, trips: record.afterTrips },
})

/** A finding as a line of a list. */
export function findingRowOf(record: FindingRecord, today: PlainDate, calendar: WorkCalendar): FindingRow {
  const { before, after } = costsOf(record)
  const dated = {
    state: record.state,
    raisedOn: fromDb(record.raisedOn),
    dueOn: fromDb(record.dueOn),
    submittedOn: dayOrNull(record.submittedOn),
  }
  const { walk, owner } = record
  return {
    id: record.id,
    version: record.version,
    walk: { ...walk, on: fromDb(walk.on), unit: walk.unit.shortName },
    step: record.step,
    kind: record.kind,
    text: record.text,
    measure: record.measure,
    owner: { id: owner.id, name: owner.shortName },
    ...dated,
    result: record.result,
    photos: record._count.photos,
    closedOn: dayOrNull(record.closedOn),
    before,
    after,
    saved: savedOf(before, after),
    ...findingColour(dated, today, calendar),
    clock: findingClock(dated, today, calendar),
  }
}

/** Findings that wait for somebody. */
export const openFinding = { state: { in: [...OPEN_FINDINGS] } } satisfies Prisma.WalkFindingWhereInput
