import 'server-only'
import { err, ok } from '@/lib/domain/result'
import { db } from './db'

const WINDOW_MS = 60_000

/**
 * Files one account may take or bring in a minute. A ledger takes up to a second of the server to read or to write; nobody
 * handles more than a few a minute by hand, and ten leave room for somebody who mends one and sends it again.
 */
const MOST_A_MINUTE = { export: 10, import: 10 } as const
export type FileTurn = keyof typeof MOST_A_MINUTE

const CODES = { export: 'EXPORT_LIMIT', import: 'UPLOAD_LIMIT' } as const

/**
 * Takes one of the turns an account has a minute 限次: a workbook taken, a ledger brought. One statement, so that turns in
 * parallel all count; kept beside the counts of sign-ins, which the same job sweeps.
 *
 * @returns err EXPORT_LIMIT, UPLOAD_LIMIT with the most there may be and the seconds to wait
 * @source ASVS 2.4.1
 */
export async function takeFileTurn(turn: FileTurn, userId: string, now: Date) {
  const start = new Date(now.getTime() - WINDOW_MS)
  const [taken] = await db.$queryRaw<[{ count: number; since: Date }]>`
    INSERT INTO "SignInThrottle" AS t ("key", "failures", "windowStart", "lockedUntil")
    VALUES (${`${turn}:${userId}`}, 1, ${now}::timestamptz, NULL)
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN t."windowStart" <= ${start}::timestamptz THEN 1 ELSE t."failures" + 1 END,
      "windowStart" = CASE WHEN t."windowStart" <= ${start}::timestamptz THEN ${now}::timestamptz ELSE t."windowStart" END
    RETURNING "failures" AS count, "windowStart" AS since`
  const most = MOST_A_MINUTE[turn]
  if (taken.count <= most) return ok(null)
  const seconds = Math.ceil((taken.since.getTime() + WINDOW_MS - now.getTime()) / 1000)
  return err({ code: CODES[turn], most, seconds: Math.max(1, seconds) })
}
