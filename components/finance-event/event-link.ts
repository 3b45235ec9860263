import type { IntentionFilter } from '@/lib/schemas/event-intention'
import type { EventFilter, InviteFilter } from '@/lib/schemas/finance-event'

type Query = Readonly<Record<string, string | number | undefined>>

/** What a list is asked for, as its address says it; what is at its default stays out, and the page starts anew. */
function queryOf(filter: Query, change: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (
      value !== undefined &&
      value !== '' &&
      !(name === 'state' && value === 'all') &&
      !(name === 'page' && value === 1)
    )
      params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

export const eventQuery = (filter: Readonly<Partial<EventFilter>>, change: Query = {}): string =>
  queryOf(filter, change)

/** Address of the events with some conditions. */
export const eventsHref = (filter: Readonly<Partial<EventFilter>>, change: Query = {}): string =>
  `/financing/events${queryOf(filter, change)}`

export const intentionQuery = (filter: Readonly<Partial<IntentionFilter>>, change: Query = {}): string =>
  queryOf(filter, change)

/** Address of the ledger of intentions with some conditions. */
export const intentionsHref = (filter: Readonly<Partial<IntentionFilter>>, change: Query = {}): string =>
  `/financing/events/intentions${queryOf(filter, change)}`

/** Address of the firms an event can be filled from. */
export const inviteHref = (eventId: string, filter: Readonly<Partial<InviteFilter>>, change: Query = {}): string =>
  `/financing/events/${eventId}/invite${queryOf(filter, change)}`
