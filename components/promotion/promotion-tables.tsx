import { RowsView } from '@/components/service/rows-table'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { PartyRow, PromotionRow, PushRow } from '@/lib/schemas/promotion'

type Props<Row> = Readonly<{ rows: readonly Row[]; today: PlainDate; locale: Locale }>

const amount = (fen: bigint | null, locale: Locale) => (fen === null || fen === 0n ? '—' : amountText(fen, locale))

/** Where a promotion stands; how many are interested is part of it. */
export const promotionState = ({ state, interested }: Pick<PromotionRow, 'state' | 'interested'>, t: Translator) =>
  state === 'INTERESTED' ? t('promotion.interestedN', { n: interested }) : t(`promotion.state.${state}`)

/** Projects that are offered to private capital. */
export function PromotionTable({ rows, today, locale }: Props<PromotionRow>) {
  const t = translator(locale)
  return (
    <RowsView
      rows={rows}
      caption={t('promotion.caption', { n: rows.length })}
      lead={{
        head: t('promotion.column.project'),
        width: 'w-[16rem]',
        text: (row) => row.project.name,
        href: (row) => `/services/promotion/${row.id}`,
      }}
      columns={[
        {
          name: 'state',
          head: t('promotion.column.state'),
          width: 'w-[8rem]',
          cell: (row) => promotionState(row, t),
        },
        {
          name: 'list',
          head: t('promotion.column.list'),
          width: 'w-[8rem]',
          cell: (row) => `${t(`promotion.list.${row.list}`)}${t('service.and')}${t(`promotion.level.${row.level}`)}`,
        },
        {
          name: 'mode',
          head: t('promotion.column.mode'),
          width: 'w-[7rem]',
          cell: (row) => t(`promotion.mode.${row.mode}`),
        },
        {
          name: 'total',
          head: t('promotion.column.total'),
          width: 'w-[8rem]',
          right: true,
          cell: (row) => (row.totalFen === null ? t('promotion.notStated') : amountText(row.totalFen, locale)),
        },
        {
          name: 'sought',
          head: t('promotion.column.sought'),
          width: 'w-[8rem]',
          right: true,
          cell: (row) => amount(row.soughtFen, locale),
        },
        ...(['intended', 'signed', 'paid'] as const).map((name) => ({
          name,
          head: t(`promotion.column.${name}`),
          width: 'w-[8rem]',
          right: true,
          cell: (row: PromotionRow) => amount(row[`${name}Fen`], locale),
        })),
        {
          name: 'pushedOn',
          head: t('promotion.column.pushedOn'),
          width: 'w-[7rem]',
          cell: (row) => (row.pushedOn ? dayIn(row.pushedOn, today) : '—'),
        },
      ]}
    />
  )
}

/** Who is interested; intended, signed and paid in stand in three columns and are in no sum together. */
export function PartyTable({ rows, today, locale }: Props<PartyRow>) {
  const t = translator(locale)
  const dated = (fen: bigint | null, day: PlainDate | null) =>
    fen === null ? '—' : `${amountText(fen, locale)}${day ? `　${dayIn(day, today)}` : ''}`
  return (
    <RowsView
      rows={rows}
      caption={t('promotion.partyCaption', { n: rows.length })}
      lead={{
        head: t('promotion.column.party'),
        width: 'w-[14rem]',
        text: (row) => row.name,
        href: (row) => `/services/promotion/${row.promotion.id}`,
      }}
      columns={[
        {
          name: 'project',
          head: t('promotion.column.project'),
          width: 'w-[14rem]',
          cell: (row) => row.promotion.project,
        },
        { name: 'on', head: t('promotion.column.on'), width: 'w-[7rem]', cell: (row) => dayIn(row.on, today) },
        {
          name: 'intended',
          head: t('promotion.column.intended'),
          width: 'w-[9rem]',
          right: true,
          cell: (row) => amount(row.intendedFen, locale),
        },
        {
          name: 'signed',
          head: t('promotion.column.signed'),
          width: 'w-[12rem]',
          right: true,
          cell: (row) => dated(row.signedFen, row.signedOn),
        },
        {
          name: 'paid',
          head: t('promotion.column.paid'),
          width: 'w-[12rem]',
          right: true,
          cell: (row) => dated(row.paidFen, row.paidOn),
        },
      ]}
    />
  )
}

/** Pushes onto platforms with the total each states. */
export function PushTable({ rows, today, locale }: Props<PushRow>) {
  const t = translator(locale)
  return (
    <RowsView
      rows={rows}
      caption={t('promotion.pushCaption', { n: rows.length })}
      lead={{
        head: t('promotion.column.push'),
        width: 'w-[16rem]',
        text: (row) =>
          t('promotion.pushOf', {
            first: row.projects[0]?.name ?? '',
            n: row.projects.length,
            more: row.projects.length > 1 ? 1 : 0,
          }),
        href: null,
      }}
      columns={[
        { name: 'on', head: t('promotion.column.pushedOn'), width: 'w-[7rem]', cell: (row) => dayIn(row.on, today) },
        {
          name: 'platform',
          head: t('promotion.column.platform'),
          width: 'w-[14rem]',
          cell: (row) => `${row.platform}${t('service.and')}${t(`promotion.level.${row.level}`)}`,
        },
        {
          name: 'stated',
          head: t('promotion.column.stated'),
          width: 'w-[9rem]',
          right: true,
          cell: (row) => amountText(row.statedFen, locale),
        },
        {
          name: 'projects',
          head: t('promotion.column.projects'),
          width: 'w-[18rem]',
          cell: (row) => (
            <>
              {row.projects.map(({ id, name }) => (
                <Link key={id} href={`/services/promotion/${id}`} className="block py-px text-link max-sm:py-3">
                  {name}
                </Link>
              ))}
            </>
          ),
        },
        {
          name: 'note',
          head: t('promotion.column.note'),
          width: 'w-[12rem]',
          cell: (row) => row.note && <span data-verbatim>{row.note}</span>,
        },
      ]}
    />
  )
}
