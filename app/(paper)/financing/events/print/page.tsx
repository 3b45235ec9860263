import { eventQuery, eventsHref } from '@/components/finance-event/event-link'
import { pageTitle } from '@/lib/auth/page-title'
import { listAllEvents } from '@/lib/data/finance-event-list'
import { ROLES, relationFor } from '@/lib/domain/access'
import { EVENT_EXPORT } from '@/lib/domain/financing-export'
import { eventCell } from '@/lib/i18n/financing-cells'
import { eventFilter } from '@/lib/schemas/finance-event'
import { PrintedList } from '../../../tasks/printed-list'

export const generateMetadata = pageTitle('financeEvent.paper.events')

const RUNS_EVENTS = new Set(ROLES.filter((role) => relationFor(role, 'financeEvent.sign') !== null))

/** The ledger of events on paper, for whoever runs them: intended, granted and paid money apart, as in its workbook. */
export default async function PrintEventsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = eventFilter.parse(await searchParams)
  return (
    <PrintedList
      query={eventQuery(filter)}
      back={eventsHref(filter)}
      sees={RUNS_EVENTS}
      load={async (actor, today, most) => {
        const { total, rows } = await listAllEvents(actor, filter, today, most)
        return { total, rows: total > most ? [] : rows }
      }}
      columns={EVENT_EXPORT}
      head={(key, t) => t(`financeEvent.printed.${key}`)}
      cell={eventCell}
      title="financeEvent.paper.eventsTitle"
      foot="financeEvent.paper.printSum"
    />
  )
}
