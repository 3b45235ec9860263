import { forbidden } from 'next/navigation'
import { PaperList } from '@/components/task/paper-list'
import { PaperTable } from '@/components/task/paper-table'
import { requireActor, takeAlong } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { newExportId, recordExport } from '@/lib/data/ledger-exports'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import type { Actor, Role } from '@/lib/domain/access'
import type { ExportColumn } from '@/lib/domain/ledger-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import { SEES_TASKS } from '@/lib/domain/sight'
import { longDate } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'

/** Rows on one paper at most: some eighty sheets. */
const MOST_PRINTED = 2_000

type ServiceList = 'walks' | 'findings' | 'packs' | 'visits' | 'promotion' | 'upgrades' | 'jobs' | 'outbound'

/** One of the lists as it is printed: its rows, and its own columns, those of its workbook. */
type Printed<R, K extends string> = Readonly<{
  /** What it asks for, as its address says it, and where it is on screen. */
  query: string
  back: string
  load: (actor: Actor, today: PlainDate, most: number) => Promise<Readonly<{ total: number; rows: readonly R[] }>>
  columns: readonly ExportColumn<K>[]
  head: (key: K, t: Translator) => string
  cell: (key: K, row: R, index: number, t: Translator, locale: Locale) => string | number | null
  title:
    | 'task.paper.list'
    | 'task.paper.slips'
    | 'factor.paper.list'
    | 'enterprise.paper.list'
    | 'complaint.paper.list'
    | 'supervisionSlip.paper.list'
    | 'harbour.paper.title'
    | 'financeEvent.paper.eventsTitle'
    | `service.printed.title.${ServiceList}`
  foot:
    | 'task.paper.sum'
    | 'task.paper.sumSlips'
    | 'factor.paper.sum'
    | 'enterprise.paper.sum'
    | 'complaint.paper.sum'
    | 'supervisionSlip.paper.sum'
    | 'harbour.paper.sum'
    | 'financeEvent.paper.printSum'
    | `service.printed.sum.${ServiceList}`
  /** Roles that have the list; those that have tasks where nothing else is said. */
  sees?: ReadonlySet<Role>
}>

/** A list on paper; taking it along is written down. */
export async function PrintedList<R extends Readonly<{ id: string; version: number }>, K extends string>({
  query,
  back,
  load,
  columns,
  head,
  cell,
  title,
  foot,
  sees = SEES_TASKS,
}: Printed<R, K>) {
  const { actor, locale } = await requireActor()
  if (!sees.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const [{ total, rows }, heading] = await Promise.all([load(actor, today, MOST_PRINTED), loadPaperHeading(actor)])
  if (rows.length > 0) {
    const base = Object.fromEntries(rows.map(({ id, version }) => [id, { version, cells: {} }]))
    await takeAlong(
      await recordExport(actor, { id: newExportId(), kind: 'PRINT', query: query.slice(1), base }, { today }),
    )
  }
  return (
    <PaperList
      back={back}
      title={t(title, { district: heading.district })}
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
        columns={columns.map((column) => ({ ...column, head: head(column.key, t) }))}
        rows={rows.map((row, i) => ({ id: row.id, cells: columns.map(({ key }) => cell(key, row, i, t, locale)) }))}
        foot={t(foot, { n: total })}
        today={today}
      />
    </PaperList>
  )
}
