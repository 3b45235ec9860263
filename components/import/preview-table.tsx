import clsx from 'clsx'
import type { LedgerReport, ReportRow } from '@/lib/domain/ledger-report'
import { noteLine } from '@/lib/i18n/import-text'
import { changeWords } from '@/lib/i18n/ledger-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-left text-sm font-normal whitespace-nowrap text-ink-2'

/** What becomes of each row: old → new of a change, place, reason and remedy of an error. */
export function PreviewTable({
  rows,
  sheets,
  locale,
}: {
  rows: readonly ReportRow[]
  sheets: LedgerReport['sheets']
  locale: Locale
}) {
  const t = translator(locale)
  if (rows.length === 0) return <p className="py-4 text-ink-2">{t('imports.preview.noRows')}</p>
  return (
    <table
      aria-label={t('imports.preview.table')}
      className="w-full border-separate border-spacing-0 max-sm:block [&_td]:align-top [&_tbody]:max-sm:block"
    >
      <thead className="max-sm:sr-only">
        <tr>
          <th scope="col" className={clsx(th, 'w-20 text-right!')}>
            {t('imports.preview.rowNumber')}
          </th>
          <th scope="col" className={clsx(th, 'w-20')}>
            {t('imports.preview.result')}
          </th>
          <th scope="col" className={clsx(th, 'w-52')}>
            {t('imports.preview.name')}
          </th>
          <th scope="col" className={th}>
            {t('imports.preview.change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.sheet} ${row.row} ${row.name}`} row={row} sheets={sheets} locale={locale} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, sheets, locale }: { row: ReportRow; sheets: LedgerReport['sheets']; locale: Locale }) {
  const t = translator(locale)
  const bad = row.verdict === 'error' || row.verdict === 'unknown'
  const cell = 'border-b border-divider px-2.5 py-2 max-sm:border-0 max-sm:px-0 max-sm:py-0.5'
  return (
    <tr className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:border-b max-sm:border-divider max-sm:py-2">
      <td
        className={clsx(
          cell,
          'text-right text-ink-3 tabular-nums',
          bad && 'shadow-[inset_3px_0_0_var(--red-solid)] max-sm:pl-2',
        )}
      >
        {sheets.length > 1 && <span className="block text-xs">{row.sheet}</span>}
        {row.row}
      </td>
      <td
        className={clsx(
          cell,
          'whitespace-nowrap',
          bad ? 'font-semibold text-red-ink' : row.verdict === 'unchanged' ? 'text-ink-3' : 'font-semibold',
        )}
      >
        {t(`ledger.verdict.${row.verdict}`)}
      </td>
      <th scope="row" className={clsx(cell, 'text-left align-top font-semibold max-sm:flex-1')}>
        {row.name || <span className="font-normal text-ink-3">{t('imports.preview.noName')}</span>}
      </th>
      <td className={clsx(cell, 'max-sm:w-full')}>
        {row.verdict === 'new' && <NewFacts row={row} locale={locale} />}
        {row.changes.length > 0 && (
          <dl className="grid gap-x-3 sm:grid-cols-[128px_minmax(0,1fr)]">
            {row.changes.map((change) => {
              const { field, from, to, money } = changeWords(change, locale)
              return (
                <div key={`${change.field}${to}`} className="contents">
                  <dt className="text-ink-3">{field}</dt>
                  <dd className="min-w-0 break-words">
                    {from !== null && (
                      <>
                        <s className="text-ink-3">{from}</s>
                        <span className="mx-2 text-ink-3">→</span>
                      </>
                    )}
                    <b>{to}</b>
                    {money && ` ${t('imports.preview.wan')}`}
                  </dd>
                </div>
              )
            })}
          </dl>
        )}
        {row.notes.map((note) => (
          <p
            key={`${note.code}${JSON.stringify(note.params)}`}
            className={note.severity === 'warning' ? 'text-sm text-ink-2' : 'text-red-ink'}
          >
            {noteLine(note, row, sheets, locale)}
          </p>
        ))}
      </td>
    </tr>
  )
}

function NewFacts({ row, locale }: { row: ReportRow; locale: Locale }) {
  const t = translator(locale)
  const facts = [
    row.team,
    row.totalWan === null ? null : `${t('ledger.field.total')} ${row.totalWan} ${t('imports.preview.wan')}`,
    row.stage && t(`project.stage.${row.stage}`),
    row.steward && `${t('ledger.field.steward')} ${row.steward[0]}`,
  ].filter(Boolean)
  return <p>{facts.length > 0 ? facts.join('　') : t('imports.preview.now')}</p>
}
