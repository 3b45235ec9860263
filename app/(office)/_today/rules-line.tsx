import { Link } from '@/components/ui/link'
import { rulesWaiting } from '@/lib/data/rules-proposals'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** A change of the colour rules that waits for somebody; nothing where there is none. */
export async function RulesLine({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  const n = await rulesWaiting(actor)
  if (n === 0) return null
  return (
    <p className="pb-2">
      <Link href="/rules#changes" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
        {translator(locale)('rulesTrial.today', { n })}
      </Link>
    </p>
  )
}
