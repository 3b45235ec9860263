import { RowsView } from '@/components/service/rows-table'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { UpgradeRow } from '@/lib/schemas/upgrade'

/** Upgrades of enterprises; what is expected and what was paid are two columns. */
export function UpgradeTable({
  rows,
  today,
  locale,
}: {
  rows: readonly UpgradeRow[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const amount = (fen: bigint | null) => (fen === null ? '—' : amountText(fen, locale))
  const right = { width: 'w-[8rem]', right: true } as const
  return (
    <RowsView
      rows={rows}
      caption={t('upgrade.caption', { n: rows.length })}
      lead={{
        head: t('upgrade.column.name'),
        width: 'w-[16rem]',
        text: (row) => row.name,
        href: (row) => `/services/upgrades/${row.id}`,
      }}
      columns={[
        {
          name: 'enterprise',
          head: t('upgrade.column.enterprise'),
          width: 'w-[14rem]',
          cell: (row) => row.enterprise.name,
        },
        {
          name: 'kinds',
          head: t('upgrade.column.kinds'),
          width: 'w-[10rem]',
          cell: (row) => row.kinds.map((kind) => t(`upgrade.kind.${kind}`)).join(t('service.and')),
        },
        {
          name: 'state',
          head: t('upgrade.column.state'),
          width: 'w-[7rem]',
          cell: (row) => t(`upgrade.state.${row.state}`),
        },
        { name: 'total', head: t('upgrade.column.total'), ...right, cell: (row) => amount(row.totalFen) },
        { name: 'equipment', head: t('upgrade.column.equipment'), ...right, cell: (row) => amount(row.equipmentFen) },
        {
          name: 'endOn',
          head: t('upgrade.column.endOn'),
          width: 'w-[7rem]',
          cell: (row) => (row.endOn ? dayIn(row.endOn, today) : '—'),
        },
        {
          name: 'estimated',
          head: t('upgrade.column.estimated'),
          ...right,
          cell: (row) => (
            <>
              {amount(row.estimatedFen)}
              {row.estimatedFen !== null && row.policy && !row.policy.certain && (
                <span className="block text-sm text-yellow-ink">{t('upgrade.uncertain')}</span>
              )}
            </>
          ),
        },
        { name: 'paid', head: t('upgrade.column.paid'), ...right, cell: (row) => amount(row.paidFen) },
      ]}
    />
  )
}
