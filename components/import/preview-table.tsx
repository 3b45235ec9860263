import clsx from 'clsx'
import { Fragment } from 'react'
import { Lamp } from '@/components/level/lamp'
import { Submit } from '@/components/ui/form'
import { isOfIssues, isOfRegister, type LedgerReport, type ReportRow, rowKey } from '@/lib/domain/ledger-report'
import { noteCell, noteLine } from '@/lib/i18n/import-text'
import { changeWords } from '@/lib/i18n/ledger-text'
import type { Locale } from '@/lib/i18n/locale'
import { cellKeyOf, type MendableCell } from '@/lib/i18n/mend-cells'
import { reasonLine } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { PreviewLevels, RowLevel } from '@/lib/schemas/import'
import { MendField } from './mend-field'

const th = 'border-b border-control bg-thead px-2.5 py-1.5 text-left text-sm font-normal whitespace-nowrap text-ink-2'

/** What becomes of each row: old → new of a change, place, reason and remedy of an error. */
export function PreviewTable({
  rows,
  sheets,
  levels,
  cells,
  several,
  locale,
}: {
  rows: readonly ReportRow[]
  sheets: LedgerReport['sheets']
  /** Whether the file has several sheets: then each row says on which it stands. */
  several: boolean
  levels: PreviewLevels | null
  cells: readonly MendableCell[]
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
          <th scope="col" className={clsx(th, 'w-64')}>
            {t(
              isOfIssues({ sheets })
                ? 'imports.preview.issue'
                : isOfRegister({ sheets })
                  ? 'imports.preview.enterprise'
                  : 'imports.preview.name',
            )}
          </th>
          <th scope="col" className={th}>
            {t('imports.preview.change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={rowKey(row)}
            row={row}
            sheets={sheets}
            level={levels?.rows.get(rowKey(row))}
            // Of a wide table several lines stand for one row: a cell is mended in the first that speaks of it.
            cells={cells.filter((cell) => ownsCell(row, cell, rows))}
            several={several}
            locale={locale}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Whether a cell is mended in this line: it stands in its row, and no earlier line is of the same row. */
const ownsCell = (row: ReportRow, cell: MendableCell, rows: readonly ReportRow[]): boolean =>
  rows.find((one) => one.sheet === cell.sheet && one.row === cell.row) === row

function Row({
  row,
  sheets,
  level,
  cells,
  several,
  locale,
}: {
  row: ReportRow
  sheets: LedgerReport['sheets']
  several: boolean
  level: RowLevel | undefined
  cells: readonly MendableCell[]
  locale: Locale
}) {
  const t = translator(locale)
  const name = (locale === 'en' && row.nameEn) || row.name
  // A cell is mended below the last thing that is said of it.
  const lastNoteOf = new Map(row.notes.map((note, i) => [noteCell(note, row, sheets).column, i]))
  const nameColumn = sheets.find(({ name }) => name === row.sheet)?.columns.find(({ field }) => field === 'name')
  const nameCell = nameColumn ? cellKeyOf({ ...row, column: nameColumn.column }) : null
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
        {several && <span className="block text-xs break-words">{row.sheet}</span>}
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
        {name || <span className="font-normal text-ink-3">{t('imports.preview.noName')}</span>}
        {level && <ColourAfter colour={level} locale={locale} />}
      </th>
      <td className={clsx(cell, 'max-sm:w-full')}>
        {row.verdict === 'new' && row.changes.length === 0 && <NewFacts row={row} locale={locale} />}
        {row.changes.length > 0 && (
          <dl className="grid gap-x-3 sm:grid-cols-[128px_minmax(0,1fr)]">
            {row.changes.map((change) => {
              const { field, from, to, money, delta } = changeWords(change, locale)
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
                    {delta && <span className="ml-2 text-ink-3 tabular-nums">{delta}</span>}
                  </dd>
                </div>
              )
            })}
          </dl>
        )}
        {row.notes.map((note, i) => (
          <Fragment key={`${note.code}${JSON.stringify(note.params)}`}>
            <p className={note.severity === 'warning' ? 'text-sm text-ink-2' : 'text-red-ink'}>
              {noteLine(note, row, sheets, locale)}
            </p>
            {note.code === 'TWICE' && nameCell !== null && (
              <Submit
                quiet
                answer={{ name: 'use', value: nameCell }}
                className="mt-1 mb-2"
                label={t('imports.mend.useRowOf', { row: row.row, name })}
              >
                {t('imports.mend.useRow')}
              </Submit>
            )}
            {cells
              .filter(({ column }) => lastNoteOf.get(column) === i)
              .map((cell) => (
                <MendField key={cellKeyOf(cell)} cell={cell} t={t} />
              ))}
          </Fragment>
        ))}
        {cells
          .filter(({ column }) => !lastNoteOf.has(column))
          .map((cell) => (
            <MendField key={cellKeyOf(cell)} cell={cell} t={t} />
          ))}
      </td>
    </tr>
  )
}

/** The colour the row will have once it is in, why, and the one it has now where that is another. */
function ColourAfter({ colour, locale }: { colour: RowLevel; locale: Locale }) {
  const t = translator(locale)
  const { level, was, reason } = colour
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-2 text-sm font-normal">
      {was !== null && was !== level && (
        <>
          <Lamp level={was} quiet t={t} />
          <span className="text-ink-3">→</span>
        </>
      )}
      <Lamp level={level} t={t} />
      <span className={clsx('min-w-0', `why-${level}`)}>{reasonLine(level, reason ?? undefined, null, locale)}</span>
    </span>
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
