import { over, parseDecimal, times, toFixedDecimal, whole } from '@/lib/domain/decimal'
import type { RankingParameters } from '@/lib/domain/ranking/parameters'
import type { RankingRow, RowPart } from '@/lib/domain/ranking/row'
import { INDICATORS } from '@/lib/domain/score'
import { rateText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'

/** What the observations of an indicator brought together, in items: `46`, or `45.83`. */
export function goodOf({ num, den, of, n }: RowPart): string {
  const [above, below] = [parseDecimal(num), parseDecimal(den)]
  if (!above || !below || below.n === 0n || of === 0) return '0'
  const text = toFixedDecimal(times(over(above, below), over(whole(n), whole(of))), 2)
  return text.replace(/\.?0+$/, '')
}

/** How a rate was drawn towards the mean, with the row's own figures: `（46＋5×93.0%）÷（48＋5）＝95.6%`. */
export function ShrinkExample({
  row,
  parameters,
  t,
}: {
  row: RankingRow
  parameters: RankingParameters
  t: Translator
}) {
  const indicator = INDICATORS.find((i) => row.parts[i].rate !== null && row.parts[i].weight > 0)
  if (!indicator) return null
  const part = row.parts[indicator]
  return (
    <p className="mt-1.5 rounded border border-divider bg-card px-2.5 py-1.5 text-sm">
      {t('ranking.why.formula', {
        num: goodOf(part),
        n: String(part.n),
        prior: String(parameters.priors[indicator]),
        mean: rateText(part.mean),
        adjusted: rateText(part.adjusted),
      })}
    </p>
  )
}
