/** So many in so long: whatever is more has to wait. */
export type Rate = Readonly<{ most: number; spanMs: number }>

/**
 * What may come from one address, and from all together before a question is asked of everybody.
 *
 * @source SECURITY.md H-21, ASVS 2.4.1: 5 in 10 minutes, 300 an hour
 */
export const VISIT_RATES = {
  filing: { most: 5, spanMs: 10 * 60_000 },
  lookUp: { most: 20, spanMs: 10 * 60_000 },
  all: { most: 300, spanMs: 3_600_000 },
} as const satisfies Record<string, Rate>

/** Those of the times that still count, oldest first. */
export const stillCounting = (times: readonly number[], now: number, { spanMs }: Rate): readonly number[] =>
  times.filter((time) => time > now - spanMs)

/**
 * How long whoever came at these times has to wait for his next turn; 0 when it is his now.
 *
 * @returns milliseconds
 */
export function waitOf(times: readonly number[], now: number, rate: Rate): number {
  const counting = stillCounting(times, now, rate)
  const first = counting[counting.length - rate.most]
  return first === undefined ? 0 : first + rate.spanMs - now
}
