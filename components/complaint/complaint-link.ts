import type { ComplaintFilter } from '@/lib/schemas/complaint'

type Query = Readonly<Record<string, string | number | undefined>>

const DEFAULTS: Query = { state: 'open', page: 1 }

/** What a list of complaints asks for, as its address says it; what is at its default stays out, and the page starts anew. */
export function complaintQuery(filter: Readonly<Partial<ComplaintFilter>>, change: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== DEFAULTS[name]) params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** Address of the complaints with some conditions. */
export const complaintsHref = (
  filter: Readonly<Partial<ComplaintFilter>>,
  change: Query = {},
): `/supervision/complaints${string}` => `/supervision/complaints${complaintQuery(filter, change)}`
