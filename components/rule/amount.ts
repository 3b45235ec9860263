import type { ParameterUnit } from '@/lib/domain/rule-book'
import type { Translator } from '@/lib/i18n/translator'

/** A share stands in per cent. */
const shown = (unit: ParameterUnit, value: number): number =>
  unit === 'ratio' ? Math.round(value * 10_000) / 100 : value

/** A threshold with its unit: `5工作日`. */
export const amountText = (unit: ParameterUnit, value: number, t: Translator): string =>
  t(`ruleBook.unit.${unit}`, { n: String(shown(unit, value)) })

/** A threshold as it is typed. */
export const typedAmount = (unit: ParameterUnit, value: number): string => String(shown(unit, value))
