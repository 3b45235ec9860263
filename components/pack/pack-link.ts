import type { PackFilter } from '@/lib/schemas/gift-pack'

type Query = Readonly<Record<string, string | number | undefined>>

const DEFAULTS: Query = { tab: 'packs', stand: 'kept', page: 1 }

/** What the list of packs asks for, as its address says it; what is at its default stays out, and the page starts anew. */
export function packQuery(filter: Readonly<Partial<PackFilter>>, change: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== DEFAULTS[name]) params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** Address of the packs with some conditions. */
export const packsHref = (filter: Readonly<Partial<PackFilter>>, change: Query = {}): `/services/packs${string}` =>
  `/services/packs${packQuery(filter, change)}`
