type Query = Readonly<Record<string, string | number | undefined>>

/**
 * What a list asks for, as its address says it: what is at its default stays out, and the page starts anew.
 *
 * @example queryOf({ state: 'all', page: 3 }, { state: 'ACTIVE' }) // '?state=all'
 */
export function queryOf(filter: Query, defaults: Query, change: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== defaults[name] && !(name === 'page' && value === 1))
      params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}
