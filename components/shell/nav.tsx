import clsx from 'clsx'
import { Ellipsis } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Rows } from '@/components/ui/rows'
import { holds } from './holds'

export type NavItem = Readonly<{
  href: '/' | `/${string}`
  label: string
  icon: React.ReactNode
}>

/** As many ways in as stand side by side on a phone with their words whole, in English too. */
const TABS = 5

/** The main ways in; the one that holds the page is marked, and `MarkPlace` moves the mark when a link is followed. */
export function Nav({
  items,
  label,
  path,
  more,
  children,
}: {
  items: readonly NavItem[]
  label: string
  /** Of the page that is asked for. */
  path: string
  /** Makes it the bar of a phone, and is the word for the ways in that find no room in it. */
  more?: string
  /** Stands before the items: the way home. */
  children?: React.ReactNode
}) {
  const tabs = more === undefined || items.length <= TABS ? items : items.slice(0, TABS - 1)
  const rest = items.slice(tabs.length)
  const look = (shape: string) =>
    clsx(
      'flex items-center text-ink-2 not-aria-[current]:hover:bg-hover aria-[current]:font-semibold aria-[current]:text-link',
      shape,
    )
  const way = ({ href, label: text, icon }: NavItem, shape: string) => (
    <Link
      key={href}
      href={href}
      data-room={href}
      aria-current={holds(href, path) ? 'page' : undefined}
      className={look(shape)}
    >
      {icon}
      {text}
    </Link>
  )
  const upright = 'flex-col justify-center gap-0.5 rounded-md text-xs leading-4'
  // English words are longer: a rail is wider for them. Many ways in share a short window before the rail scrolls.
  const shape =
    more === undefined
      ? `${upright} max-h-[52px] min-h-10 min-w-14 flex-1 aria-[current]:bg-card aria-[current]:shadow-[inset_0_0_0_1px_var(--line-divider)] [&:lang(en)]:px-1`
      : `${upright} h-14 min-w-0 flex-1`
  return (
    <Rows
      as="nav"
      aria-label={label}
      className={
        more === undefined
          ? 'flex flex-1 flex-col items-center gap-y-1 [@media(max-height:1000px)]:gap-y-0'
          : 'flex min-w-0 flex-1'
      }
    >
      {children}
      {tabs.map((item) => way(item, shape))}
      {rest.length > 0 && (
        // Closed by `MarkPlace` when anything else is pressed.
        <details data-more="" className="group/more min-w-0 flex-1">
          <summary
            className={look(
              `${upright} h-14 list-none group-has-aria-[current]/more:font-semibold group-has-aria-[current]/more:text-link [&::-webkit-details-marker]:hidden`,
            )}
          >
            <Ellipsis size={20} strokeWidth={1.5} aria-hidden="true" />
            {more}
          </summary>
          <div className="absolute right-0 bottom-full max-h-[70dvh] min-w-44 divide-y divide-divider overflow-y-auto rounded-tl-md border border-control bg-card">
            {rest.map((item) => way(item, 'h-12 gap-3 px-4'))}
          </div>
        </details>
      )}
    </Rows>
  )
}
