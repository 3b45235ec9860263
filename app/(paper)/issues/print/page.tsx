import clsx from 'clsx'
import { forbidden } from 'next/navigation'
import { issueQuery, issuesHref } from '@/components/issue/ledger-link'
import { PaperBar } from '@/components/project/paper-bar'
import type { PaperSize } from '@/components/project/paper-ledger'
import { PaperTable } from '@/components/task/paper-table'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor, takeAlong } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listAllIssues } from '@/lib/data/issue-list'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { SIGHT } from '@/lib/domain/access'
import { ISSUE_EXPORT, ON_A4 } from '@/lib/domain/issue/export'
import type { ExportCell } from '@/lib/domain/ledger-export'
import { longDate } from '@/lib/i18n/day'
import { issueCell } from '@/lib/i18n/issue-ledger-cells'
import { translator } from '@/lib/i18n/translator'
import { issueFilter } from '@/lib/schemas/issue-list'

export const generateMetadata = pageTitle('issueLedger.paper.title')

/** Rows on one paper at most. */
const MOST_PRINTED = 2_000
const SIZES: readonly PaperSize[] = ['a3', 'a4']

const plain = (cell: ExportCell) => (cell !== null && typeof cell === 'object' ? cell.value : cell)

/** The ledger of problems on paper, all its columns on A3, those a meeting reads on A4; taking it along is written down. */
export default async function PrintIssuesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SIGHT.project[actor.role]) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const values = await searchParams
  const filter = issueFilter.parse(values)
  const size = SIZES.find((name) => name === values.paper) ?? 'a3'
  const [{ total, rows }, heading] = await Promise.all([
    listAllIssues(actor, filter, today, MOST_PRINTED),
    loadPaperHeading(actor),
  ])
  const query = issueQuery(filter).slice(1)
  if (rows.length > 0) {
    const base = Object.fromEntries(rows.map(({ id, version }) => [id, { version, cells: {} }]))
    await takeAlong(await recordExport(actor, { id: newExportId(), kind: 'PRINT', query, base }, { today }))
  }
  const columns = ISSUE_EXPORT.filter(({ key }) => size === 'a3' || ON_A4.has(key)).map((column) => ({
    ...column,
    head: t(column.key === 'row' ? 'issueLedger.paper.row' : `imports.issue.${column.key}`),
  }))
  const source = filter.source ? t(`issueLedger.source.${filter.source}`) : ''
  return (
    <>
      <PaperBar back={issuesHref(filter)} print={rows.length > 0} t={t}>
        <span className="inline-flex h-8 overflow-hidden rounded border border-control text-sm leading-[30px]">
          {SIZES.map((name) => (
            <Link
              key={name}
              href={`/issues/print?${new URLSearchParams([...new URLSearchParams(query), ['paper', name]])}`}
              aria-current={name === size ? 'true' : undefined}
              className={clsx('px-3', name === size ? 'bg-subtle font-semibold' : 'text-ink-2')}
            >
              {t(`paper.size.${name}`)}
            </Link>
          ))}
        </span>
      </PaperBar>
      <article
        tabIndex={0}
        className={clsx('overflow-x-auto px-6 py-5 print:overflow-visible print:p-0', `page-lying-${size}`)}
      >
        <div className={size === 'a3' ? 'w-[388mm] print:w-auto' : 'w-[269mm] print:w-auto'}>
          <h1 className="font-formal text-center text-[28px] leading-10 font-bold">
            {t(source ? 'issueLedger.paper.of' : 'issueLedger.paper.list', { district: heading.district, source })}
          </h1>
          {rows.length === 0 ? (
            <p className="mt-16 text-center text-lg">
              {total === 0
                ? t('issueLedger.paper.none')
                : t('issueLedger.paper.tooMany', { n: total, most: MOST_PRINTED })}
            </p>
          ) : (
            <>
              <p className="mt-2 mb-2 flex justify-between gap-6 text-sm">
                <span>{t('paper.filler', { unit: heading.unit })}</span>
                <span>{t('issueLedger.paper.asOf', { day: longDate(today, locale) })}</span>
              </p>
              <PaperTable
                columns={columns}
                rows={rows.map((row, i) => ({
                  id: row.id,
                  cells: columns.map(({ key }) => plain(issueCell(key, row, i, t))),
                }))}
                foot={source ? t('issueLedger.paper.sum', { n: total }) : t('issueLedger.paper.noSum')}
                today={today}
              />
            </>
          )}
        </div>
      </article>
    </>
  )
}
