import type { FactorFilter } from '@/lib/schemas/factor'

type Query = Readonly<Record<string, string | number | undefined>>

const DEFAULTS: Query = { state: 'board', page: 1 }

/** What a list of needs asks for, as its address says it; what is at its default stays out, and the page starts anew. */
export function factorQuery(filter: Readonly<Partial<FactorFilter>>, change: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== DEFAULTS[name]) params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** Address of the needs with some conditions. */
export const factorsHref = (filter: Readonly<Partial<FactorFilter>>, change: Query = {}): `/factors${string}` =>
  `/factors${factorQuery(filter, change)}`
