import type { TimeQuery } from '@/lib/schemas/time-table'

/** The address of 时间去哪了 with something changed; a page is left behind where anything else changes. */
export function timeHref(
  query: TimeQuery,
  change: Partial<Record<keyof TimeQuery, string | number | undefined>>,
): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, page: undefined, ...change }))
    if (value !== undefined && value !== '') asked.set(name, String(value))
  const text = asked.toString()
  return text ? `/time?${text}` : '/time'
}
