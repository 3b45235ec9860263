import type { ComplaintRow } from '@/lib/schemas/complaint'
import type { Locale } from './locale'
import { translator } from './translator'

/** What speaks for the colour of a complaint: how many days are left or past, or how it was answered. */
export function complaintReason(
  row: Pick<ComplaintRow, 'reason' | 'state' | 'merged' | 'repeatOf'>,
  locale: Locale,
): string {
  const t = translator(locale)
  // What went on with another one was not refused.
  if (row.merged) return complaintStateText(row, locale)
  const { code, n } = row.reason
  // A complaint is neither signed for nor suspended: those two are of tasks alone.
  return code === 'UNSIGNED' || code === 'SUSPENDED' ? '' : t(`complaint.reason.${code}`, { n })
}

/** How far a complaint is; one that went on with another says with which. */
export function complaintStateText(
  { state, merged, repeatOf }: Pick<ComplaintRow, 'state' | 'merged' | 'repeatOf'>,
  locale: Locale,
): string {
  const t = translator(locale)
  return merged && repeatOf ? t('complaint.mergedInto', { n: repeatOf.number }) : t(`complaint.state.${state}`)
}

/** Stars in words; null where nobody gave any. */
export function starsText(rating: number | null, locale: Locale): string | null {
  const t = translator(locale)
  return rating === null ? null : t(`complaint.stars.${rating as 1 | 2 | 3 | 4 | 5}`)
}

/** Where it was said, in words. */
export function pointText(point: ComplaintRow['point'], locale: Locale): string {
  const t = translator(locale)
  return point ? t('complaint.pointNo', { n: point.number }) : t('complaint.noPoint')
}
