import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { IssueFilter, IssueLedgerPage } from '@/lib/schemas/issue-list'
import { issueQuery, issuesHref } from './ledger-link'

/** What stands below the ledger: how many of the chosen one there are, its papers, its pages. */
export function IssueLedgerFoot({
  page,
  filter,
  imports,
  t,
}: {
  page: IssueLedgerPage
  filter: IssueFilter
  /** Whether the reader may import a ledger. */
  imports: boolean
  t: Translator
}) {
  const { source } = filter
  const door = 'inline-flex items-center text-link max-sm:min-h-11'
  return (
    <nav
      aria-label={t('issueLedger.pages')}
      className="no-print flex min-h-10 flex-wrap items-center gap-4 border-t border-divider px-4 text-sm text-ink-2 max-sm:py-2 sm:px-6"
    >
      {source ? (
        <span>
          {t('issueLedger.total', { source: t(`issueLedger.source.${source}`), n: page.bySource.get(source) ?? 0 })}
        </span>
      ) : (
        <span>{t('issueLedger.separate')}</span>
      )}
      {page.late !== null && page.late > 0 && (
        <Link href={issuesHref(filter, { late: '1' })} className={door}>
          {t('issueLedger.lateTotal', { n: page.late })}
        </Link>
      )}
      <span className="flex-1" />
      {imports && (
        <Link href="/imports" className={door}>
          {t('issueLedger.import')}
        </Link>
      )}
      {page.rows.length > 0 && (
        <>
          <Link href={`/issues/print${issueQuery(filter)}`} className={door}>
            {t('issueLedger.print')}
          </Link>
          <a href={`/api/export/issues${issueQuery(filter)}`} className={door}>
            {t('issueLedger.export')}
          </a>
        </>
      )}
      {filter.page > 1 && (
        <Link href={issuesHref(filter, { page: filter.page - 1 })} className={door}>
          {t('issueLedger.previous')}
        </Link>
      )}
      <span>{t('issueLedger.page', { page: filter.page })}</span>
      {page.more && (
        <Link href={issuesHref(filter, { page: filter.page + 1 })} className={door}>
          {t('issueLedger.next')}
        </Link>
      )}
    </nav>
  )
}
