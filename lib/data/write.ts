import 'server-only'
import { type Action, type Actor, relationFor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, type Failure, type Result } from '@/lib/domain/result'
import type { Prisma } from '@/prisma/generated/client'
import { appendAudit } from './audit'
import { db, type Tx } from './db'

export type WriteOptions = Readonly<{
  /** The business day; never read from a clock down here. */
  today: PlainDate
  /** Idempotency key of the form or call: the same key gets the same answer, once. */
  formKey?: string
  /** Hash of what was sent, so that one key with two bodies is refused. */
  bodyHash?: string
}>

/** What a handler hands back: the answer for the caller, and what the audit row says. */
export type Written<T> = Readonly<{
  value: T
  subject: string
  projectId?: string
  /** Before and after of what changed; no personal data beyond names. */
  detail?: Prisma.InputJsonValue
}>

export type Handler<I, T> = (tx: Tx, actor: Actor, input: I, today: PlainDate) => Promise<Result<Written<T>>>

/** Ends a rehearsal that nothing was refused in: the transaction is rolled back all the same. */
const REHEARSED = { code: 'REHEARSED' }

class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** Longest a write may take; a whole ledger of 5,000 rows has more, a busy server may need some of it. */
const TIMEOUT_MS = { usual: 60_000, bulk: 180_000 } as const

/** Codes a refused attempt is remembered for in the audit log. */
const DENIALS = new Set(['FORBIDDEN', 'NOT_FOUND'])

/**
 * The one way to change anything: policy, one transaction, idempotency key, audit row 写入.
 *
 * The handler locks and re-reads what it changes, checks `version`, lets lib/domain decide, updates. A refusal rolls
 * everything back; a thrown error is a bug and rolls back as well. Answers must be plain JSON, they are kept with the key.
 *
 * @param of the action, or how the input names it when one form does several
 * @param options.size `bulk` for what writes thousands of rows at once
 * @param options.silent what is done leaves no audit row: sealed reports keep their own history, and the log is read by others
 * @param options.stands asked before an earlier answer to the same key is given again: why it no longer holds, or null
 * @returns err FORBIDDEN when the role may never do it, KEY_REUSED when the key came with another body, else what the
 *          handler refuses
 * `rehearse` asks what would be refused without writing anything: the same handler, always rolled back, no key and no audit
 * row. A form whose shape is wrong already is asked this way what else is wrong with it.
 *
 * @example export const closeIssue = write('issue.close', async (tx, actor, input, today) => …)
 */
export function write<I, T>(
  of: Action | ((input: I) => Action),
  handler: Handler<I, T>,
  {
    size = 'usual',
    stands,
    silent = false,
  }: Readonly<{
    size?: keyof typeof TIMEOUT_MS
    stands?: (tx: Tx, value: T) => Promise<Failure | null>
    silent?: boolean
  }> = {},
) {
  const run = async (actor: Actor, input: I, options: WriteOptions): Promise<Result<T>> => {
    const action = typeof of === 'function' ? of(input) : of
    if (relationFor(actor.role, action) === null) return refuse(actor, action, { code: 'FORBIDDEN', action })
    try {
      const value = await db.$transaction(
        (tx) => attempt(tx, actor, action, { handler, stands, silent }, input, options),
        {
          maxWait: 5_000,
          timeout: TIMEOUT_MS[size],
        },
      )
      return { ok: true, value }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return DENIALS.has(error.failure.code) ? refuse(actor, action, error.failure) : err(error.failure)
    }
  }
  const rehearse = async (actor: Actor, input: I, today: PlainDate): Promise<Failure | null> => {
    if (relationFor(actor.role, typeof of === 'function' ? of(input) : of) === null) return null
    try {
      await db.$transaction(
        async (tx) => {
          const result = await handler(tx, actor, input, today)
          throw new Refused(result.ok ? REHEARSED : result.error)
        },
        { maxWait: 5_000, timeout: TIMEOUT_MS[size] },
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return error.failure === REHEARSED || DENIALS.has(error.failure.code) ? null : error.failure
    }
    return null
  }
  // Named, so that a test can find every write there is and knock on it in every role.
  return Object.assign(run, { action: of as Action | ((input: never) => Action), rehearse })
}

async function attempt<I, T>(
  tx: Tx,
  actor: Actor,
  action: Action,
  {
    handler,
    stands,
    silent,
  }: Readonly<{ handler: Handler<I, T>; stands?: (tx: Tx, value: T) => Promise<Failure | null>; silent: boolean }>,
  input: I,
  options: WriteOptions,
): Promise<T> {
  const { formKey, bodyHash = '' } = options
  if (formKey) {
    const earlier = await claim(tx, actor, action, formKey, bodyHash)
    if (earlier) {
      const fallen = (await stands?.(tx, earlier.result as T)) ?? null
      if (fallen) throw new Refused(fallen)
      return earlier.result as T
    }
  }
  const result = await handler(tx, actor, input, options.today)
  if (!result.ok) throw new Refused(result.error)
  const { value, subject, projectId, detail } = result.value
  if (!silent) await appendAudit(tx, { actor, action, subject, projectId, ok: true, detail })
  if (formKey) {
    await tx.idempotencyKey.update({
      where: { actorId_action_key: { actorId: actor.userId, action, key: formKey } },
      data: { result: value as Prisma.InputJsonValue },
    })
  }
  return value
}

/** Takes the key, or waits for whoever holds it and returns his answer. */
async function claim(tx: Tx, actor: Actor, action: Action, key: string, bodyHash: string) {
  const taken = await tx.$executeRaw`
    INSERT INTO "IdempotencyKey" ("actorId", "action", "key", "bodyHash", "result")
    VALUES (${actor.userId}::uuid, ${action}, ${key}, ${bodyHash}, 'null') ON CONFLICT DO NOTHING`
  if (taken === 1) return null
  const earlier = await tx.idempotencyKey.findUniqueOrThrow({
    where: { actorId_action_key: { actorId: actor.userId, action, key } },
  })
  if (earlier.bodyHash !== bodyHash) throw new Refused({ code: 'KEY_REUSED' })
  return earlier
}

/** Remembers a denied attempt in a transaction of its own: the one that was refused is gone. */
async function refuse(actor: Actor, action: Action, failure: Failure) {
  await db.$transaction((tx) => appendAudit(tx, { actor, action, ok: false, code: failure.code }))
  return err(failure)
}
