import { supervisionQuery, supervisionsHref } from '@/components/supervision/slip-link'
import { pageTitle } from '@/lib/auth/page-title'
import { listAllSupervisions } from '@/lib/data/supervision-list'
import { SUPERVISION_EXPORT } from '@/lib/domain/supervision/export'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { supervisionCell } from '@/lib/i18n/supervision-cells'
import { supervisionFilter } from '@/lib/schemas/supervision'
import { PrintedList } from '../../../tasks/printed-list'

export const generateMetadata = pageTitle('supervisionSlip.paper.title')

export default async function PrintSlipsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = supervisionFilter.parse(await searchParams)
  return (
    <PrintedList
      query={supervisionQuery(filter)}
      back={supervisionsHref(filter)}
      sees={SEES_SLIPS}
      load={(actor, today, most) => listAllSupervisions(actor, filter, today, most)}
      columns={SUPERVISION_EXPORT.filter(({ key }) => key !== 'reply' && key !== 'effect' && key !== 'demand')}
      head={(key, t) => t(`supervisionSlip.column.${key}`)}
      cell={(key, row, i, t) => supervisionCell(key, row, i, t)}
      title="supervisionSlip.paper.list"
      foot="supervisionSlip.paper.sum"
    />
  )
}
