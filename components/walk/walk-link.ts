import type { WalkFilter } from '@/lib/schemas/walk'

type Query = Readonly<Record<string, string | number | undefined>>

const DEFAULTS: Query = { tab: 'walks', state: 'all', page: 1 }

/** What a list of walks asks for, as its address says it; what is at its default stays out, and the page starts anew. */
export function walkQuery(filter: Readonly<Partial<WalkFilter>>, change: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== DEFAULTS[name]) params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** Address of the walks, or of what was found on them, with some conditions. */
export const walksHref = (filter: Readonly<Partial<WalkFilter>>, change: Query = {}): `/services/walks${string}` =>
  `/services/walks${walkQuery(filter, change)}`
