import type { PlainDate } from '@/lib/domain/plain-date'
import type { BulletinEdition } from '@/lib/schemas/ranking-bulletin'
import { recordedText } from './instant'
import type { Locale } from './locale'
import { translator } from './translator'

/** The first signs of a checksum, as people compare them aloud. */
const shortSum = (checksum: string) =>
  checksum
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1-')

/** `2026-10-31 24:00`: the end of a day, as a data line is said. */
export const midnightOf = (day: PlainDate): string => `${day} 24:00`

/** What stands at the foot of a bulletin: as of when, who signed it, and its checksum; of a draft, that it is one. */
export function bulletinFoot({ dataLineOn, signed, nth }: BulletinEdition, locale: Locale): string[] {
  const t = translator(locale)
  const known = t('bulletin.asOf', { at: midnightOf(dataLineOn) })
  if (!signed) return [known, t('bulletin.isDraft')]
  return [
    known,
    t('bulletin.signed', { name: signed.by, at: recordedText(new Date(signed.at)), nth }),
    t('bulletin.sum', { sum: shortSum(signed.checksum) }),
  ]
}
