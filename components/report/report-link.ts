import { queryOf } from '@/components/ui/query'
import type { ReportFilter } from '@/lib/schemas/sealed-report'

/** Address of the reports with some conditions; what is at its default stays out, and the page starts anew. */
export const reportsHref = (
  filter: Readonly<Partial<ReportFilter>>,
  change: Readonly<Record<string, string | number | undefined>> = {},
): `/supervision/reports${string}` => `/supervision/reports${queryOf(filter, { view: 'open' }, change)}`
