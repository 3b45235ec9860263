import type { PointFilter } from '@/lib/schemas/monitor-point'

type Query = Readonly<Record<string, string | undefined>>

/** What the register is asked for, as its address says it; what is at its default stays out. */
export function pointQuery(filter: Readonly<Partial<PointFilter>>, change: Query = {}): string {
  const params = new URLSearchParams()
  const asked: Readonly<Record<string, string | number | undefined>> = { ...filter, ...change }
  for (const [name, value] of Object.entries(asked)) {
    const usual = (name === 'state' && value === 'OPEN') || (name === 'page' && Number(value) === 1)
    if (value !== undefined && value !== '' && !usual) params.set(name, String(value))
  }
  const query = params.toString()
  return query ? `?${query}` : ''
}

/** Address of the register with some conditions; another condition begins at its first page. */
export const pointsHref = (filter: Readonly<Partial<PointFilter>>, change: Query = {}): string =>
  `/supervision/points${pointQuery({ ...filter, page: undefined }, change)}`
