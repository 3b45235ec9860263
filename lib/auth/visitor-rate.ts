import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import type { Door } from '@/lib/domain/public-door'
import { stillCounting, VISIT_RATES, waitOf } from '@/lib/domain/visit-rate'

const DAY_MS = 86_400_000
/** Addresses remembered at most; the oldest go first. */
const MOST_ADDRESSES = 50_000

/** What is counted: each door by itself, and wrong look-up codes. */
type Counted = Door
const rateOf = (kind: Counted) => (kind === 'case' ? VISIT_RATES.lookUp : VISIT_RATES.filing)
type Memory = { salt: Buffer; saltedMs: number; from: Map<string, readonly number[]>; all: readonly number[] }
const globalForRate = globalThis as unknown as { visitorRate?: Memory }

/** One for the whole process, whichever bundle asks. A day's counts cannot be joined to those of another: their salt is gone. */
function memory(nowMs: number): Memory {
  const known = globalForRate.visitorRate
  if (known && Math.abs(nowMs - known.saltedMs) < DAY_MS) return known
  const fresh: Memory = { salt: randomBytes(32), saltedMs: nowMs, from: new Map(), all: [] }
  globalForRate.visitorRate = fresh
  return fresh
}

/** What is counted as one: an address, and of IPv6 the network a subscriber has. */
export function countedAddress(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1]
  if (v4) return v4
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const all = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...(tail ?? '').split(':')]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':')
}

/** An address is never kept: what is counted is its digest under a salt that lives a day, in memory alone. */
const keyOf = (kind: Counted, address: string, { salt }: Memory): string =>
  `${kind}:${createHmac('sha256', salt).update(countedAddress(address)).digest('base64url')}`

/**
 * Milliseconds until somebody at this address has his next turn; 0 when it is now. A server that does not know where its
 * requests come from holds nobody up by it.
 */
export function waitFor(kind: Counted, address: string | null, nowMs: number): number {
  if (!address) return 0
  const kept = memory(nowMs)
  return waitOf(kept.from.get(keyOf(kind, address, kept)) ?? [], nowMs, rateOf(kind))
}

/** Counts a turn that was taken, of the address and, where something was filed, of all. */
export function countTurn(kind: Counted, address: string | null, nowMs: number): void {
  const kept = memory(nowMs)
  if (kind !== 'case')
    kept.all = [...stillCounting(kept.all, nowMs, VISIT_RATES.all), nowMs].slice(-VISIT_RATES.all.most)
  if (!address) return
  const key = keyOf(kind, address, kept)
  const times = stillCounting(kept.from.get(key) ?? [], nowMs, rateOf(kind))
  // To the end of the line: whoever came last is forgotten last.
  kept.from.delete(key)
  kept.from.set(key, [...times, nowMs].slice(-rateOf(kind).most))
  const [oldest] = kept.from.keys()
  if (kept.from.size > MOST_ADDRESSES && oldest !== undefined) kept.from.delete(oldest)
}

/**
 * Whether so many come that everybody is asked a question. Only turns that were taken count: whoever is held up by his own
 * address brings no question upon the others.
 */
export const isCrowded = (nowMs: number): boolean => waitOf(memory(nowMs).all, nowMs, VISIT_RATES.all) > 0
