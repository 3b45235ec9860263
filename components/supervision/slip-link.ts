import type { SupervisionFilter } from '@/lib/schemas/supervision'

type Query = Readonly<Record<string, string | number | undefined>>

const DEFAULTS: Query = { state: 'open', page: 1 }

/** What a list of slips asks for, as its address says it; what is at its default stays out, and the page starts anew. */
export function supervisionQuery(filter: Readonly<Partial<SupervisionFilter>>, change: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== DEFAULTS[name]) params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** Address of the slips with some conditions. */
export const supervisionsHref = (
  filter: Readonly<Partial<SupervisionFilter>>,
  change: Query = {},
): `/supervision/slips${string}` => `/supervision/slips${supervisionQuery(filter, change)}`

/** Address of the complaints that count, with some conditions, whatever state they are in. */
export const complaintsHref = (filter: Query): `/supervision/complaints?${string}` => {
  const params = new URLSearchParams({ state: 'all', counted: '1' })
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) params.set(name, String(value))
  return `/supervision/complaints?${params}`
}
