import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { EventMoney } from '@/lib/schemas/finance-event'

/** Intended, granted, paid new and paid renewed side by side, and the sentence that keeps them apart. */
export function MoneyLine({ money, locale }: { money: EventMoney; locale: Locale }) {
  const t = translator(locale)
  const sums = [
    ['intended', money.intendedFen],
    ['granted', money.grantedFen],
    ['paidNew', money.paidNewFen],
    ['paidRenewed', money.paidRenewedFen],
  ] as const
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        {sums.map(([name, fen]) => (
          <div key={name}>
            <dt className="text-sm text-ink-2">{t(`financeEvent.money.${name}`)}</dt>
            <dd className={fen === 0n ? 'text-lg text-ink-3' : 'text-lg font-semibold'}>
              {fen === 0n ? t('financeEvent.money.none') : amountText(fen, locale)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-sm text-ink-3">{t('financeEvent.money.apart')}</p>
    </>
  )
}
