import { queryOf } from '@/components/ui/query'
import type { OutboundFilter } from '@/lib/schemas/outbound'

type Change = Readonly<Record<string, string | number | undefined>>

/** What the list of business abroad asks for, as its address says it. */
export const outboundQuery = (filter: Readonly<Partial<OutboundFilter>>, change: Change = {}): string =>
  queryOf(filter, { kind: 'all' }, change)

/** Address of the list of business abroad with some conditions. */
export const outboundHref = (
  filter: Readonly<Partial<OutboundFilter>>,
  change: Change = {},
): `/services/outbound${string}` => `/services/outbound${outboundQuery(filter, change)}`
