import { taskQuery, tasksHref } from '@/components/task/task-link'
import { pageTitle } from '@/lib/auth/page-title'
import { listAllTasks } from '@/lib/data/task-list'
import { DECISION_EXPORT } from '@/lib/domain/task-export'
import { decisionCell } from '@/lib/i18n/task-cells'
import { taskFilter } from '@/lib/schemas/task'
import { PrintedList } from '../printed-list'

export const generateMetadata = pageTitle('task.paper.title')

export default async function PrintTasksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = taskFilter.parse(await searchParams)
  return (
    <PrintedList
      query={taskQuery(filter)}
      back={tasksHref(filter)}
      load={(actor, today, most) => listAllTasks(actor, filter, today, most)}
      columns={DECISION_EXPORT}
      head={(key, t) => t(`task.paper.column.${key}`)}
      cell={decisionCell}
      title="task.paper.list"
      foot="task.paper.sum"
    />
  )
}
