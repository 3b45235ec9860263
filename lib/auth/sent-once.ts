import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

type Sent = Readonly<{ print: string; beside: string; outcome: Promise<unknown>; untilMs: number }>
type Memory = { salt: Buffer; sent: Map<string, Sent> }
const globalForSent = globalThis as unknown as { sentOnce?: Memory }
const MOST = 20_000
/** An impatient hand presses again within seconds; after that the database knows a used token. */
const KEPT_MS = 10 * 60_000

function memory(): Memory {
  globalForSent.sentOnce ??= { salt: randomBytes(32), sent: new Map() }
  return globalForSent.sentOnce
}

/**
 * Does what a form asks for once, however often it is pressed: an impatient second press gets the answer of the first, and
 * with it the look-up code. Kept in memory for minutes, under a digest nobody else can make.
 *
 * @param said everything the form says; a used token with other words is null, and has to be sent anew
 * @param beside what came with the words; a browser that loads its receipt anew may have lost it
 */
export async function once<T>(
  nonce: string,
  said: string,
  nowMs: number,
  act: () => Promise<T>,
  isFinal: (outcome: T) => boolean,
  beside = '',
): Promise<T | null> {
  const { salt, sent } = memory()
  const print = createHmac('sha256', salt).update(said).digest('base64url')
  for (const [key, { untilMs }] of sent) {
    if (untilMs > nowMs && sent.size <= MOST) break
    sent.delete(key)
  }
  const before = sent.get(nonce)
  if (before && before.untilMs > nowMs) {
    const same = before.print === print && (beside === '' || beside === before.beside)
    return same ? ((await before.outcome) as T) : null
  }
  const outcome = act()
  sent.set(nonce, { print, beside, outcome, untilMs: nowMs + KEPT_MS })
  const forget = () => sent.delete(nonce)
  try {
    const done = await outcome
    // What was refused was not done: the same form may be sent again.
    if (!isFinal(done)) forget()
    return done
  } catch (error) {
    forget()
    throw error
  }
}
