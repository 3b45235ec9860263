import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import { holds } from './holds'

export type NavItem = Readonly<{
  href: '/' | `/${string}`
  label: string
  icon: React.ReactNode
}>

/** The main ways in; the one that holds the page is marked, and `MarkPlace` moves the mark when a link is followed. */
export function Nav({
  items,
  label,
  path,
  bottom = false,
  children,
}: {
  items: readonly NavItem[]
  label: string
  /** Of the page that is asked for. */
  path: string
  bottom?: boolean
  /** Stands before the items: the way home. */
  children?: React.ReactNode
}) {
  return (
    <nav
      aria-label={label}
      className={bottom ? 'flex min-w-0 flex-1 overflow-x-auto' : 'flex flex-col items-center'}
      {...markup(
        <>
          {children}
          {items.map(({ href, label: text, icon }) => (
            <Link
              key={href}
              href={href}
              data-room={href}
              aria-current={holds(href, path) ? 'page' : undefined}
              className={clsx(
                'flex flex-col items-center justify-center gap-0.5 rounded-md text-xs leading-4 text-ink-2',
                'not-aria-[current]:hover:bg-hover aria-[current]:font-semibold aria-[current]:text-link',
                // English words are longer: a rail is wider for them, a bar of many tabs scrolls.
                bottom
                  ? 'h-14 flex-1 [&:lang(en)]:min-w-16'
                  : 'mb-1 h-[52px] min-w-14 aria-[current]:bg-card aria-[current]:shadow-[inset_0_0_0_1px_var(--line-divider)] [&:lang(en)]:px-1',
              )}
            >
              {icon}
              {text}
            </Link>
          ))}
        </>,
      )}
    />
  )
}
