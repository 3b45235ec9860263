import type { Period } from './figure'
import { type PlainDate, yearOf, ymd } from './plain-date'

/**
 * The days a page of figures speaks of: those asked for, else the year so far.
 *
 * @returns `reversed` where the first day asked for is after the last one: the year so far is meant then, and the page says so
 */
export function reportDays(
  asked: Readonly<{ from?: PlainDate | undefined; to?: PlainDate | undefined }>,
  today: PlainDate,
): Readonly<{ period: Period; reversed: boolean }> {
  const usual = { from: ymd(yearOf(today), 1, 1), to: today }
  const period = { from: asked.from ?? usual.from, to: asked.to ?? usual.to }
  const reversed = period.from > period.to
  return { period: reversed ? usual : period, reversed }
}
