import clsx from 'clsx'
import { Link } from '@/components/ui/link'

/** Tabs of a long list; each has its own address. */
export function TaskTabs({
  label,
  tabs,
}: {
  label: string
  tabs: readonly Readonly<{ name: string; text: string; href: string; on: boolean; n?: number }>[]
}) {
  return (
    <nav
      aria-label={label}
      className="flex min-w-0 flex-1 gap-1 overflow-x-auto max-sm:order-last max-sm:w-full max-sm:flex-none"
    >
      {tabs.map((tab) => (
        <Link
          key={tab.name}
          href={tab.href}
          aria-current={tab.on ? 'page' : undefined}
          className={clsx(
            'relative px-2.5 pt-1.5 pb-3 whitespace-nowrap max-sm:pt-3',
            tab.on
              ? 'font-semibold text-ink after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:bg-ink'
              : 'text-ink-2 hover:text-ink',
          )}
        >
          {tab.text}
          {tab.n !== undefined && <span className="ml-1 font-normal text-ink-3">{tab.n}</span>}
        </Link>
      ))}
    </nav>
  )
}
