import { forbidden } from 'next/navigation'
import { IssueLedgerCards } from '@/components/issue/ledger-cards'
import { IssueLedgerFilter } from '@/components/issue/ledger-filter'
import { IssueLedgerFoot } from '@/components/issue/ledger-foot'
import { issueQuery, issuesHref } from '@/components/issue/ledger-link'
import { SolvedRate } from '@/components/issue/ledger-rate'
import { IssueLedgerTable } from '@/components/issue/ledger-table'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { Rows } from '@/components/ui/rows'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { issueChoices, listIssues } from '@/lib/data/issue-list'
import { raisesIssues } from '@/lib/data/issue-raiser'
import { relationFor, SIGHT } from '@/lib/domain/access'
import { ISSUE_SOURCES } from '@/lib/domain/issue/issue'
import { translator } from '@/lib/i18n/translator'
import { issueFilter } from '@/lib/schemas/issue-list'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('issueLedger.title')

export default async function IssuesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SIGHT.project[actor.role]) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = issueFilter.parse(asks)
  const { source } = filter
  const [page, choices, raises] = await Promise.all([
    listIssues(actor, filter, today),
    issueChoices(actor),
    raisesIssues(actor),
  ])
  const asked = issueQuery(filter, { source: undefined, state: undefined }) !== ''
  const bare = !asked && filter.state === 'open'
  const shown = ISSUE_SOURCES.filter((one) => one === source || (page.bySource.get(one) ?? 0) > 0)
  const imports = relationFor(actor.role, 'ledger.import') !== null
  const table = <IssueLedgerTable rows={page.rows} withSource={source === undefined} today={today} locale={locale} />
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('issueLedger.title')}</h1>
        <TaskTabs
          label={t('issueLedger.sources')}
          tabs={[
            // Two ledgers hold the same problem twice: all of them together have no number.
            {
              name: 'all',
              text: t('issueLedger.allSources'),
              href: issuesHref(filter, { source: undefined }),
              on: !source,
            },
            ...shown.map((one) => ({
              name: one,
              text: t(`issueLedger.source.${one}`),
              href: issuesHref(filter, { source: one }),
              on: source === one,
              n: page.bySource.get(one) ?? 0,
            })),
          ]}
        />
        <span className="flex gap-x-4 pb-3">
          <Link href="/issues/figures" className="text-link">
            {t('issueLedger.figuresLink')}
          </Link>
          {raises && (
            <Link href="/issues/new" className="text-link">
              {t('issueLedger.enter')}
            </Link>
          )}
        </span>
      </header>
      <Misread parts={misread(issueFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {source && page.counts && <SolvedRate counts={page.counts} filter={{ ...filter, source }} t={t} />}
      <IssueLedgerFilter
        filter={filter}
        choices={choices}
        reader={{ role: actor.role, ownUnit: actor.orgId !== null && actor.role !== 'OFFICE' }}
        t={t}
      />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(bare ? 'issueLedger.none' : 'issueLedger.empty')}</p>
          <p className="mt-1 text-ink-2">{t(bare ? 'issueLedger.noneHint' : 'issueLedger.emptyHint')}</p>
          <Link href={issuesHref({ source, state: 'all' })} className="btn mt-5">
            {t('issueLedger.showAll')}
          </Link>
        </div>
      ) : (
        <>
          <Rows
            as="section"
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.78]"
            aria-label={t('issueLedger.title')}
          >
            {table}
          </Rows>
          <Rows as="div" className="sm:hidden">
            <IssueLedgerCards rows={page.rows} withSource={source === undefined} today={today} locale={locale} />
          </Rows>
        </>
      )}
      <IssueLedgerFoot page={page} filter={filter} imports={imports} t={t} />
    </div>
  )
}
