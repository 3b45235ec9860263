import { RulerLegend } from '@/components/level/legend'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import type { Translator } from '@/lib/i18n/translator'
import { PAGE_SIZES, type ProjectFilter } from '@/lib/schemas/project'
import { ledgerHref } from './ledger-link'

/** Below the rows: how many, how to read them, and the way to the next. */
export function LedgerPager({ filter, total, t }: { filter: ProjectFilter; total: number; t: Translator }) {
  const pages = Math.max(1, Math.ceil(total / filter.size))
  return (
    <nav
      aria-label={t('projects.pages')}
      className="flex min-h-10 flex-wrap items-center gap-4 border-t border-divider px-4 text-sm text-ink-2 max-sm:py-2 sm:px-6"
      {...markup(
        <>
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
          <span className="no-print flex gap-2 max-sm:hidden">
            {PAGE_SIZES.map((size) => (
              <Link
                key={size}
                href={ledgerHref(filter, { size })}
                aria-current={filter.size === size ? 'true' : undefined}
                className={filter.size === size ? 'font-semibold text-ink' : 'hover:text-ink'}
              >
                {t('projects.perPage', { n: size })}
              </Link>
            ))}
          </span>
          {filter.page > 1 && (
            <Link href={ledgerHref(filter, { page: filter.page - 1 })} className="text-link">
              {t('projects.previous')}
            </Link>
          )}
          <span>{t('projects.page', { page: filter.page, pages })}</span>
          {filter.page < pages && (
            <Link href={ledgerHref(filter, { page: filter.page + 1 })} className="text-link">
              {t('projects.next')}
            </Link>
          )}
        </>,
      )}
    />
  )
}
