import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/domain/access'
import { type MeetingWeek, type Moment, weeksToFreeze } from '@/lib/domain/meeting/week'
import type { ProjectThen } from '@/lib/domain/meeting/week-compare'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Prisma } from '@/prisma/generated/client'
import { type BriefDetails, briefDetails } from './brief-details'
import { dayOrNull, dbDayOrNull, fromDb, toDb } from './date'
import { db, type Tx } from './db'
import { loadLevelContext } from './level-context'
import { loadRhythm } from './meeting-rhythm'
import { instantOf, type ProjectPicture, pictureOf, reasonsOfDay } from './week-picture'

/** Weeks made up for when nothing ran for a long time; further back nobody holds a meeting about. */
const MOST_WEEKS = 8

/** Weeks of a district whose data line has come and that are not frozen, oldest first. */
export async function unfrozenWeeks(districtId: string, now: Moment): Promise<MeetingWeek[]> {
  const [rhythm, { calendar }, last] = await Promise.all([
    loadRhythm(db, districtId),
    loadLevelContext(db, districtId, now.on),
    db.weekSnapshot.findFirst({ where: { districtId }, orderBy: { weekOf: 'desc' }, select: { weekOf: true } }),
  ])
  return weeksToFreeze(last ? fromDb(last.weekOf) : null, now, rhythm, calendar, MOST_WEEKS)
}

/** Whether the actor's district was frozen for the meeting of a week: only then an agenda can be drafted. */
export const isFrozenWeek = async ({ districtId }: Pick<Actor, 'districtId'>, weekOf: PlainDate): Promise<boolean> =>
  (await db.weekSnapshot.count({ where: { districtId, weekOf: toDb(weekOf) } })) > 0

const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

/** Fingerprint of a picture, whatever order its rows were read in. */
const checksumOf = (rows: readonly (ProjectPicture & BriefDetails)[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        plain,
      ),
    )
    .digest('hex')

/**
 * Freezes the week at its data line 截数; a week that is frozen stays as it is.
 *
 * A run that comes days late takes what was known at the line, not what is known now.
 *
 * @param id of the new row; the demo district numbers its own
 * @returns how many projects were frozen now: 0 when somebody was faster
 */
export async function freezeWeek(tx: Tx, districtId: string, week: MeetingWeek, id?: string): Promise<number> {
  const { on, hour } = week.dataLine
  const pictures = await pictureOf(tx, { districtId }, on, instantOf(week.dataLine))
  const { calendar } = await loadLevelContext(tx, districtId, on)
  const reasons = await reasonsOfDay(
    tx,
    pictures.map((p) => p.id),
    on,
    calendar,
  )
  const said = pictures.map((p) => ({ ...p, reasons: reasons.get(p.id) ?? [] }))
  const details = await briefDetails(tx, districtId, said, week)
  const rows = said.map((p) => ({ ...p, ...details(p.id) }))
  const data = {
    ...(id ? { id, frozenAt: instantOf(week.dataLine) } : {}),
    districtId,
    weekOf: toDb(week.weekOf),
    dataLineOn: toDb(on),
    dataLineHour: hour,
    checksum: checksumOf(rows),
  }
  const { count } = await tx.weekSnapshot.createMany({ data, skipDuplicates: true })
  if (count === 0) return 0
  const snapshot = await tx.weekSnapshot.findUniqueOrThrow({
    where: { districtId_weekOf: { districtId, weekOf: data.weekOf } },
    select: { id: true },
  })
  await tx.weekProject.createMany({
    data: rows.map(({ id: projectId, startOn, productionOn, reportedOn, reasons: why, raised, expiries, ...row }) => ({
      ...row,
      snapshotId: snapshot.id,
      projectId,
      reasons: why as Prisma.InputJsonValue,
      raised: raised as unknown as Prisma.InputJsonValue,
      expiries: expiries as unknown as Prisma.InputJsonValue,
      startOn: dbDayOrNull(startOn),
      productionOn: dbDayOrNull(productionOn),
      reportedOn: dbDayOrNull(reportedOn),
    })),
  })
  return rows.length
}

/** As `freezeWeek`, in a transaction of its own. */
export const freezeWeekNow = (districtId: string, week: MeetingWeek): Promise<number> =>
  db.$transaction((tx) => freezeWeek(tx, districtId, week), { maxWait: 10_000, timeout: 120_000 })

/** A frozen week, and when its line was. */
export type FrozenWeek = Readonly<{ id: string; weekOf: PlainDate; dataLine: Moment; frozenAt: Date }>

const frozen = (row: {
  id: string
  weekOf: Date
  dataLineOn: Date
  dataLineHour: number
  frozenAt: Date
}): FrozenWeek => ({
  id: row.id,
  weekOf: fromDb(row.weekOf),
  dataLine: { on: fromDb(row.dataLineOn), hour: row.dataLineHour },
  frozenAt: row.frozenAt,
})

/** The frozen weeks of a district, latest first. */
export const listFrozenWeeks = async (tx: Tx, districtId: string, most: number): Promise<FrozenWeek[]> =>
  (await tx.weekSnapshot.findMany({ where: { districtId }, orderBy: { weekOf: 'desc' }, take: most })).map(frozen)

/** The frozen week of a Monday, and the one before it. */
export async function findFrozenWeeks(
  tx: Tx,
  districtId: string,
  weekOf: PlainDate,
): Promise<{ week: FrozenWeek | null; before: FrozenWeek | null }> {
  const rows = await tx.weekSnapshot.findMany({
    where: { districtId, weekOf: { lte: toDb(weekOf) } },
    orderBy: { weekOf: 'desc' },
    take: 2,
  })
  const [first, second] = rows.map(frozen)
  if (!first) return { week: null, before: null }
  return first.weekOf === weekOf ? { week: first, before: second ?? null } : { week: null, before: first }
}

/** The projects of a frozen week that a clause holds. */
export async function frozenPicture(
  tx: Tx,
  snapshotId: string,
  where: Prisma.ProjectWhereInput,
): Promise<(ProjectThen & { reasons: Prisma.JsonValue; owner: string | null })[]> {
  const rows = await tx.weekProject.findMany({
    where: { snapshotId, project: where },
    orderBy: { project: { number: 'asc' } },
  })
  return rows.map((row) => ({
    id: row.projectId,
    level: row.level,
    stage: row.stage,
    stewardId: row.stewardId,
    leaderId: row.leaderId,
    taskforceId: row.taskforceId,
    startOn: dayOrNull(row.startOn),
    productionOn: dayOrNull(row.productionOn),
    plannedFen: row.plannedFen,
    doneFen: row.doneFen,
    reasons: row.reasons,
    owner: row.owner,
  }))
}
