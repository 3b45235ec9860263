import { RowsView } from '@/components/service/rows-table'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { UpgradePolicyRow } from '@/lib/schemas/upgrade'
import { rateText } from './subsidy-sentence'

/** Subsidy policies with every version there was; what nobody has compared with its paper says so. */
export function PolicyTable({
  policies,
  writes,
  today,
  locale,
}: {
  policies: readonly UpgradePolicyRow[]
  writes: boolean
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (policies.length === 0) return <p className="px-4 text-ink-2 sm:px-6">{t('upgrade.noPolicies')}</p>
  const standing = ({ older, validTo, certain }: UpgradePolicyRow) => {
    if (older) return t('upgrade.older')
    if (validTo && validTo < today) return t('upgrade.over')
    return t(certain ? 'upgrade.certain' : 'upgrade.uncertain')
  }
  return (
    <RowsView
      rows={policies}
      caption={t('upgrade.policies')}
      lead={{
        head: t('upgrade.column.policy'),
        width: 'w-[16rem]',
        text: (row) => t('upgrade.policyOf', { name: row.name, n: row.number }),
        href: null,
      }}
      columns={[
        {
          name: 'standing',
          head: t('upgrade.column.state'),
          width: 'w-[8rem]',
          cell: (row) => (
            <>
              {standing(row)}
              {writes && !row.older && (
                <Link
                  href={`/services/upgrades/policies?policy=${row.id}#write`}
                  aria-label={t('upgrade.policyNext', { name: row.name, n: row.number + 1 })}
                  className="block py-px text-link max-sm:py-3"
                >
                  {t('upgrade.policyChange')}
                </Link>
              )}
            </>
          ),
        },
        {
          name: 'rule',
          head: t('upgrade.column.rule'),
          width: 'w-[14rem]',
          cell: (row) =>
            [
              `${t(`upgrade.basis.${row.basis}`)} ${rateText(row.rateBp)}`,
              row.capFen !== null && t('upgrade.cap', { sum: amountText(row.capFen, locale) }),
              row.leastFen !== null && t('upgrade.least', { sum: amountText(row.leastFen, locale) }),
              row.kinds.length > 0 && row.kinds.map((kind) => t(`upgrade.kind.${kind}`)).join(t('service.and')),
            ]
              .filter(Boolean)
              .join(t('shell.comma')),
        },
        {
          name: 'valid',
          head: t('upgrade.column.valid'),
          width: 'w-[11rem]',
          cell: (row) => t('upgrade.validSpan', { from: row.validFrom, to: row.validTo ?? t('upgrade.openEnd') }),
        },
        { name: 'document', head: t('upgrade.column.document'), width: 'w-[16rem]', cell: (row) => row.document },
        {
          name: 'conditions',
          head: t('upgrade.column.conditions'),
          width: 'w-[18rem]',
          cell: (row) => <span data-verbatim>{row.conditions}</span>,
        },
      ]}
    />
  )
}
