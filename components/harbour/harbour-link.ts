import type { HarbourFilter } from '@/lib/schemas/harbour'

type Query = Readonly<Record<string, string | undefined>>

/** What the register is asked for, as its address says it; what is at its default stays out. */
export function harbourQuery(filter: Readonly<Partial<HarbourFilter>>, change: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, ...change }))
    if (value !== undefined && value !== '' && !(name === 'state' && value === 'all')) params.set(name, value)
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** Address of the register with some conditions. */
export const harboursHref = (filter: Readonly<Partial<HarbourFilter>>, change: Query = {}): string =>
  `/financing/harbours${harbourQuery(filter, change)}`
