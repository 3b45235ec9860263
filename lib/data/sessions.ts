import 'server-only'
import { DEFAULT_RHYTHM } from '@/lib/domain/meeting/week'
import { PROOF_MINUTES } from '@/lib/domain/own-proof'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type FactorState, factorState } from '@/lib/domain/second-factor'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db, type Tx } from './db'
import { isCity } from './issue-raiser'
import { loadRhythm } from './meeting-rhythm'

const ABSOLUTE_MS = 8 * 3_600_000
const IDLE_MS = 30 * 60_000
const PROOF_MS = PROOF_MINUTES * 60_000
/** A session is written to at most this often: reading a page must not cost a write each time. */
const TOUCH_MS = 60_000

/** What a session that is still alive looks like at an instant. */
export const liveSince = (now: Date) =>
  ({
    revokedAt: null,
    expiresAt: { gt: now },
    lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) },
  }) satisfies Prisma.SessionWhereInput

const account = {
  id: true,
  username: true,
  role: true,
  districtId: true,
  personId: true,
  orgId: true,
  enterpriseId: true,
  locale: true,
  theme: true,
  textSize: true,
  mustChangePassword: true,
  disabledAt: true,
  person: { select: { name: true } },
  org: { select: { shortName: true } },
  district: { select: { name: true, brand: true, isDemo: true } },
} satisfies Prisma.UserSelect

/**
 * Begins a session 会话; its id goes into the signed cookie and nothing else does.
 *
 * @returns the id
 */
export async function startSession(
  userId: string,
  address: string | null,
  userAgent: string | null,
  now: Date,
): Promise<string> {
  const { id } = await db.session.create({
    data: {
      userId,
      address,
      userAgent: userAgent?.slice(0, 200) ?? null,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
    },
    select: { id: true },
  })
  return id
}

/** A person and those he is the deputy of on a day 代理. */
async function personsOf(personId: string, today: PlainDate): Promise<string[]> {
  const day = toDb(today)
  const absences = await db.deputy.findMany({
    where: { deputyId: personId, fromOn: { lte: day }, toOn: { gte: day } },
    select: { absentId: true },
  })
  return [personId, ...absences.map((a) => a.absentId)]
}

type SessionRow = Readonly<{
  revokedAt: Date | null
  expiresAt: Date
  lastSeenAt: Date
  address: string | null
  secondFactorAt: Date | null
  provedAt: Date | null
  enrolled: boolean
  demanded: readonly string[]
  absent: readonly string[]
  personName: string
  orgName: string | null
  districtName: string
  districtBrand: string | null
  districtIsDemo: boolean
  districtIsCity: boolean
  dataLineWeekday: number | null
  dataLineHour: number | null
}> &
  Omit<Prisma.UserGetPayload<{ select: typeof account }>, 'person' | 'org' | 'district'>

/**
 * The account of a live session, with the persons it stands in for today. One question: every page asks it first.
 *
 * @returns null when it was revoked, is over (8 h), slept too long (30 min), or its account is disabled
 */
export async function findSession(id: string, today: PlainDate, now: Date) {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT s."revokedAt", s."expiresAt", s."lastSeenAt", s."address", s."secondFactorAt", s."provedAt", d."factorGroups" AS demanded,
      EXISTS(SELECT 1 FROM "SecondFactor" f WHERE f."userId" = u."id" AND f."confirmedAt" IS NOT NULL) AS enrolled,
      u."id", u."username", u."role", u."districtId", u."personId", u."orgId", u."enterpriseId", u."locale", u."theme",
      u."textSize", u."mustChangePassword", u."disabledAt", p."name" AS "personName", o."shortName" AS "orgName",
      d."name" AS "districtName", d."brand" AS "districtBrand", d."isDemo" AS "districtIsDemo",
      EXISTS(SELECT 1 FROM "District" below WHERE below."parentId" = d."id") AS "districtIsCity",
      r."dataLineWeekday", r."dataLineHour",
      ARRAY(SELECT a."absentId" FROM "Deputy" a WHERE a."deputyId" = u."personId"
        AND a."fromOn" <= ${today}::date AND a."toOn" >= ${today}::date) AS absent
    FROM "Session" s JOIN "User" u ON u."id" = s."userId" JOIN "Person" p ON p."id" = u."personId"
      JOIN "District" d ON d."id" = u."districtId" LEFT JOIN "Org" o ON o."id" = u."orgId"
      LEFT JOIN "MeetingRhythm" r ON r."districtId" = u."districtId"
    WHERE s."id" = ${id}::uuid`
  if (!row || row.revokedAt || row.disabledAt) return null
  if (row.expiresAt <= now || row.lastSeenAt.getTime() + IDLE_MS <= now.getTime()) return null
  if (row.lastSeenAt.getTime() + TOUCH_MS <= now.getTime())
    await db.session.update({ where: { id }, data: { lastSeenAt: now } })
  const { absent, personName, orgName, districtName, districtBrand, districtIsDemo, districtIsCity, ...user } = row
  return {
    id: user.id,
    username: user.username,
    role: user.role,
    districtId: user.districtId,
    personId: user.personId,
    orgId: user.orgId,
    enterpriseId: user.enterpriseId,
    locale: user.locale,
    theme: user.theme,
    textSize: user.textSize,
    mustChangePassword: user.mustChangePassword,
    disabledAt: user.disabledAt,
    person: { name: personName },
    org: orgName === null ? null : { shortName: orgName },
    district: { name: districtName, brand: districtBrand, isDemo: districtIsDemo, isCity: districtIsCity },
    dataLine: {
      weekday: row.dataLineWeekday ?? DEFAULT_RHYTHM.dataLine.weekday,
      hour: row.dataLineHour ?? DEFAULT_RHYTHM.dataLine.hour,
    },
    address: row.address,
    enrolled: row.enrolled,
    proved: row.provedAt !== null && row.provedAt.getTime() + PROOF_MS > now.getTime(),
    standsInFor: [row.personId, ...absent],
    factor: factorState({
      role: row.role,
      enrolled: row.enrolled,
      passed: row.secondFactorAt !== null,
      demanded: row.demanded,
    }),
  }
}
type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>
/** An account behind a session: how far its sign-in has come decides what it may be used for. */
export type SessionAccount = Omit<Found, 'factor'> & Readonly<{ factor: FactorState }>

/**
 * A session after its second factor: under a new id, so that nobody who knew the old one comes along.
 *
 * @returns the new id; null when the old session is over or is not of this account
 * @source SECURITY.md 3.3, ASVS 7.2.4: new session id at MFA
 */
export async function renewSession(tx: Tx, userId: string, id: string, now: Date): Promise<string | null> {
  const { count } = await tx.session.updateMany({ where: { id, userId, ...liveSince(now) }, data: { revokedAt: now } })
  if (count === 0) return null
  const { createdAt, expiresAt, address, userAgent } = await tx.session.findUniqueOrThrow({ where: { id } })
  const data = { userId, createdAt, expiresAt, address, userAgent, lastSeenAt: now, secondFactorAt: now }
  return (await tx.session.create({ data, select: { id: true } })).id
}

/** Ends one session at once. */
export async function revokeSession(id: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
}

/** The account a command line on the server works as; null when it is missing or disabled. */
export async function findScriptAccount(username: string, today: PlainDate): Promise<SessionAccount | null> {
  const user = await db.user.findUnique({ where: { username }, select: account })
  if (!user || user.disabledAt) return null
  return {
    ...user,
    district: { ...user.district, isCity: await isCity(db, user.districtId) },
    dataLine: (await loadRhythm(db, user.districtId)).dataLine,
    address: null,
    enrolled: false,
    // Whoever runs a command on the server holds the database.
    proved: true,
    factor: 'DONE',
    standsInFor: await personsOf(user.personId, today),
  }
}
