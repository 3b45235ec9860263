import type { Figure } from '@/lib/domain/figure'
import { basisPoints } from '@/lib/domain/money'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'

type Word = 'applied' | 'granted' | 'grantRate' | 'signed' | 'paidNew' | 'paidRenewed' | 'needs' | 'coverage'
const SHOWN: readonly Word[] = [
  'needs',
  'applied',
  'granted',
  'grantRate',
  'signed',
  'paidNew',
  'paidRenewed',
  'coverage',
]

/** A figure of the bridge as it is said; a share of nothing has no value. */
export function figureText({ value }: Figure, locale: Locale): string {
  switch (value.kind) {
    case 'money':
      return amountText(value.fen, locale)
    case 'count':
      return String(value.n)
    case 'share': {
      const bp = basisPoints(value.part, value.whole)
      return bp === null ? '—' : `${(bp / 100).toFixed(1)}%`
    }
    case 'time':
      return value.amount === null ? '—' : String(value.amount)
    default:
      return '—'
  }
}

/** What leaders read of the bridge: totals with their definitions, each by itself. */
export function FinancingTotals({ figures, locale }: { figures: readonly Figure[]; locale: Locale }) {
  const t = translator(locale)
  const byName = new Map(figures.map((figure) => [figure.name, figure]))
  return (
    <dl className="grid max-w-5xl gap-x-8 sm:grid-cols-2">
      {SHOWN.map((word) => {
        const figure = byName.get(`financing.${word}`)
        return (
          figure && (
            <div key={word} className="border-b border-divider py-3">
              <dt className="text-ink-2">{t(`figures.financing.${word}.label`)}</dt>
              <dd>
                <b className="text-2xl font-semibold">{figureText(figure, locale)}</b>
                <span className="block text-sm text-ink-3">{t(`figures.financing.${word}.definition`)}</span>
              </dd>
            </div>
          )
        )
      })}
    </dl>
  )
}
