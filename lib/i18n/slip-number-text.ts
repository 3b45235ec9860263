import { type NumberedSlip, slipYear } from '@/lib/domain/supervision/slip-number'
import type { Translator } from './translator'

/** The number of a slip of the commission, as papers have it: 督办〔2026〕12号. */
export const slipNumberText = (slip: NumberedSlip, t: Translator): string =>
  t('supervisionSlip.no', { year: slipYear(slip), n: String(slip.number) })
