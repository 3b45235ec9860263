import { Link } from '@/components/ui/link'
import { briefingStand } from '@/lib/data/briefings'
import { periodWords } from '@/lib/domain/briefing/period'
import { READS_BRIEFINGS } from '@/lib/domain/briefing/sight'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

const line = 'inline-flex min-h-8 items-center text-link max-sm:min-h-11'

/** Briefings that are not published yet, and the last one that is; nothing where there is neither. */
export async function BriefingLine({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (!READS_BRIEFINGS.has(actor.role)) return null
  const { drafts, last } = await briefingStand(actor)
  if (drafts === 0 && !last) return null
  const t = translator(locale)
  return (
    <p className="flex flex-wrap gap-x-4 pb-2">
      {drafts > 0 && (
        <Link href="/briefings?state=draft" className={line}>
          {t('briefing.today.drafts', { n: drafts })}
        </Link>
      )}
      {last && (
        <Link href={`/briefings/${last.id}`} className={line}>
          {t('briefing.today.last', { period: periodWords(last.period) })}
        </Link>
      )}
    </p>
  )
}
