import { queryOf } from '@/components/ui/query'
import type { EnterpriseFilter } from '@/lib/schemas/enterprise'

type Change = Readonly<Record<string, string | number | undefined>>

/** What the register asks for, as its address says it. */
export const enterpriseQuery = (filter: Readonly<Partial<EnterpriseFilter>>, change: Change = {}): string =>
  queryOf(filter, { state: 'ACTIVE' }, change)

/** Address of the register with some conditions. */
export const enterprisesHref = (
  filter: Readonly<Partial<EnterpriseFilter>>,
  change: Change = {},
): `/enterprises${string}` => `/enterprises${enterpriseQuery(filter, change)}`
