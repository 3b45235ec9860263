import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import { meetingHref } from './week-link'

/** The pages of one meeting. */
export function MeetingTabs({ weekOf, on, t }: { weekOf: PlainDate; on: 'changes' | 'agenda'; t: Translator }) {
  const tabs = [
    ['changes', meetingHref(weekOf), t('meeting.tabChanges')],
    ['agenda', meetingHref(weekOf, '/agenda'), t('meeting.tabAgenda')],
  ] as const
  return (
    <nav aria-label={t('meeting.tabs')} className="-mx-2.5 mb-3 flex gap-1 border-b border-divider">
      {tabs.map(([name, href, text]) => (
        <Link
          key={name}
          href={href}
          aria-current={name === on ? 'page' : undefined}
          className={clsx(
            'relative px-2.5 pt-1.5 pb-2.5 whitespace-nowrap',
            name === on
              ? 'font-semibold text-ink after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:bg-ink'
              : 'text-ink-2 hover:text-ink',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
