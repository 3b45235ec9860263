import type { ProjectFilter } from '@/lib/schemas/project'
import { type FilterChange, ledgerQuery } from '@/lib/schemas/project-address'

/** Address of the ledger with some of its filter changed; the page starts anew. */
export function ledgerHref(filter: ProjectFilter, change: FilterChange = {}): string {
  const query = ledgerQuery(filter, change).toString()
  return query ? `/projects?${query}` : '/projects'
}
