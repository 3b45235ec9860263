import { whole as only, over, times, toFixedDecimal } from '@/lib/domain/decimal'
import type { FigureValue } from '@/lib/domain/figure'
import type { Currency } from '@/lib/domain/foreign-money'
import { foreignText } from './enterprise-text'
import type { Locale } from './locale'
import { amountText } from './money'
import { translator } from './translator'

/** A share in percent with one decimal, half up; a whole of nothing has none. */
export const percentText = (part: bigint, whole: bigint): string | null =>
  whole > 0n ? `${toFixedDecimal(over(times(only(part), only(100)), only(whole)), 1)}%` : null

/** What a figure is worth, as people read it on a screen. */
export function figureValueText(value: FigureValue, locale: Locale): string {
  const t = translator(locale)
  switch (value.kind) {
    case 'count':
      return String(value.n)
    case 'money':
      return amountText(value.fen, locale)
    case 'foreign':
      return foreignText({ minor: String(value.minor), currency: value.currency as Currency }, locale)
    case 'share':
      return percentText(value.part, value.whole) ?? t('service.noShare')
    case 'time':
      return value.amount === null ? t('service.noShare') : t(`service.time.${value.unit}`, { n: value.amount })
    case 'names':
      return value.names.join(t('service.and'))
  }
}
