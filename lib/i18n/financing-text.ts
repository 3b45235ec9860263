import { rateText } from '@/lib/domain/financing/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { FinancingRow, OfferRow } from '@/lib/schemas/financing'
import { dayIn } from './day'
import type { Translator } from './translator'

/** What is waited for and until when, in one line: `11-26 前要结论`. */
export function dutyText(
  duty: FinancingRow['duty'] | OfferRow['clock']['duty'],
  today: PlainDate,
  t: Translator,
): string {
  if (!duty) return t('financing.settled')
  const what = t(`financing.duty.${duty.what}`)
  return duty.dueOn ? t('financing.before', { day: dayIn(duty.dueOn, today), what }) : what
}

/** How much of the time is left; nothing without a day. */
export function leftText(duty: FinancingRow['duty'], t: Translator): string | null {
  if (!duty || duty.late === null) return null
  if (duty.late > 0) return t('financing.lateBy', { n: duty.late })
  return duty.late === 0 ? t('financing.dueToday') : t('financing.leftBy', { n: -duty.late })
}

/** Term, rate and security of a need; what the reader may not see stays out. */
export function termsText(
  { months, rateCeilingBp, collateral }: Pick<FinancingRow, 'months' | 'rateCeilingBp' | 'collateral'>,
  t: Translator,
): Readonly<{ first: string; second: string }> | null {
  if (months === null || collateral === null) return null
  const rate =
    rateCeilingBp === null ? t('financing.noCeiling') : t('financing.rateTo', { rate: rateText(rateCeilingBp) })
  return {
    first: [t('financing.months', { n: months }), rate].join(t('shell.comma')),
    second: t(`financing.collateral.${collateral}`),
  }
}
