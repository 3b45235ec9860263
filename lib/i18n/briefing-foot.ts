import { recordedDay } from '@/lib/clock'
import type { BriefingPaper } from '@/lib/schemas/briefing'
import { recordedText } from './instant'
import type { Locale } from './locale'
import { translator } from './translator'

/** The first signs of a checksum, as people compare them aloud. */
const shortSum = (checksum: string) =>
  checksum
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1-')

/** What stands under a briefing: as of when and by which rules, who published it, its checksum; of a draft, that it is one. */
export function briefingFoot(
  { asOf, rulesVersion, published, nth }: Pick<BriefingPaper, 'asOf' | 'rulesVersion' | 'published' | 'nth'>,
  locale: Locale,
): string[] {
  const t = translator(locale)
  // A draft is of its day: the minute somebody opened it would make another paper of it.
  const at = published ? recordedText(new Date(asOf)) : recordedDay(new Date(asOf))
  const known = [t('briefing.asOf', { at }), t('briefing.rules', { n: rulesVersion })]
  if (!published) return [...known, t('briefing.draftFoot')]
  return [
    ...known,
    t('briefing.publishedFoot', { name: published.by, at: recordedText(new Date(published.at)), nth }),
    t('briefing.sum', { sum: shortSum(published.checksum) }),
  ]
}
