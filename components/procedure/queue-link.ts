import type { ProcedureFilter } from '@/lib/schemas/procedure-queue'

type Change = Readonly<Partial<Record<keyof ProcedureFilter, string | number | undefined>>>
const DEFAULTS: Change = { group: 'open', page: 1, size: 50 }

/** Address of the queue with some conditions; what is at its default stays out of it, and the page starts anew. */
export function queueHref(
  filter: Readonly<Partial<ProcedureFilter>>,
  change: Change = {},
): '/procedures' | `/procedures?${string}` {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, page: undefined, ...change }))
    if (value !== undefined && value !== '' && value !== DEFAULTS[name as keyof ProcedureFilter])
      params.set(name, String(value))
  const query = params.toString()
  return query ? `/procedures?${query}` : '/procedures'
}
