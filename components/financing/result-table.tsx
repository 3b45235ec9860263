import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { rateText } from '@/lib/domain/financing/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { dutyText } from '@/lib/i18n/financing-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { ResultPage } from '@/lib/schemas/financing'
import { DecisionRuler, DecisionScale } from './decision-ruler'

const th =
  'border-b border-control bg-thead px-2.5 py-1 text-left align-bottom text-sm font-normal whitespace-nowrap text-ink-2'
const td = 'row-cell h-14'
const number = 'text-right tabular-nums whitespace-nowrap'

type Props = Readonly<{ rows: ResultPage['rows']; today: PlainDate; locale: Locale }>

/** What banks made of needs; every level of money in a column of its own. */
export function ResultTable({ rows, today, locale }: Props) {
  const t = translator(locale)
  const heads = [
    ['enterprise', 'w-[15rem]', false],
    ['bank', 'w-[8rem]', false],
    ['colour', 'w-[5.5rem] lang-en:w-[7rem]', false],
    ['clock', 'w-[236px]', false],
    ['next', 'w-[10rem]', false],
    ['applied', 'w-[7rem]', true],
    ['granted', 'w-[7rem]', true],
    ['rate', 'w-[5rem]', true],
    ['signed', 'w-[7rem]', true],
    ['paidNew', 'w-[7rem]', true],
    ['paidRenewed', 'w-[7rem]', true],
    ['state', 'w-[9rem]', false],
  ] as const
  return (
    <table className="w-full min-w-[84rem] table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('financing.resultCaption', { n: rows.length })}</caption>
      <thead className="sticky top-0 z-10">
        <tr>
          {heads.map(([name, width, right]) => (
            <th key={name} scope="col" className={clsx(th, width, right && 'text-right')}>
              {t(`financing.column.${name}`)}
              {name === 'clock' && <DecisionScale />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="group">
            <th scope="row" className={clsx(td, 'text-left font-normal')}>
              <Link
                href={`/financing/${row.need.id}`}
                lang={languageOf(row.need.enterprise.name, locale)}
                className="line-clamp-2 leading-6 font-semibold hover:text-link"
              >
                {row.need.enterprise.name}
                <span className="sr-only">{`${t('shell.comma')}${row.bank.name}`}</span>
              </Link>
            </th>
            <td className={td}>{row.bank.name}</td>
            <td className={td}>
              <Lamp level={row.clock.level} quiet={row.clock.level === 'GREY'} t={t} />
            </td>
            <td className={clsx(td, 'px-2')}>
              {row.clock.used !== null ? (
                <DecisionRuler clock={row.clock} t={t} />
              ) : (
                row.decidedOn && <span className="text-sm text-ink-3">{dayIn(row.decidedOn, today)}</span>
              )}
            </td>
            <td className={td}>{row.clock.duty ? dutyText(row.clock.duty, today, t) : ''}</td>
            <td className={clsx(td, number)}>{wanText(row.need.amountFen)}</td>
            <Money fen={row.grantedFen} />
            <td className={clsx(td, number)}>{row.rateBp === null ? '' : rateText(row.rateBp)}</td>
            <Money fen={row.signedFen} />
            <Money fen={row.paidNewFen} />
            <Money fen={row.paidRenewedFen} />
            <td className={clsx(td, 'text-ink-2')}>
              {t(`financing.state.${row.state}`)}
              {row.reason && <span className="block text-sm">{t(`financing.reason.${row.reason}`)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Money = ({ fen }: { fen: bigint | null }) => (
  <td className={clsx(td, number)}>{fen ? wanText(fen) : <span className="text-ink-3">—</span>}</td>
)

/** Results on a phone: a card each. */
export function ResultCards({ rows, today, locale }: Props) {
  const t = translator(locale)
  return (
    <ul className="bg-page">
      {rows.map((row) => (
        <li key={row.id} className="mb-2 border-y border-divider bg-card">
          <Link href={`/financing/${row.need.id}`} className="block px-4 py-3.5">
            <span className="flex items-center gap-2">
              <Lamp level={row.clock.level} size="m" t={t} />
              <span className="min-w-0 flex-1">
                {row.clock.duty ? dutyText(row.clock.duty, today, t) : row.bank.name}
              </span>
              <span className="text-ink-2">{t(`financing.state.${row.state}`)}</span>
            </span>
            <b className="mt-1 block text-lg">{row.need.enterprise.name}</b>
            <span className="flex flex-wrap gap-x-4 text-ink-2">
              <span>{row.bank.name}</span>
              {(
                [
                  ['applied', row.need.amountFen],
                  ['granted', row.grantedFen],
                  ['signed', row.signedFen],
                  ['paidNew', row.paidNewFen],
                  ['paidRenewed', row.paidRenewedFen],
                ] as const
              ).map(([name, fen]) =>
                // Nothing, and not a nought, stands for money there is none of.
                fen ? (
                  <span key={name}>
                    {t(`financing.column.${name}`)} {wanText(fen)}
                  </span>
                ) : null,
              )}
              {row.reason && <span>{t(`financing.reason.${row.reason}`)}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
