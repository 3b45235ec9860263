import { ChevronLeft, Ellipsis } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import { BackLink } from './back-link'
import { HelpLink } from './help-link'

/**
 * The bar of a page about one thing on a phone, in place of the product's own: the way back, what it is, and what else can
 * be opened from it.
 *
 * @param href where back leads when nobody came from anywhere
 */
export function BackBar({
  href,
  title,
  aside,
  doors = [],
  t,
}: {
  href: '/' | `/${string}`
  title: string
  aside?: string | null
  doors?: readonly Readonly<{ href: string; label: string }>[]
  t: Translator
}) {
  return (
    <div
      data-back-bar
      className="no-print sticky top-0 z-30 flex h-[52px] items-center gap-1 border-b border-divider bg-page pr-3 pl-1 sm:hidden"
    >
      <BackLink href={href} label={t('form.back')} className="grid size-11 flex-none place-items-center text-ink-2">
        <ChevronLeft size={22} strokeWidth={1.75} aria-hidden="true" />
      </BackLink>
      <p className="min-w-0 flex-1 truncate text-lg font-semibold">{title}</p>
      {aside && <p className="max-w-[45%] min-w-0 truncate pr-1 text-sm text-ink-2">{aside}</p>}
      <HelpLink label={t('shell.help')} />
      {doors.length > 0 && (
        <details className="relative -mr-2">
          <summary className="grid size-11 list-none place-items-center text-ink-2 [&::-webkit-details-marker]:hidden">
            <Ellipsis size={22} aria-hidden="true" />
            <span className="sr-only">{t('projectPage.more')}</span>
          </summary>
          <ul className="absolute top-full right-0 z-40 min-w-40 divide-y divide-divider rounded-md border border-control bg-card">
            {doors.map((door) => (
              <li key={door.href}>
                <Link href={door.href} className="block px-4 py-3 leading-5 whitespace-nowrap">
                  {door.label}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
