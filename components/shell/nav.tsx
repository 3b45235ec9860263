'use client'

import clsx from 'clsx'
import { usePathname } from 'next/navigation'
import { Link } from '@/components/ui/link'

export type NavItem = Readonly<{
  href: '/' | `/${string}`
  label: string
  icon: React.ReactNode
}>

/** The main ways in; the one that holds the page is marked. */
export function Nav({
  items,
  label,
  bottom = false,
  children,
}: {
  items: readonly NavItem[]
  label: string
  bottom?: boolean
  /** Stands before the items: the way home. */
  children?: React.ReactNode
}) {
  const path = usePathname()
  return (
    <nav aria-label={label} className={bottom ? 'flex min-w-0 flex-1 overflow-x-auto' : 'flex flex-col items-center'}>
      {children}
      {items.map(({ href, label: text, icon }) => {
        const on = path === href || (href !== '/' && path.startsWith(`${href}/`))
        return (
          <Link
            key={href}
            href={href}
            aria-current={on ? 'page' : undefined}
            className={clsx(
              'flex flex-col items-center justify-center gap-0.5 rounded-md text-xs leading-4',
              // English words are longer: a rail is wider for them, a bar of many tabs scrolls.
              bottom ? 'h-14 flex-1 [&:lang(en)]:min-w-16' : 'mb-1 h-[52px] min-w-14 [&:lang(en)]:px-1',
              on ? 'font-semibold text-link' : 'text-ink-2 hover:bg-hover',
              on && !bottom && 'bg-card shadow-[inset_0_0_0_1px_var(--line-divider)]',
            )}
          >
            {icon}
            {text}
          </Link>
        )
      })}
    </nav>
  )
}
