import { Bell as BellIcon } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'

/** More than this is many. */
const COUNTED = 99

/** The bell 通知: how much there is that its reader has not looked at, and the way to it. */
export function Bell({ unseen, t }: { unseen: number; t: Translator }) {
  const label = t('notice.bell', { n: unseen })
  return (
    <Link
      href="/notices"
      aria-label={label}
      title={label}
      className="relative grid size-8 flex-none place-items-center rounded text-ink-2 hover:bg-hover max-sm:-mx-2 max-sm:size-11"
    >
      <BellIcon size={20} strokeWidth={1.5} aria-hidden="true" />
      {unseen > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0 left-1/2 min-w-4 rounded-full bg-brand px-1 text-center text-xs leading-4 font-semibold text-on-brand max-sm:top-1.5"
        >
          {unseen > COUNTED ? `${COUNTED}+` : unseen}
        </span>
      )}
    </Link>
  )
}
