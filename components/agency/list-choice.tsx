import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { DeskAddress } from '@/lib/schemas/agency-day'

/** Whose procedures the page lists: the reader's own day, or his whole unit. */
export function ListChoice({
  address,
  words,
  t,
}: {
  address: DeskAddress
  words: readonly [home: string, unit: string]
  t: Translator
}) {
  return (
    <nav aria-label={t('desk.lists')} className="no-print flex">
      {(['home', 'unit'] as const).map((list, i) => (
        <Link
          key={list}
          href={list === 'unit' ? '/?list=unit' : '/'}
          aria-current={address.list === list ? 'page' : undefined}
          className={clsx(
            '-ml-px inline-flex h-8 items-center border border-control px-3 whitespace-nowrap first:ml-0 first:rounded-l last:rounded-r max-sm:h-11',
            address.list === list
              ? 'bg-subtle font-semibold text-ink shadow-[inset_0_-2px_0_var(--text-primary)]'
              : 'text-ink-2 hover:bg-hover',
          )}
        >
          {words[i]}
        </Link>
      ))}
    </nav>
  )
}
