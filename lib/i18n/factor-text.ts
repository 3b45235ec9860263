import type { Level } from '@/lib/domain/level-scale'
import type { FactorRow } from '@/lib/schemas/factor'
import type { Locale } from './locale'
import { withMark } from './reason-line'
import { reasonText } from './reason-text'
import { translator } from './translator'

/** What speaks for a need's colour: how late it is, or that it is settled. */
export function factorReason(
  { why, state, settledOn }: Pick<FactorRow, 'why' | 'state' | 'settledOn'>,
  locale: Locale,
): string {
  const t = translator(locale)
  if (state === 'UNMET' && !settledOn) return t('factor.unmetLine')
  if (why) return withMark(reasonText(why, locale), why, locale)
  if (state === 'MET') return t('factor.metLine')
  if (state === 'UNMET') return t('factor.settledLine')
  return state === 'REVOKED' ? t('factor.revokedLine') : t('factor.onTime')
}

/** What is missing of a need, in its own unit. */
export function gapText({ gap, unit }: Pick<FactorRow, 'gap' | 'unit'>, locale: Locale): string {
  const t = translator(locale)
  return gap === '0' ? t('factor.noGap') : t('factor.gapOf', { n: gap, unit })
}

/** The colour with what speaks for it, as one cell of a ledger. */
export const factorColour = (
  row: Readonly<{ level: Level } & Pick<FactorRow, 'why' | 'state' | 'settledOn'>>,
  locale: Locale,
): string => `${translator(locale)(`level.short.${row.level}`)} ${factorReason(row, locale)}`
