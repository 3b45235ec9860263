import { RowsView } from '@/components/service/rows-table'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { withdrawIntent } from '@/lib/actions/intents'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { WORDS_MAX } from '@/lib/schemas/address'
import type { IntentPage, IntentRow } from '@/lib/schemas/intent'

/** Intended credit line by line. */
export function IntentRows({
  rows,
  withdraws,
  formKey,
  today,
  locale,
}: {
  rows: readonly IntentRow[]
  withdraws: boolean
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const state = (row: IntentRow) => {
    if (row.withdrawn) return t('intent.withdrawn', { day: dayIn(row.withdrawn.on, today), why: row.withdrawn.why })
    if (!withdraws) return t('intent.tab.held')
    return (
      <details>
        <summary
          aria-label={t('intent.withdrawOf', { enterprise: row.enterprise, bank: row.bank })}
          className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11"
        >
          {t('intent.withdraw')}
        </summary>
        <Form
          action={withdrawIntent}
          formKey={formKey()}
          label={t('intent.withdrawOf', { enterprise: row.enterprise, bank: row.bank })}
          className="space-y-2"
        >
          <input type="hidden" name="intentId" value={row.id} />
          <input type="hidden" name="version" value={row.version} />
          <TextField name="text" label={t('intent.why')} maxLength={WORDS_MAX} />
          <Submit quiet>{t('intent.withdraw')}</Submit>
        </Form>
      </details>
    )
  }
  return (
    <RowsView
      rows={rows}
      caption={t('intent.caption', { n: rows.length })}
      lead={{
        head: t('intent.column.enterprise'),
        width: 'w-[16rem]',
        text: (row) => row.enterprise,
        href: null,
      }}
      columns={[
        { name: 'bank', head: t('intent.column.bank'), width: 'w-[12rem]', cell: (row) => row.bank },
        {
          name: 'amount',
          head: t('intent.column.amount'),
          width: 'w-[9rem]',
          right: true,
          cell: (row) => amountText(row.amountFen, locale),
        },
        { name: 'on', head: t('intent.column.on'), width: 'w-[7rem]', cell: (row) => dayIn(row.on, today) },
        { name: 'occasion', head: t('intent.column.occasion'), width: 'w-[14rem]', cell: (row) => row.occasion },
        { name: 'state', head: t('intent.column.state'), width: 'w-[14rem]', cell: state },
      ]}
    />
  )
}

/** Sums by occasion, for those whose right is the totals and not whose credit it is. */
export function OccasionSums({ page, locale }: { page: IntentPage; locale: Locale }) {
  const t = translator(locale)
  const rows = page.occasions.map((one) => ({ id: one.occasion, ...one }))
  return (
    <RowsView
      rows={rows}
      caption={t('intent.occasions')}
      lead={{ head: t('intent.column.occasion'), width: 'w-[20rem]', text: (row) => row.occasion, href: null }}
      columns={[
        { name: 'n', head: t('intent.column.n'), width: 'w-[8rem]', right: true, cell: (row) => row.n },
        {
          name: 'sum',
          head: t('intent.column.amount'),
          width: 'w-[12rem]',
          right: true,
          cell: (row) => amountText(row.sumFen, locale),
        },
      ]}
    />
  )
}
