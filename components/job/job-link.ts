import { queryOf } from '@/components/ui/query'
import type { JobEventFilter, JobFilter } from '@/lib/schemas/job'

type Change = Readonly<Record<string, string | number | undefined>>

/** What the list of posts asks for, as its address says it. */
export const jobQuery = (filter: Readonly<Partial<JobFilter>>, change: Change = {}): string =>
  queryOf(filter, { state: 'OPEN' }, change)

/** Address of the list of posts with some conditions. */
export const jobsHref = (filter: Readonly<Partial<JobFilter>>, change: Change = {}): `/services/jobs${string}` =>
  `/services/jobs${jobQuery(filter, change)}`

/** Address of the events with some conditions. */
export const jobEventsHref = (
  filter: Readonly<Partial<JobEventFilter>>,
  change: Change = {},
): `/services/jobs/events${string}` => `/services/jobs/events${queryOf(filter, { state: 'all' }, change)}`
