import type { RankingRow } from '@/lib/domain/ranking/row'
import { INDICATORS, type ScoreTable } from '@/lib/domain/score'
import { oneDecimal } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { Slot } from './score-bar'

/** The indicators of a row as stretches of its bar. */
export const slotsOf = (table: ScoreTable, { parts }: Pick<RankingRow, 'parts'>, t: Translator): readonly Slot[] =>
  INDICATORS.map((indicator) => {
    const { weight, points, mean } = parts[indicator]
    return {
      key: indicator,
      name: t(`ranking.indicator.${table}.${indicator}`),
      short: t(`ranking.short.${table}.${indicator}`),
      weight,
      points: oneDecimal(points),
      mean: Number(mean),
    }
  })
