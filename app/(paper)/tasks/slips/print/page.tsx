import { slipQuery, slipsHref } from '@/components/task/task-link'
import { pageTitle } from '@/lib/auth/page-title'
import { listAllColourPapers } from '@/lib/data/colour-papers'
import { listAllSlips } from '@/lib/data/slip-list'
import { SLIP_EXPORT } from '@/lib/domain/task-export'
import { colourPaperCell } from '@/lib/i18n/colour-paper-cells'
import { slipCell } from '@/lib/i18n/task-cells'
import { slipFilter } from '@/lib/schemas/task'
import { PrintedList } from '../../printed-list'

export const generateMetadata = pageTitle('task.slip.title')

export default async function PrintSlipsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = slipFilter.parse(await searchParams)
  if (filter.of === 'colour')
    return (
      <PrintedList
        query={slipQuery(filter)}
        back={slipsHref(filter)}
        load={(actor, today, most) => listAllColourPapers(actor, filter, today, most)}
        columns={SLIP_EXPORT}
        head={(key, t) => t(`task.paper.column.${key}`)}
        cell={colourPaperCell}
        title="task.paper.slips"
        foot="task.paper.sumSlips"
      />
    )
  return (
    <PrintedList
      query={slipQuery(filter)}
      back={slipsHref(filter)}
      load={(actor, today, most) => listAllSlips(actor, filter, today, most)}
      columns={SLIP_EXPORT}
      head={(key, t) => t(`task.paper.column.${key}`)}
      cell={slipCell}
      title="task.paper.slips"
      foot="task.paper.sumSlips"
    />
  )
}
