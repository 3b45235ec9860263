import { complaintsHref } from '@/components/complaint/complaint-link'
import { DaySection } from '@/components/today/day-section'
import { Link } from '@/components/ui/link'
import { businessDay } from '@/lib/clock'
import { openComplaints } from '@/lib/data/complaint-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_COMPLAINTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import type { TodayProps } from './props'

/** What complaints want of somebody: of whoever leads them each step, of a unit its own; nothing where nothing waits. */
export async function ComplaintLines({ actor, locale }: Pick<TodayProps, 'actor' | 'locale'>) {
  if (!SEES_COMPLAINTS.has(actor.role)) return null
  const t = translator(locale)
  const { filed, received, inHand, answered, late, asked, unhappy, total } = await openComplaints(actor, businessDay())
  const leads = relationFor(actor.role, 'complaint.receive') !== null
  const own = actor.role === 'CONTACT'
  const figures = own
    ? [
        {
          n: filed + total,
          text: t('complaint.today.own', { n: filed + total }),
          href: complaintsHref({ state: 'all' }),
        },
      ]
    : [
        { n: late, text: t('complaint.today.late', { n: late }), href: complaintsHref({ late: '1' }) },
        ...(leads
          ? [
              { n: filed, text: t('complaint.today.filed', { n: filed }), href: complaintsHref({ state: 'FILED' }) },
              {
                n: received,
                text: t('complaint.today.received', { n: received }),
                href: complaintsHref({ state: 'RECEIVED' }),
              },
              { n: asked, text: t('complaint.today.asked', { n: asked }), href: complaintsHref({ asks: '1' }) },
              {
                n: answered,
                text: t('complaint.today.answered', { n: answered }),
                href: complaintsHref({ state: 'ANSWERED' }),
              },
            ]
          : []),
        { n: inHand, text: t('complaint.today.inHand', { n: inHand }), href: complaintsHref({ state: 'IN_HAND' }) },
        {
          n: unhappy,
          text: t('complaint.today.unhappy', { n: unhappy }),
          href: complaintsHref({ state: 'all', rated: 'bad' }),
        },
      ]
  if (!own && figures.every(({ n }) => n === 0)) return null
  return (
    <DaySection
      title={t('complaint.today.title')}
      figures={figures}
      action={
        own && (
          <Link href="/supervision/complaints/new" className="btn">
            {t('complaint.enterOwn')}
          </Link>
        )
      }
      locale={locale}
    />
  )
}
