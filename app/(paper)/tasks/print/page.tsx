import { forbidden } from 'next/navigation'
import { PaperList } from '@/components/task/paper-list'
import { PaperTable } from '@/components/task/paper-table'
import { taskQuery, tasksHref } from '@/components/task/task-link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { listAllTasks } from '@/lib/data/task-list'
import { SEES_TASKS } from '@/lib/domain/access'
import { DECISION_EXPORT, type DecisionKey } from '@/lib/domain/task-export'
import { longDate } from '@/lib/i18n/day'
import { decisionCell } from '@/lib/i18n/task-cells'
import { translator } from '@/lib/i18n/translator'
import { taskFilter } from '@/lib/schemas/task'

export const generateMetadata = pageTitle('task.paper.title')

/** Rows on one paper at most: some eighty sheets. */
const MOST_PRINTED = 2_000

export default async function PrintTasksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_TASKS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const filter = taskFilter.parse(await searchParams)
  const [{ total, rows }, heading] = await Promise.all([
    listAllTasks(actor, filter, today, MOST_PRINTED),
    loadPaperHeading(actor),
  ])
  if (rows.length > 0) {
    const base = Object.fromEntries(rows.map(({ id, version }) => [id, { version, cells: {} }]))
    const query = taskQuery(filter).slice(1)
    await recordExport(actor, { id: newExportId(), kind: 'PRINT', query, base }, { today })
  }
  const heads = Object.fromEntries(DECISION_EXPORT.map(({ key }) => [key, t(`task.paper.column.${key}`)])) as Record<
    DecisionKey,
    string
  >
  return (
    <PaperList
      back={tasksHref(filter)}
      title={t('task.paper.list', { district: heading.district })}
      unit={heading.unit}
      day={longDate(today, locale)}
      problem={
        total === 0
          ? t('task.paper.none')
          : rows.length === 0
            ? t('task.paper.tooMany', { n: total, most: MOST_PRINTED })
            : null
      }
      t={t}
    >
      <PaperTable
        columns={DECISION_EXPORT}
        heads={heads}
        rows={rows.map((row, i) => ({
          id: row.id,
          cells: DECISION_EXPORT.map(({ key }) => decisionCell(key, row, i, t)),
        }))}
        foot={t('task.paper.sum', { n: total })}
        today={today}
      />
    </PaperList>
  )
}
