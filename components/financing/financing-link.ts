import type { FinancingFilter, ResultFilter } from '@/lib/schemas/financing'

type Query = Readonly<Record<string, string | number | undefined>>

/** What an address asks for; what is at its default stays out, and the page starts anew. */
function queryOf(filter: object, change: Query, defaults: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== defaults[name]) params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

export const needQuery = (filter: Readonly<Partial<FinancingFilter>>, change: Query = {}): string =>
  queryOf(filter, change, { state: 'open', page: 1 })

/** Address of the needs with some conditions. */
export const needsHref = (filter: Readonly<Partial<FinancingFilter>>, change: Query = {}): `/financing${string}` =>
  `/financing${needQuery(filter, change)}`

export const resultQuery = (filter: Readonly<Partial<ResultFilter>>, change: Query = {}): string =>
  queryOf(filter, change, { view: 'all', page: 1 })

/** Address of the results with some conditions. */
export const resultsHref = (
  filter: Readonly<Partial<ResultFilter>>,
  change: Query = {},
): `/financing/results${string}` => `/financing/results${resultQuery(filter, change)}`
