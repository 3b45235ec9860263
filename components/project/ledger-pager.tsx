import { RulerLegend } from '@/components/level/legend'
import { Link } from '@/components/ui/link'
import { PageSizes, PageSteps } from '@/components/ui/page-links'
import { Rows } from '@/components/ui/rows'
import type { Translator } from '@/lib/i18n/translator'
import { PAGE_SIZES, type ProjectFilter } from '@/lib/schemas/project'
import { ledgerHref } from './ledger-link'

/** Below the rows: how many, how to read them, and the way to the next. */
export function LedgerPager({ filter, total, t }: { filter: ProjectFilter; total: number; t: Translator }) {
  const pages = Math.max(1, Math.ceil(total / filter.size))
  return (
    <Rows
      as="nav"
      aria-label={t('projects.pages')}
      className="flex min-h-10 flex-wrap items-center gap-4 border-t border-divider px-4 text-sm text-ink-2 max-sm:py-2 sm:px-6"
    >
      <span>{t('projects.count', { n: total })}</span>
      {filter.show === 'table' && (
        <span className="max-sm:hidden">
          <RulerLegend t={t} />
        </span>
      )}
      {filter.show === 'gantt' && (
        <Link
          href={ledgerHref(filter, { page: filter.page, as: filter.as ? undefined : 'table' })}
          className="text-link"
        >
          {t(filter.as ? 'projects.gantt.asChart' : 'projects.gantt.asTable')}
        </Link>
      )}
      <span className="flex-1" />
      <PageSizes
        sizes={PAGE_SIZES}
        size={filter.size}
        hrefOf={(size) => ledgerHref(filter, { size })}
        words={(n) => t('projects.perPage', { n })}
      />
      <PageSteps
        page={filter.page}
        pages={pages}
        hrefOf={(page) => ledgerHref(filter, { page })}
        words={{
          previous: t('projects.previous'),
          here: t('projects.page', { page: filter.page, pages }),
          next: t('projects.next'),
        }}
      />
    </Rows>
  )
}
