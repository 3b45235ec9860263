import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import type { Actor } from '@/lib/domain/access'
import { base32, counterBytes, digitsOf, judgeCode, type OtpAlgorithm, stepAt } from '@/lib/domain/one-time-code'
import { err, ok, type Result } from '@/lib/domain/result'
import { ENROL_MINUTES, plainCode, RECOVERY_CODES, RECOVERY_SIGNS, recoveryCodeOf } from '@/lib/domain/second-factor'
import { db, type Tx } from './db'
import { keyedHash, seal, unseal } from './secret-box'
import { liveSince, renewSession } from './sessions'
import { write } from './write'

/** Bytes of a secret: as many as its hash has, so that no half of the key is left out. */
const SECRET_BYTES: Readonly<Record<OtpAlgorithm, number>> = { sha1: 20, sha256: 32, sm3: 32 }

// A secret copied to another account's row cannot be opened there.
const sealedFor = (userId: string) => `second factor ${userId}`
const hashOf = (userId: string, code: string) => keyedHash(`${userId} ${plainCode(code)}`, 'recovery codes')

/** What somebody proves himself by: a code of the authenticator, or one for one use. */
export type Proof = Readonly<{ kind: 'CODE' | 'RECOVERY'; code: string }>

async function lockFactor(tx: Tx, userId: string) {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`
  return tx.secondFactor.findUnique({ where: { userId } })
}
type Row = NonNullable<Awaited<ReturnType<typeof lockFactor>>>

const secretOf = (row: Pick<Row, 'userId' | 'secret'>): Buffer | null => {
  const text = unseal(row.secret, sealedFor(row.userId))
  return text === null ? null : Buffer.from(text, 'base64')
}

/** Takes a code of the authenticator: its step is remembered, so that it never counts again. */
async function takeCode(tx: Tx, row: Row, typed: string, now: Date, more: object = {}): Promise<Result<null>> {
  const secret = secretOf(row)
  if (!secret) return err({ code: 'FACTOR_UNREADABLE' })
  const codeOf = (step: number) => digitsOf(createHmac(row.algorithm, secret).update(counterBytes(step)).digest())
  const verdict = judgeCode(typed, codeOf, stepAt(now.getTime() / 1000), row.lastStep)
  if (verdict.step === null) return err({ code: verdict.used ? 'FACTOR_CODE_USED' : 'FACTOR_CODE_WRONG' })
  await tx.secondFactor.update({ where: { userId: row.userId }, data: { lastStep: verdict.step, ...more } })
  return ok(null)
}

async function takeProof(tx: Tx, row: Row, proof: Proof, now: Date): Promise<Result<null>> {
  if (proof.kind === 'CODE') return takeCode(tx, row, proof.code, now)
  const { count } = await tx.recoveryCode.updateMany({
    where: { hash: hashOf(row.userId, proof.code), userId: row.userId, usedAt: null },
    data: { usedAt: now },
  })
  return count === 1 ? ok(null) : err({ code: 'RECOVERY_CODE_WRONG' })
}

/** New recovery codes in place of any that are left; only their hashes stay. */
async function replaceCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(RECOVERY_SIGNS)))
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, hash: hashOf(userId, code) })) })
  return codes
}

const left = (tx: Tx, userId: string) => tx.recoveryCode.count({ where: { userId, usedAt: null } })

/** Takes an account's second factor away, in the transaction of whatever decided it; its owner can be given another. */
export async function forgetFactor(tx: Tx, userId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.secondFactor.deleteMany({ where: { userId } })
}

/** Whether an account has a second factor that counts. */
export const hasFactor = async (tx: Tx, userId: string): Promise<boolean> =>
  (await tx.secondFactor.count({ where: { userId, confirmedAt: { not: null } } })) > 0

const isShown = (row: Row, sessionId: string, now: Date) =>
  row.confirmedAt === null &&
  row.sessionId === sessionId &&
  row.begunAt.getTime() + ENROL_MINUTES * 60_000 > now.getTime()

/**
 * How the actor's own second factor stands. Its secret is shown in the session that asked for it and until its first code,
 * and never after.
 */
export async function ownFactor(actor: Actor, sessionId: string, now: Date) {
  const row = await db.secondFactor.findUnique({ where: { userId: actor.userId } })
  if (row?.confirmedAt) return { stage: 'ON', since: row.confirmedAt, left: await left(db, actor.userId) } as const
  const secret = row && isShown(row, sessionId, now) ? secretOf(row) : null
  return row && secret
    ? ({ stage: 'SHOWN', secret: base32(secret), algorithm: row.algorithm as OtpAlgorithm } as const)
    : ({ stage: 'NONE' } as const)
}

type InSession = Readonly<{ sessionId: string; now: Date }>

/**
 * Makes a secret for the actor's authenticator 开启两步验证; it counts from its first code.
 *
 * @returns err FACTOR_THERE
 */
export const beginFactor = write('secondFactor.begin', async (tx, actor, { sessionId, now }: InSession) => {
  const { userId, districtId } = actor
  const row = await lockFactor(tx, userId)
  if (row?.confirmedAt) return err({ code: 'FACTOR_THERE' })
  const { otpAlgo } = await tx.district.findUniqueOrThrow({ where: { id: districtId }, select: { otpAlgo: true } })
  const secret = seal(randomBytes(SECRET_BYTES[otpAlgo as OtpAlgorithm]).toString('base64'), sealedFor(userId))
  const data = { secret, algorithm: otpAlgo, sessionId, begunAt: now }
  await tx.secondFactor.upsert({ where: { userId }, create: { userId, ...data }, update: data })
  return ok({ value: null, subject: userId, detail: { otpAlgo } })
})

/**
 * The first code of a new authenticator: from now on the account is asked for one. Every other session of it ends, this one
 * gets a new id.
 *
 * @returns recovery codes, which nobody can show again, and the session's new id; err FACTOR_THERE, FACTOR_NOT_BEGUN (or
 *          begun in another session, or too long ago), FACTOR_CODE_WRONG
 */
export const confirmFactor = write(
  'secondFactor.confirm',
  async (tx, actor, { sessionId, now, code }: InSession & Readonly<{ code: string }>) => {
    const { userId } = actor
    const row = await lockFactor(tx, userId)
    if (row?.confirmedAt) return err({ code: 'FACTOR_THERE' })
    if (!row || !isShown(row, sessionId, now)) return err({ code: 'FACTOR_NOT_BEGUN' })
    const taken = await takeCode(tx, row, code, now, { confirmedAt: now })
    if (!taken.ok) return taken
    const renewed = await renewSession(tx, userId, sessionId, now)
    if (!renewed) return err({ code: 'NOT_FOUND' })
    await endOthers(tx, userId, renewed, now)
    return ok({ value: { codes: await replaceCodes(tx, userId), sessionId: renewed }, subject: userId })
  },
)

const endOthers = (tx: Tx, userId: string, keepId: string, now: Date) =>
  tx.session.updateMany({ where: { userId, revokedAt: null, id: { not: keepId } }, data: { revokedAt: now } })

/**
 * The second factor at sign-in 两步验证: a session that only its password has opened becomes usable, under a new id.
 *
 * The attempt has been counted before (sign-in-throttle.ts).
 *
 * @returns err NOT_FOUND for a session that is another's, over or past it; FACTOR_CODE_WRONG, FACTOR_CODE_USED,
 *          RECOVERY_CODE_WRONG, FACTOR_UNREADABLE when the server's secret has changed
 */
export const passFactor = write(
  'secondFactor.pass',
  async (tx, actor, { sessionId, now, proof }: InSession & Readonly<{ proof: Proof }>) => {
    const { userId } = actor
    const row = await lockFactor(tx, userId)
    if (!row?.confirmedAt) return err({ code: 'NOT_FOUND' })
    const pending = await tx.session.count({
      where: { id: sessionId, userId, secondFactorAt: null, ...liveSince(now) },
    })
    if (pending === 0) return err({ code: 'NOT_FOUND' })
    const taken = await takeProof(tx, row, proof, now)
    if (!taken.ok) return taken
    const renewed = await renewSession(tx, userId, sessionId, now)
    if (!renewed) return err({ code: 'NOT_FOUND' })
    const detail = { by: proof.kind, left: await left(tx, userId) }
    return ok({ value: { sessionId: renewed }, subject: renewed, detail })
  },
)

/**
 * New recovery codes for those that are used up or were seen.
 *
 * @returns the codes, shown this once; err FACTOR_NONE, FACTOR_CODE_WRONG, FACTOR_CODE_USED
 */
export const renewRecoveryCodes = write(
  'secondFactor.renew',
  async (tx, actor, { now, code }: Readonly<{ now: Date; code: string }>) => {
    const row = await lockFactor(tx, actor.userId)
    if (!row?.confirmedAt) return err({ code: 'FACTOR_NONE' })
    const taken = await takeCode(tx, row, code, now)
    if (!taken.ok) return taken
    return ok({ value: { codes: await replaceCodes(tx, actor.userId) }, subject: actor.userId })
  },
)

/**
 * Somebody who is signed in has shown once more that it is him 再次确认本人: his session remembers it for a few minutes.
 *
 * The attempt has been counted before (sign-in-throttle.ts), and so has the password of an account without a second factor
 * been compared.
 *
 * @param proof null where the password was asked
 * @returns err FACTOR_CODE_WRONG and those of a code, where the account has a second factor; NOT_FOUND for another's session
 * @source SECURITY.md 3.3 ASVS 7.5, 3.4 H-23
 */
export const proveAgain = write(
  'user.prove',
  async (tx, actor, { sessionId, now, proof }: InSession & Readonly<{ proof: Proof | null }>) => {
    const row = await lockFactor(tx, actor.userId)
    if (row?.confirmedAt) {
      const taken = proof ? await takeProof(tx, row, proof, now) : err({ code: 'FACTOR_CODE_WRONG' })
      if (!taken.ok) return taken
    }
    const where = { id: sessionId, userId: actor.userId, ...liveSince(now) }
    const { count } = await tx.session.updateMany({ where, data: { provedAt: now } })
    if (count === 0) return err({ code: 'NOT_FOUND' })
    return ok({
      value: null,
      subject: actor.userId,
      detail: { by: row?.confirmedAt ? (proof?.kind ?? '') : 'PASSWORD' },
    })
  },
)

/**
 * Switches the actor's own second factor off, or makes room for another telephone; the password has been checked. Where
 * the district demands one, the account is led to a new one before anything else.
 *
 * @returns err FACTOR_NONE and those of a code
 */
export const removeFactor = write(
  'secondFactor.remove',
  async (tx, actor, { sessionId, now, proof }: InSession & Readonly<{ proof: Proof }>) => {
    const row = await lockFactor(tx, actor.userId)
    if (!row?.confirmedAt) return err({ code: 'FACTOR_NONE' })
    const taken = await takeProof(tx, row, proof, now)
    if (!taken.ok) return taken
    await forgetFactor(tx, actor.userId)
    await endOthers(tx, actor.userId, sessionId, now)
    return ok({ value: null, subject: actor.userId, detail: { by: proof.kind } })
  },
)
