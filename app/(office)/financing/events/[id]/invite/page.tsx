import { forbidden, notFound } from 'next/navigation'
import { CandidateForm } from '@/components/finance-event/candidate-form'
import { InviteFilterBar } from '@/components/finance-event/event-filter'
import { inviteHref } from '@/components/finance-event/event-link'
import { ListFoot } from '@/components/task/list-foot'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listCandidates } from '@/lib/data/event-candidates'
import { findEvent } from '@/lib/data/finance-event-detail'
import { eventChoices } from '@/lib/data/finance-event-list'
import { relationFor } from '@/lib/domain/access'
import { bookedWeek } from '@/lib/domain/booking'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { inviteFilter } from '@/lib/schemas/finance-event'
import { isUuid } from '@/lib/schemas/id'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('financeEvent.pick.title')

export default async function InvitePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'financeEvent.pick') === null) forbidden()
  const { id } = await params
  const today = businessDay()
  const event = isUuid(id) ? await findEvent(actor, id, today) : null
  if (!event?.may.pick) notFound()
  const asks = await searchParams
  const filter = inviteFilter.parse(asks)
  const t = translator(locale)
  const [{ rows, total }, { streets }] = await Promise.all([
    listCandidates(actor, id, event.heldOn, filter),
    eventChoices(actor),
  ])
  const week = bookedWeek(event.heldOn)
  return (
    <div className="flex flex-col">
      <header className="border-b border-divider px-4 pt-5 pb-3 sm:px-6">
        <Link
          href={`/financing/events/${event.id}`}
          className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11"
        >
          {event.theme}
        </Link>
        <h1 className="text-xl font-semibold">{t('financeEvent.pick.title')}</h1>
        <p className="mt-1 text-ink-2">
          {t('financeEvent.pick.hint', {
            n: event.counts.invited,
            from: dayIn(week.from, today),
            to: dayIn(week.to, today),
          })}
        </p>
      </header>
      <Misread parts={misread(inviteFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <InviteFilterBar eventId={event.id} filter={filter} streets={streets} t={t} />
      {rows.length === 0 ? (
        <p className="px-4 py-16 text-center text-ink-2 sm:px-6">{t('financeEvent.pick.none')}</p>
      ) : (
        <CandidateForm eventId={event.id} rows={rows} formKey={issueFormKey(actor.userId)} today={today} t={t} />
      )}
      <ListFoot
        totals={[t('financeEvent.pick.total', { n: total })]}
        doors={[]}
        page={filter.page}
        total={total}
        hrefOf={(n) => inviteHref(event.id, filter, { page: n })}
        t={t}
      />
    </div>
  )
}
