import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { walksHref } from '@/components/walk/walk-link'
import { businessDay } from '@/lib/clock'
import { loadWalkDay } from '@/lib/data/walk-detail'
import { relationFor } from '@/lib/domain/access'
import { SEES_WALKS } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What walks want of somebody: findings of his unit to mend, those to verify, and of a head his own last walk. */
export async function WalkLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (!SEES_WALKS.has(actor.role)) return null
  const today = businessDay()
  const { mend, late, verify, last } = await loadWalkDay(actor, today)
  const t = translator(locale)
  const walks = relationFor(actor.role, 'walk.start') !== null
  const verifies = relationFor(actor.role, 'finding.close') !== null
  const unit = actor.orgId ?? undefined
  const figures = [
    ...(verifies
      ? [
          {
            n: verify,
            text: t('walk.today.verify', { n: verify }),
            href: walksHref({ tab: 'findings', state: 'TO_VERIFY' }),
          },
        ]
      : [
          { n: late, text: t('walk.today.late', { n: late }), href: walksHref({ tab: 'findings', unit, late: '1' }) },
          {
            n: mend,
            text: t('walk.today.mend', { n: mend }),
            href: walksHref({ tab: 'findings', unit, state: 'open' }),
          },
        ]),
  ]
  if (!walks && figures.every(({ n }) => n === 0)) return null
  return (
    <DaySection title={t('walk.today.title')} figures={figures} locale={locale}>
      {walks && (
        <p className="flex flex-wrap items-baseline gap-x-4">
          {last ? (
            <Link
              href={`/services/walks/${last.id}`}
              className="inline-flex items-center hover:text-link max-sm:min-h-11"
            >
              {last.state === 'WALKING'
                ? t('walk.today.going', { item: last.item })
                : t('walk.today.last', { item: last.item, day: dayIn(last.on, today) })}
            </Link>
          ) : (
            !verifies && <span className="text-ink-2">{t('walk.today.never')}</span>
          )}
          <Link href="/services/walks/new" className="inline-flex items-center text-link max-sm:min-h-11">
            {t('walk.today.start')}
          </Link>
        </p>
      )}
    </DaySection>
  )
}
