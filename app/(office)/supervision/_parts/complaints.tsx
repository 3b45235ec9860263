import { complaintsHref } from '@/components/complaint/complaint-link'
import { Link } from '@/components/ui/link'
import { openComplaints } from '@/lib/data/complaint-list'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

/** How many complaints stand where, of those the reader has to do with; each number opens its rows. */
export async function ComplaintsPart({
  actor,
  today,
  locale,
}: Readonly<{ actor: Actor; today: PlainDate; locale: Locale }>) {
  const t = translator(locale)
  const { filed, received, inHand, answered, late } = await openComplaints(actor, today)
  const lines = [
    [t('complaint.state.FILED'), complaintsHref({ state: 'FILED' }), filed],
    [t('complaint.state.RECEIVED'), complaintsHref({ state: 'RECEIVED' }), received],
    [t('complaint.state.IN_HAND'), complaintsHref({ state: 'IN_HAND' }), inHand],
    [t('complaint.state.ANSWERED'), complaintsHref({ state: 'ANSWERED' }), answered],
    [t('complaint.filter.late'), complaintsHref({ late: '1' }), late],
  ] as const
  return (
    <section className="border-b border-divider py-5">
      <h2 className="text-lg font-semibold">{t('complaint.title')}</h2>
      <p className="flex flex-wrap items-baseline gap-x-8 gap-y-1 py-2">
        {lines.map(([word, href, n]) => (
          <Link key={word} href={href} className="inline-flex items-baseline gap-2 hover:text-link max-sm:min-h-11">
            {word}
            <b className="text-xl tabular-nums">{t('supervision.count', { n })}</b>
          </Link>
        ))}
      </p>
    </section>
  )
}
