import { wanText } from '@/lib/i18n/money'
import type { Translator } from '@/lib/i18n/translator'
import type { FinancingSums } from '@/lib/schemas/financing'

/** Sums of a list for its foot, each level of money by its own name. */
export const sumTexts = (sums: FinancingSums, t: Translator, results = true): string[] => {
  const levels: readonly (readonly ['applied' | 'granted' | 'signed' | 'paidNew' | 'paidRenewed', bigint])[] = [
    ['applied', sums.appliedFen],
    ...(results
      ? ([
          ['granted', sums.grantedFen],
          ['signed', sums.signedFen],
          ['paidNew', sums.paidNewFen],
          ['paidRenewed', sums.paidRenewedFen],
        ] as const)
      : []),
  ]
  return levels.map(([name, fen]) =>
    t('financing.sum', { what: t(`financing.column.${name}`), amount: wanText(fen).replace(/\.00$/, '') }),
  )
}
