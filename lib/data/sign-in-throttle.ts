import 'server-only'
import { db, type Tx } from './db'

const WINDOW_MS = 15 * 60_000
/** Wrong passwords after which a name, or an address, is locked for a window; wrong codes of the second factor by name. */
const LIMITS = { name: 5, address: 20, code: 5 } as const
type Kind = keyof typeof LIMITS

const keyOf = (kind: Kind, text: string) => `${kind}:${text.normalize('NFKC').toLowerCase().slice(0, 120)}`

/**
 * Counts an attempt before its password is looked at, so that guesses in parallel cannot outrun the count. The attempt that
 * uses up the limit locks; while it is locked the end of the lock stays where it is.
 *
 * @returns whether this attempt may be looked at
 */
async function countAttempt(kind: Kind, text: string, now: Date): Promise<boolean> {
  const start = new Date(now.getTime() - WINDOW_MS)
  const until = new Date(now.getTime() + WINDOW_MS)
  const [row] = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO "SignInThrottle" AS t ("key", "failures", "windowStart", "lockedUntil")
    VALUES (${keyOf(kind, text)}, 1, ${now}::timestamptz, NULL)
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN t."windowStart" < ${start}::timestamptz AND COALESCE(t."lockedUntil", ${now}::timestamptz) <= ${now}::timestamptz
        THEN 1 ELSE t."failures" + 1 END,
      "windowStart" = CASE WHEN t."windowStart" < ${start}::timestamptz AND COALESCE(t."lockedUntil", ${now}::timestamptz) <= ${now}::timestamptz
        THEN ${now}::timestamptz ELSE t."windowStart" END,
      "lockedUntil" = CASE
        WHEN t."lockedUntil" > ${now}::timestamptz THEN t."lockedUntil"
        WHEN t."windowStart" >= ${start}::timestamptz AND t."failures" + 1 >= ${LIMITS[kind]} THEN ${until}::timestamptz END
    RETURNING "failures"`
  return (row?.failures ?? 1) <= LIMITS[kind]
}

/**
 * Counts a sign-in for the typed name and the address it comes from. Names are counted whether or not such an account
 * exists, so the lock says nothing about it.
 *
 * @returns false while either is locked
 * @source GB/T 22239-2019 8.1.4.1: 登录失败处理
 */
export async function takeAttempt(name: string, address: string | null, now: Date): Promise<boolean> {
  const allowed = await countAttempt('name', name, now)
  return (address ? await countAttempt('address', address, now) : true) && allowed
}

/** A right password: the name's count is forgotten, and the address gets its attempt back (a whole office may share it). */
export async function giveBackAttempt(name: string, address: string | null): Promise<void> {
  await db.signInThrottle.deleteMany({ where: { key: keyOf('name', name) } })
  if (!address) return
  await db.$executeRaw`
    UPDATE "SignInThrottle" SET "failures" = "failures" - 1,
      "lockedUntil" = CASE WHEN "failures" - 1 < ${LIMITS.address} THEN NULL ELSE "lockedUntil" END
    WHERE "key" = ${keyOf('address', address)} AND "failures" > 0`
}

/**
 * Minutes until a name and an address are looked at again; null while neither is locked. Names nobody has are locked alike,
 * so the answer says nothing about accounts.
 */
export async function lockedFor(name: string, address: string | null, now: Date): Promise<number | null> {
  const keys = [keyOf('name', name), ...(address ? [keyOf('address', address)] : [])]
  const { _max } = await db.signInThrottle.aggregate({
    where: { key: { in: keys }, lockedUntil: { gt: now } },
    _max: { lockedUntil: true },
  })
  return _max.lockedUntil && Math.ceil((_max.lockedUntil.getTime() - now.getTime()) / 60_000)
}

/**
 * Counts a code of the second factor, before it is looked at. A right password does not forget these: whoever has the
 * password would have as many guesses as he likes.
 *
 * @returns false while the codes of the account are locked
 * @source SECURITY.md 3.1 CES1-04: 5 bad codes lock
 */
export const takeCodeAttempt = (name: string, now: Date): Promise<boolean> => countAttempt('code', name, now)

/** A right code: the count is forgotten. */
export async function forgetCodeFailures(name: string): Promise<void> {
  await db.signInThrottle.deleteMany({ where: { key: keyOf('code', name) } })
}

/** Minutes until the codes of an account are looked at again; null while they are not locked. */
export async function codeLockedFor(name: string, now: Date): Promise<number | null> {
  const row = await db.signInThrottle.findUnique({ where: { key: keyOf('code', name) } })
  const left = row?.lockedUntil ? row.lockedUntil.getTime() - now.getTime() : 0
  return left > 0 ? Math.ceil(left / 60_000) : null
}

/** Names that are locked at an instant, of accounts or of nobody. */
export async function lockedNames(now: Date): Promise<string[]> {
  const rows = await db.signInThrottle.findMany({
    where: { OR: [{ key: { startsWith: 'name:' } }, { key: { startsWith: 'code:' } }], lockedUntil: { gt: now } },
    select: { key: true },
  })
  return [...new Set(rows.map(({ key }) => key.slice('name:'.length)))]
}

/**
 * Ends the lock of a name before its time; whoever typed wrong passwords from an address stays locked by the address.
 *
 * @returns whether the name was locked at all
 */
export async function forgetFailures(tx: Tx, name: string): Promise<boolean> {
  const keys = [keyOf('name', name), keyOf('code', name)]
  return (await tx.signInThrottle.deleteMany({ where: { key: { in: keys } } })).count > 0
}
