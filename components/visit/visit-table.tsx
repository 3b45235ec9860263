import { RowsView } from '@/components/service/rows-table'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { VisitRow } from '@/lib/schemas/visit'
import { VisitPurpose, VisitResult, whoComes } from './visit-words'

/** Visits as a list, the latest first. */
export function VisitTable({ rows, today, t }: { rows: readonly VisitRow[]; today: PlainDate; t: Translator }) {
  if (rows.length === 0)
    return (
      <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
        <p className="text-lg font-semibold">{t('visit.empty')}</p>
        <p className="mt-1 text-ink-2">{t('visit.emptyHint')}</p>
      </div>
    )
  return (
    <RowsView
      rows={rows}
      caption={t('visit.caption', { n: rows.length })}
      lead={{
        head: t('visit.column.enterprise'),
        width: 'w-[16rem]',
        text: (row) => row.enterprise.name,
        more: (row) => `${t('shell.comma')}${dayIn(row.on, today)}${t('shell.comma')}${whoComes(row, t)}`,
        href: (row) => `/services/visits/${row.id}`,
      }}
      columns={[
        { name: 'on', head: t('visit.column.on'), width: 'w-[7rem]', cell: (row) => dayIn(row.on, today) },
        { name: 'unit', head: t('visit.column.unit'), width: 'w-[12rem]', cell: (row) => whoComes(row, t) },
        {
          name: 'purpose',
          head: t('visit.column.purpose'),
          width: 'w-[18rem]',
          cell: (row) => <VisitPurpose row={row} />,
        },
        {
          name: 'state',
          head: t('visit.column.state'),
          width: 'w-[8rem]',
          cell: (row) => t(`visit.state.${row.state}`),
        },
        {
          name: 'result',
          head: t('visit.column.result'),
          width: 'w-[18rem]',
          cell: (row) => <VisitResult row={row} t={t} />,
        },
      ]}
    />
  )
}
