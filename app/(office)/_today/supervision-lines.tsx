import { supervisionsHref } from '@/components/supervision/slip-link'
import { DaySection } from '@/components/today/day-section'
import { businessDay } from '@/lib/clock'
import { loadSupervisionDay } from '@/lib/data/supervision-day'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What slips of the commission want of somebody: replies of his unit; of the commission, what is to be verified and revisited. */
export async function SupervisionLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (!SEES_SLIPS.has(actor.role)) return null
  const { waiting, late, verify, revisit, announced, calledIn } = await loadSupervisionDay(actor, businessDay())
  const t = translator(locale)
  const lateLine = {
    n: late,
    text: t('supervisionSlip.today.late', { n: late }),
    href: supervisionsHref({ late: '1' }),
  }
  const waits = {
    n: waiting,
    text: t('supervisionSlip.today.waiting', { n: waiting }),
    href: supervisionsHref({ state: 'ISSUED' }),
  }
  const called =
    announced > 0
      ? {
          n: announced,
          text: t('supervisionSlip.today.announced', { n: announced }),
          href: supervisionsHref({ state: 'ISSUED', rung: 'ANNOUNCE' }),
        }
      : {
          n: calledIn,
          text: t('supervisionSlip.today.calledIn', { n: calledIn }),
          href: supervisionsHref({ state: 'ISSUED', rung: 'HEAD' }),
        }
  const figures =
    actor.role === 'DISCIPLINE'
      ? [
          lateLine,
          {
            n: verify,
            text: t('supervisionSlip.today.verify', { n: verify }),
            href: supervisionsHref({ state: 'REPLIED' }),
          },
          {
            n: revisit,
            text: t('supervisionSlip.today.revisit', { n: revisit }),
            href: supervisionsHref({ revisit: '1' }),
          },
        ]
      : [lateLine, called, waits]
  if (figures.every(({ n }) => n === 0)) return null
  return <DaySection title={t('supervisionSlip.today.title')} figures={figures} locale={locale} />
}
