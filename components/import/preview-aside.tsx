import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { ShownColumn } from '@/lib/domain/ledger-columns'
import { moneyMissing } from '@/lib/domain/ledger-missing'
import { type LedgerReport, type ReportRow, rowKey } from '@/lib/domain/ledger-report'
import { fieldText } from '@/lib/i18n/ledger-text'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { PreviewLevels } from '@/lib/schemas/import'

/** What the whole file comes to, and what of it is not read. */
export function PreviewAside({
  report,
  levels,
  of,
  columns,
  columnsHref,
  locale,
}: {
  report: LedgerReport
  /** Colours of the ledger’s projects once it is in. */
  levels: PreviewLevels | null
  /** Which ledger it is: one of projects has money, and columns somebody can explain. */
  of: 'projects' | 'procedures' | 'issues' | 'register'
  /** Every column, as the steps count them. */
  columns: readonly Pick<ShownColumn, 'label' | 'field'>[]
  columnsHref: string
  locale: Locale
}) {
  const t = translator(locale)
  const projects = of === 'projects'
  const { totals, issues, skipped } = report
  // With nothing to write there is no afterwards to speak of.
  const same = report.created + report.changed === 0
  const unknown = columns.flatMap(({ field, label }) => (field === null ? [label] : []))
  const ignored = columns.flatMap(({ field, label }) => (field === 'ignored' ? [label] : []))
  const join = locale === 'en' ? ', ' : '、'
  const wan = (n: number) => `${n.toLocaleString('en-US', { minimumFractionDigits: 2 })} ${t('imports.preview.wan')}`
  return (
    <aside className="border-divider bg-zebra px-4 py-5 max-lg:border-t sm:px-6 lg:border-l dark:bg-page [&_h2]:text-lg [&_h2]:font-semibold">
      <h2>{t(same ? 'imports.aside.file' : 'imports.aside.title')}</h2>
      {!projects && !same && (
        <p className="mt-2 border-t border-control pt-2 text-ink-2">
          {t(
            of === 'issues'
              ? 'imports.aside.problems'
              : of === 'register'
                ? 'imports.aside.register'
                : 'imports.aside.procedures',
          )}
        </p>
      )}
      <dl
        className={clsx(
          'mt-2 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-t border-control pt-2',
          !projects && 'hidden',
        )}
      >
        <dt>{t(same ? 'imports.aside.totalRead' : 'imports.aside.total')}</dt>
        <dd className="text-right">{wan(totals.totalWan)}</dd>
        <dt>{t('imports.aside.plan')}</dt>
        <dd className="text-right">{wan(totals.planWan)}</dd>
        <dt>{t('imports.aside.issues')}</dt>
        <dd className="text-right">{t('imports.aside.issuesCount', { n: issues })}</dd>
        {Object.entries(report.byTeam).map(([team, n]) => (
          <div key={team} className="contents text-ink-2">
            <dt>{team}</dt>
            <dd className="text-right">{n}</dd>
          </div>
        ))}
      </dl>
      {levels && !same && <ColoursAfter levels={levels} report={report} locale={locale} t={t} />}
      {of !== 'procedures' && (
        <h2 className="mt-6">{t('imports.aside.unused', { n: unknown.length + ignored.length })}</h2>
      )}
      {projects && ignored.length > 0 && (
        <p className="mt-1 text-ink-2">{t('imports.aside.ignoredHint', { texts: ignored.join(join) })}</p>
      )}
      {of !== 'procedures' && unknown.length > 0 && (
        <p className="mt-1 text-ink-2">
          {t('imports.aside.unusedHint', { texts: unknown.join(join) })}{' '}
          {projects && (
            <Link href={columnsHref} className="text-link underline underline-offset-[3px]">
              {t('imports.aside.amend')}
            </Link>
          )}
        </p>
      )}
      {(projects ? moneyMissing(report) : []).map(({ sheet, field }) => (
        <p key={`${sheet}${field}`} className="mt-1 text-red-ink">
          {t('imports.aside.missing', { sheet, field: fieldText(field, locale) })}
        </p>
      ))}
      {skipped.length > 0 && (
        <>
          <h2 className="mt-6">{t('imports.aside.skipped')}</h2>
          {skipped.map(({ name, reason }) => (
            <p key={name} className="mt-1 text-ink-2">
              {t('imports.aside.skippedLine', { name, reason })}
            </p>
          ))}
        </>
      )}
    </aside>
  )
}

const SHOWN = ['RED', 'YELLOW', 'BLUE', 'GREEN', 'GREY'] as const

/** Names of rows whose colour changes; the rest is counted. */
const MOST_CHANGES = 6

/** How many projects of the ledger will have which colour, and which rows will have another than now. */
function ColoursAfter({
  levels,
  report,
  locale,
  t,
}: {
  levels: PreviewLevels
  report: LedgerReport
  locale: Locale
  t: Translator
}) {
  const nameOf = ({ name, nameEn }: ReportRow) => (locale === 'en' && nameEn) || name
  const changes = report.projects.flatMap((row) => {
    const colour = levels.rows.get(rowKey(row))
    return colour && colour.was !== null && colour.was !== colour.level ? [{ row, ...colour, was: colour.was }] : []
  })
  return (
    <>
      <h2 className="mt-6">{t('imports.aside.levels')}</h2>
      <p className="mt-1 text-ink-2">{t('imports.aside.levelsHint')}</p>
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-t border-control pt-2">
        {SHOWN.map((level) => (
          <div key={level} className="contents">
            <dt>
              <Lamp level={level} t={t} />
            </dt>
            <dd className="text-right">{t('imports.aside.levelCount', { n: levels.counts[level] })}</dd>
          </div>
        ))}
      </dl>
      {changes.length > 0 && (
        <>
          <p className="mt-3 border-t border-divider pt-2">{t('imports.aside.levelChanges', { n: changes.length })}</p>
          <ul>
            {changes.slice(0, MOST_CHANGES).map(({ row, was, level }) => (
              <li key={rowKey(row)} className="flex flex-wrap items-center gap-x-2 py-0.5">
                <Lamp level={was} quiet t={t} />
                <span className="text-ink-3">→</span>
                <Lamp level={level} t={t} />
                <span className="min-w-0 flex-1 truncate" title={nameOf(row)}>
                  {nameOf(row)}
                </span>
              </li>
            ))}
          </ul>
          {changes.length > MOST_CHANGES && (
            <p className="text-ink-3">{t('imports.aside.levelMore', { n: changes.length - MOST_CHANGES })}</p>
          )}
        </>
      )}
    </>
  )
}
