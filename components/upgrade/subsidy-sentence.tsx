import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { UpgradeDetail } from '@/lib/schemas/upgrade'

type Refusal = 'SUBSIDY_KIND' | 'SUBSIDY_LEAST' | 'SUBSIDY_DAY_UNKNOWN' | 'SUBSIDY_OUTSIDE'

/** Hundredths of a percent as people write them. */
export const rateText = (rateBp: number): string => `${(rateBp / 100).toFixed(2).replace(/\.?0+$/, '')}%`

/** What a policy would give and how that comes about, in one sentence; or why it gives nothing. */
export function SubsidySentence({ upgrade, locale }: { upgrade: UpgradeDetail; locale: Locale }) {
  const t = translator(locale)
  const { subsidy, policyRow } = upgrade
  if (!subsidy || !policyRow) return <p className="mt-2 text-ink-2">{t('upgrade.subsidy.none')}</p>
  const amount = (fen: bigint) => amountText(fen, locale)
  if (!subsidy.ok) {
    const least = subsidy.params.leastFen
    const values = { ...subsidy.params, least: least ? amount(BigInt(least)) : '' }
    return <p className="mt-2 text-ink-2">{t(`upgrade.subsidy.${subsidy.code as Refusal}`, values as never)}</p>
  }
  const { fen, baseFen, rateBp, capFen, capped } = subsidy.value
  return (
    <p className="mt-2">
      {t(capped ? 'upgrade.subsidy.capped' : 'upgrade.subsidy.said', {
        policy: policyRow.name,
        basis: t(`upgrade.basis.${policyRow.basis}`),
        base: amount(baseFen),
        rate: rateText(rateBp),
        cap: capFen === null ? '' : amount(capFen),
        sum: amount(fen),
      })}
      {!policyRow.certain && <span className="ml-2 text-yellow-ink">{t('upgrade.uncertain')}</span>}
      {policyRow.older && <span className="ml-2 text-ink-2">{t('upgrade.olderVersion')}</span>}
    </p>
  )
}
