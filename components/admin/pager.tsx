import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'

/** Below a list: how many there are, and the way to the next. */
export function Pager({
  count,
  page,
  pages,
  hrefOf,
  t,
}: {
  count: string
  page: number
  pages: number
  hrefOf: (page: number) => `/${string}`
  t: Translator
}) {
  return (
    <nav
      aria-label={t('projects.pages')}
      className="no-print flex min-h-10 flex-wrap items-center gap-4 py-2 text-sm text-ink-2"
    >
      <span>{count}</span>
      <span className="flex-1" />
      {page > 1 && (
        <Link href={hrefOf(page - 1)} className="inline-flex items-center text-link max-sm:min-h-11">
          {t('projects.previous')}
        </Link>
      )}
      {pages > 1 && <span>{t('projects.page', { page, pages })}</span>}
      {page < pages && (
        <Link href={hrefOf(page + 1)} className="inline-flex items-center text-link max-sm:min-h-11">
          {t('projects.next')}
        </Link>
      )}
    </nav>
  )
}
