import type { SlipFilter, TaskFilter } from '@/lib/schemas/task'

type Query = Readonly<Record<string, string | number | undefined>>

function queryOf(values: Query, defaults: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '' && value !== defaults[name]) params.set(name, String(value))
  const query = params.toString()
  return query ? `?${query}` : ''
}

const TASKS = { state: 'open', page: 1 }
const SLIPS = { page: 1 }

/** What a list of tasks asks for, as its address says it; what is at its default stays out, and the page starts anew. */
export const taskQuery = (filter: Readonly<Partial<TaskFilter>>, change: Query = {}): string =>
  queryOf({ ...filter, page: undefined, ...change }, TASKS)

/** Address of the list of tasks with some conditions. */
export const tasksHref = (filter: Readonly<Partial<TaskFilter>>, change: Query = {}): `/tasks${string}` =>
  `/tasks${taskQuery(filter, change)}`

/** What a list of slips asks for, as its address says it. */
export const slipQuery = (filter: Readonly<Partial<SlipFilter>>, change: Query = {}): string =>
  queryOf({ ...filter, page: undefined, ...change }, SLIPS)

/** Address of the list of slips with some conditions. */
export const slipsHref = (filter: Readonly<Partial<SlipFilter>>, change: Query = {}): `/tasks/slips${string}` =>
  `/tasks/slips${slipQuery(filter, change)}`
