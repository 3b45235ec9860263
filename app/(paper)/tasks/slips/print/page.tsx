import { forbidden } from 'next/navigation'
import { PaperList } from '@/components/task/paper-list'
import { PaperTable } from '@/components/task/paper-table'
import { slipQuery, slipsHref } from '@/components/task/task-link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { listAllSlips } from '@/lib/data/slip-list'
import { SEES_TASKS } from '@/lib/domain/access'
import { SLIP_EXPORT, type SlipKey } from '@/lib/domain/task-export'
import { longDate } from '@/lib/i18n/day'
import { slipCell } from '@/lib/i18n/task-cells'
import { translator } from '@/lib/i18n/translator'
import { slipFilter } from '@/lib/schemas/task'

export const generateMetadata = pageTitle('task.slip.title')

/** Rows on one paper at most: some eighty sheets. */
const MOST_PRINTED = 2_000

export default async function PrintSlipsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_TASKS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const filter = slipFilter.parse(await searchParams)
  const [{ total, rows }, heading] = await Promise.all([
    listAllSlips(actor, filter, today, MOST_PRINTED),
    loadPaperHeading(actor),
  ])
  if (rows.length > 0) {
    const base = Object.fromEntries(rows.map(({ id, version }) => [id, { version, cells: {} }]))
    const query = slipQuery(filter).slice(1)
    await recordExport(actor, { id: newExportId(), kind: 'PRINT', query, base }, { today })
  }
  const heads = Object.fromEntries(SLIP_EXPORT.map(({ key }) => [key, t(`task.paper.column.${key}`)])) as Record<
    SlipKey,
    string
  >
  return (
    <PaperList
      back={slipsHref(filter)}
      title={t('task.paper.slips', { district: heading.district })}
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
        columns={SLIP_EXPORT}
        heads={heads}
        rows={rows.map((row, i) => ({
          id: row.id,
          cells: SLIP_EXPORT.map(({ key }) => slipCell(key, row, i, t)),
        }))}
        foot={t('task.paper.sumSlips', { n: total })}
        today={today}
      />
    </PaperList>
  )
}
