import type { Period } from './figure'
import { type PlainDate, yearOf, ymd } from './plain-date'

/** The days a page of figures speaks of where nobody named any: the year so far. */
export const yearSoFar = (
  asked: Readonly<{ from?: PlainDate | undefined; to?: PlainDate | undefined }>,
  today: PlainDate,
): Period => ({ from: asked.from ?? ymd(yearOf(today), 1, 1), to: asked.to ?? today })
