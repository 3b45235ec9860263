import type { BriefingFilter } from '@/lib/schemas/briefing'

/** Address of a briefing; of one version where it is named. */
export const briefingHref = (id: string, nth?: number): `/briefings/${string}` =>
  `/briefings/${id}${nth === undefined ? '' : `?nth=${nth}`}`

const DEFAULTS: Readonly<Record<string, string>> = { state: 'all', page: '1' }

/** Address of the list with some conditions; the page starts anew. */
export function briefingsHref(
  filter: Partial<BriefingFilter>,
  change: Partial<BriefingFilter> = {},
): `/briefings${string}` {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && String(value) !== DEFAULTS[name]) params.set(name, String(value))
  const query = params.toString()
  return query ? `/briefings?${query}` : '/briefings'
}
