import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { FinancingReason } from '@/lib/domain/financing/need'
import { basisPoints } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { dutyText, termsText } from '@/lib/i18n/financing-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { wanText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { FinancingRow, FinancingSums, OfferRow } from '@/lib/schemas/financing'
import { DecisionRuler, DecisionScale } from './decision-ruler'

type Row = Omit<FinancingRow, 'offers'> & Readonly<{ offer: OfferRow }>
const th = 'border-b border-control px-2 pb-1 text-left align-bottom text-xs font-normal whitespace-nowrap text-ink-3'
const td = 'border-b border-divider px-2 py-2.5 align-middle'

/** What a bank does next, as the link to it says. */
const wordOf = ({ offer }: Row): 'ACCEPT' | 'CONTACT' | 'DECIDE' | null => {
  const what = offer.clock.duty?.what
  return what === 'ACCEPT' || what === 'CONTACT' || what === 'DECIDE' ? what : null
}

/** Needs that wait for a bank, the nearest day first; one line opens it beside the list. */
export function BankNeeds({
  rows,
  chosen,
  today,
  locale,
}: {
  rows: readonly Row[]
  chosen: string | null
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (rows.length === 0) return <p className="border-t border-control pt-4 text-ink-2">{t('financing.bankHint')}</p>
  return (
    <>
      <section
        tabIndex={0}
        aria-label={t('financing.caption', { n: rows.length })}
        className="overflow-x-auto max-sm:hidden"
      >
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{t('financing.caption', { n: rows.length })}</caption>
          <thead>
            <tr>
              {(['colour', 'need', 'applied', 'terms', 'clock', 'next'] as const).map((name) => (
                <th key={name} scope="col" className={clsx(th, name === 'applied' && 'text-right!')}>
                  <span className={clsx(name === 'clock' && 'sr-only')}>{t(`financing.column.${name}`)}</span>
                  {name === 'clock' && <DecisionScale />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const terms = termsText(row, t)
              const word = wordOf(row)
              const on = row.id === chosen
              return (
                <tr key={row.id} className={on ? 'bg-selected' : undefined}>
                  <td className={td}>
                    <Lamp level={row.offer.clock.level} t={t} />
                  </td>
                  <th scope="row" className={clsx(td, 'text-left font-normal')}>
                    <Open row={row} on={on} locale={locale} />
                    <span className="block text-sm text-ink-2">
                      {row.purpose && t(`financing.purpose.${row.purpose}`)}
                      {row.project && t('shell.comma') + row.enterprise.name}
                    </span>
                  </th>
                  <td className={clsx(td, 'text-right font-semibold whitespace-nowrap tabular-nums')}>
                    {wanText(row.amountFen)}
                  </td>
                  <td className={td}>
                    {terms?.first}
                    <span className="block text-sm text-ink-2">{row.collateralText ?? terms?.second}</span>
                  </td>
                  <td className={td}>
                    <DecisionRuler clock={row.offer.clock} t={t} />
                  </td>
                  <td className={td}>
                    <span className={quietOn(row, on)}>{dutyText(row.offer.clock.duty, today, t)}</span>
                    {word && (
                      <Link href={`/?need=${row.id}#need`} className="block text-link underline">
                        {t(word === 'DECIDE' ? 'financing.bank.decide' : `financing.move.${word}`)}
                        <span className="sr-only"> {row.enterprise.name}</span>
                      </Link>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <ul className="sm:hidden">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-divider">
            <Link href={`/?need=${row.id}#need`} className="block py-3">
              <span className="flex items-center gap-2">
                <Lamp level={row.offer.clock.level} size="m" t={t} />
                <span className={`min-w-0 flex-1 why-${row.offer.clock.level}`}>
                  {dutyText(row.offer.clock.duty, today, t)}
                </span>
                <b>{wanText(row.amountFen)}</b>
              </span>
              <b className="block text-lg">{row.project?.name ?? row.enterprise.name}</b>
              <DecisionRuler clock={row.offer.clock} t={t} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="pt-2 text-sm text-ink-3">{t('financing.bank.hint')}</p>
    </>
  )
}

/** What is in order is said quietly, but not so quietly that it drowns in the colour of the open row. */
const quietOn = ({ offer: { clock } }: Row, on: boolean): string =>
  on && (clock.level === 'GREY' || clock.level === 'GREEN') ? 'text-ink-2' : `why-${clock.level}`

function Open({ row, on, locale }: { row: Row; on: boolean; locale: Locale }) {
  const name = row.project?.name ?? row.enterprise.name
  return (
    <Link
      href={`/?need=${row.id}`}
      aria-current={on ? 'true' : undefined}
      lang={languageOf(name, locale)}
      className="text-lg font-semibold hover:text-link"
    >
      {name}
    </Link>
  )
}

/** What a bank made of what it was recommended this year: four figures that are never one. */
export function BankYear({
  year,
  locale,
}: {
  year: Readonly<{
    recommended: number
    granted: number
    paid: number
    sums: FinancingSums
    refused: readonly Readonly<{ reason: FinancingReason; n: number }>[]
  }>
  locale: Locale
}) {
  const t = translator(locale)
  const { sums } = year
  const rate = basisPoints(sums.grantedFen, sums.appliedFen)
  const whole = (fen: bigint) => wanText(fen).replace(/\.00$/, '')
  const refused = year.refused.reduce((sum, { n }) => sum + n, 0)
  const figures = [
    ['applied', whole(sums.appliedFen), t('financing.bank.appliedHint', { n: year.recommended })],
    [
      'granted',
      whole(sums.grantedFen),
      t('financing.bank.grantedHint', { n: year.granted, rate: rate === null ? '—' : `${(rate / 100).toFixed(1)}%` }),
    ],
    ['paid', whole(sums.paidNewFen), t('financing.bank.paidHint', { amount: whole(sums.paidRenewedFen) })],
    [
      'refused',
      t('financing.bank.count', { n: refused }),
      year.refused.map(({ reason, n }) => `${t(`financing.reason.${reason}`)} ${n}`).join(t('shell.comma')) ||
        t('financing.bank.refusedNone'),
    ],
  ] as const
  return (
    <section className="pt-8">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('financing.bank.year', { n: year.recommended })}
        <span className="ml-3 text-xs font-normal text-ink-3">{t('financing.bank.yearHint')}</span>
      </h2>
      <dl className="grid grid-cols-2 sm:grid-cols-4">
        {figures.map(([name, value, hint], i) => (
          <div key={name} className={clsx('px-3 py-3', i > 0 ? 'border-l border-divider' : 'pl-0')}>
            <dt className="text-ink-2">{t(`financing.bank.${name}`)}</dt>
            <dd>
              <b className="block text-3xl font-semibold">{value}</b>
              <span className="text-sm text-ink-3">{hint}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What is granted and not yet paid out. */
export function BankUnpaid({ rows, today, locale }: { rows: readonly Row[]; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  if (rows.length === 0) return null
  return (
    <section className="pt-8">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('financing.bank.unpaid', { n: rows.length })}
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-6 border-b border-divider py-2.5">
            <Link href={`/?need=${row.id}#need`} className="min-w-0 flex-1 basis-60 hover:text-link">
              {row.project?.name ?? row.enterprise.name}
            </Link>
            <span>{t('financing.bank.grantedLine', { amount: wanText(row.offer.grantedFen ?? 0n) })}</span>
            <span className="text-ink-2">
              {row.offer.signedOn
                ? t('financing.bank.signedOn', { day: dayIn(row.offer.signedOn, today) })
                : t('financing.bank.toSign')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
