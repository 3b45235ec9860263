import type { CreditFacts, EnterpriseSize, EnterpriseState, Industry } from '@/lib/domain/enterprise'
import { fenOfWan } from '@/lib/domain/money'
import type { ForeignAmount } from '@/lib/schemas/outbound'
import type { Locale } from './locale'
import { MESSAGES } from './messages'
import { amountText } from './money'
import { type Translator, translator } from './translator'

/** What rows of a table are called; a noun nobody has worded is shown by its table. */
export const rowsText = (table: string, locale: Locale): string =>
  (MESSAGES[locale].enterprise.rows as Readonly<Record<string, string>>)[table] ??
  translator(locale)('enterprise.rowsOther', { table })

/** A fact of an enterprise as people read it. */
export function enterpriseFactText(field: string, value: string, t: Translator): string {
  if (value === '') return ''
  switch (field) {
    case 'size':
      return t(`enterprise.size.${value as EnterpriseSize}`)
    case 'industry':
      return t(`enterprise.industry.${value as Industry}`)
    case 'state':
      return t(`enterprise.state.${value as EnterpriseState}`)
    case 'employees':
      return t('enterprise.detail.people', { n: Number(value) })
    case 'aboveScale':
    case 'highTech':
    case 'specialised':
      return t(value === '1' ? 'enterprise.form.yes' : 'enterprise.form.no')
    case 'opensToSteward':
      return t(value === 'yes' ? 'enterprise.form.yes' : 'enterprise.form.no')
    default:
      return value
  }
}

/** What is confidential of an enterprise in one line, each figure under its name; what nobody knows stays out. */
export function creditText({ year, revenueWan, taxWan, grade }: CreditFacts, locale: Locale): string {
  const t = translator(locale)
  const money = (wan: string) => {
    const fen = wan && fenOfWan(wan)
    return fen ? amountText(fen, locale) : ''
  }
  const facts = [
    ['year', year],
    ['revenueWan', money(revenueWan)],
    ['taxWan', money(taxWan)],
    ['grade', grade],
  ] as const
  return facts
    .filter(([, value]) => value)
    .map(([name, value]) => `${t(`enterprise.field.${name}`)} ${value}`)
    .join(t('shell.comma'))
}

/** Name of a fact of an enterprise; one nobody has worded is shown as it is. */
export const enterpriseFieldText = (field: string, locale: Locale): string =>
  (MESSAGES[locale].enterprise.field as Readonly<Record<string, string>>)[field] ?? field

/** An amount of foreign money as people say it: `7,241万美元`. */
export function foreignText({ minor, currency }: ForeignAmount, locale: Locale): string {
  const t = translator(locale)
  const grouped = (n: bigint) => n.toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const decimals = (of: bigint, places: number) => of.toString().padStart(places, '0').replace(/0+$/, '')
  const amount = BigInt(minor)
  if (locale === 'en') {
    const rest = decimals(amount % 100n, 2)
    return `${currency} ${grouped(amount / 100n)}${rest && `.${rest}`}`
  }
  // Less than ten thousand is read as it is: 0.05万 is nobody's way to say 500.
  if (amount < 1_000_000n) {
    const cents = decimals(amount % 100n, 2)
    const n = `${grouped(amount / 100n)}${cents && `.${cents}`}`
    return t('outbound.amountWhole', { n, currency: t(`outbound.currency.${currency}`) })
  }
  const rest = decimals(amount % 1_000_000n, 6)
  return t('outbound.amount', {
    n: `${grouped(amount / 1_000_000n)}${rest && `.${rest}`}`,
    currency: t(`outbound.currency.${currency}`),
  })
}

/** A pay from–to in yuan a month. */
export function payText({ payFrom, payTo }: Readonly<{ payFrom: string; payTo: string }>, t: Translator): string {
  if (payFrom === '') return t('job.payOpen')
  return payTo === '' || payTo === payFrom
    ? t('job.payOne', { from: payFrom })
    : t('job.pay', { from: payFrom, to: payTo })
}
