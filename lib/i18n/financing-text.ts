import { rateText } from '@/lib/domain/financing/money'
import type { Collateral, FinancingChannel, FinancingPurpose } from '@/lib/domain/financing/need'
import type { PlainDate } from '@/lib/domain/plain-date'
import { isFileAnswer } from '@/lib/schemas/attachment'
import type { FinancingRow, NeedChange, OfferRow } from '@/lib/schemas/financing'
import { dayIn } from './day'
import type { Locale } from './locale'
import { amountText } from './money'
import { refusalText } from './refusal-text'
import { type Translator, translator } from './translator'

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

/** How the fields of a need are called in its form. */
const FIELDS = {
  projectId: 'project',
  purpose: 'purpose',
  amountFen: 'amount',
  months: 'months',
  rateCeilingBp: 'rate',
  collateral: 'collateral',
  collateralText: 'collateralText',
  loansFen: 'loans',
  loansBank: 'loansBank',
  wantedBankIds: 'banks',
  contactName: 'contact',
  contactPhone: 'phone',
  channel: 'channel',
} as const

/** A value of a field as people read it; null where it is read by nobody, as an id is. */
function valueText(field: keyof typeof FIELDS, value: string | null, locale: Locale): string | null {
  const t = translator(locale)
  if (value === null || field === 'projectId' || field === 'wantedBankIds') return null
  if (value === '') return t('financing.amend.blank')
  switch (field) {
    case 'amountFen':
    case 'loansFen':
      return amountText(BigInt(value), locale)
    case 'rateCeilingBp':
      return t('financing.rateOf', { rate: rateText(Number(value)) })
    case 'purpose':
      return t(`financing.purpose.${value as FinancingPurpose}`)
    case 'collateral':
      return t(`financing.collateral.${value as Collateral}`)
    case 'channel':
      return t(`financing.channel.${value as FinancingChannel}`)
    default:
      return value
  }
}

/** A field of a corrected need, as it was and is: `申请金额，万元 500万元 → 800万元`; of some only that it changed. */
export function needChangeText({ field, before, after }: NeedChange, locale: Locale): string {
  const t = translator(locale)
  if (!(field in FIELDS)) return field
  const known = field as keyof typeof FIELDS
  const label = t(`financing.new.${FIELDS[known]}`)
  const [was, is] = [valueText(known, before, locale), valueText(known, after, locale)]
  return was === null || is === null ? label : t('financing.amend.change', { label, was, is })
}

/** What became of an upload of a signed consent. */
export function paperAnswerText(code: string, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  if (code === 'KEPT') return t('financing.paperConsent.kept')
  return isFileAnswer(code) ? t(`files.answer.${code}`) : refusalText({ code, today }, locale)
}
