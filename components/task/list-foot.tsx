import { Link } from '@/components/ui/link'
import { PageSteps } from '@/components/ui/page-links'
import type { Translator } from '@/lib/i18n/translator'
import { TASK_PAGE } from '@/lib/schemas/task'

/** What stands below a list: its totals, its papers, its pages. */
export function ListFoot({
  totals,
  doors,
  page,
  total,
  paged = true,
  hrefOf,
  t,
}: {
  totals: readonly string[]
  doors: readonly Readonly<{ href: string; label: string; file?: boolean }>[]
  page: number
  total: number
  /** Whether the list is shown page by page. */
  paged?: boolean
  hrefOf: (page: number) => string
  t: Translator
}) {
  const pages = Math.max(1, Math.ceil(total / TASK_PAGE))
  return (
    <nav
      aria-label={t('task.pages')}
      className="no-print flex min-h-10 flex-wrap items-center gap-4 border-t border-divider px-4 text-sm text-ink-2 max-sm:py-2 sm:px-6"
    >
      {totals.map((text) => (
        <span key={text}>{text}</span>
      ))}
      <span className="flex-1" />
      {total > 0 &&
        doors.map((door) =>
          door.file ? (
            <a key={door.href} href={door.href} className="inline-flex items-center text-link max-sm:min-h-11">
              {door.label}
            </a>
          ) : (
            <Link key={door.href} href={door.href} className="inline-flex items-center text-link max-sm:min-h-11">
              {door.label}
            </Link>
          ),
        )}
      {paged && (
        <PageSteps
          page={page}
          pages={pages}
          hrefOf={hrefOf}
          words={{ previous: t('task.previous'), here: t('task.page', { page, pages }), next: t('task.next') }}
        />
      )}
    </nav>
  )
}
