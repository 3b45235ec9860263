import 'server-only'
import { listAllColourPapers } from '@/lib/data/colour-papers'
import { listAllFactors } from '@/lib/data/factor-list'
import { listAllSlips } from '@/lib/data/slip-list'
import { listAllTasks } from '@/lib/data/task-list'
import type { Actor, Role } from '@/lib/domain/access'
import { FACTOR_EXPORT } from '@/lib/domain/factor-export'
import { MOST_EXPORTED } from '@/lib/domain/ledger-export'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, type Result } from '@/lib/domain/result'
import { SEES_FACTORS, SEES_TASKS } from '@/lib/domain/sight'
import { DECISION_EXPORT, SLIP_EXPORT } from '@/lib/domain/task-export'
import { colourPaperCell } from '@/lib/i18n/colour-paper-cells'
import { factorCell } from '@/lib/i18n/factor-cells'
import { LEDGER_LOCALE } from '@/lib/i18n/project-export-cells'
import { decisionCell, slipCell } from '@/lib/i18n/task-cells'
import { translator } from '@/lib/i18n/translator'
import { factorFilter } from '@/lib/schemas/factor'
import { slipFilter, type TaskExportKind, taskFilter } from '@/lib/schemas/task'
import type { ExportMoment } from './export-ledger'
import { exportList, type ListTable, tableOf } from './export-list'

const t = translator(LEDGER_LOCALE)

type Values = Readonly<Record<string, string | string[]>>
type Listed = Readonly<{
  sees: ReadonlySet<Role>
  rows: (actor: Actor, values: Values, today: PlainDate) => Promise<ListTable>
  /** What the export is remembered as. */
  record: string
  name: 'task.slip.title' | 'task.paper.title' | 'factor.paper.title'
  title: 'task.paper.slips' | 'task.paper.list' | 'factor.paper.list'
  sum: 'task.paper.sumSlips' | 'task.paper.sum' | 'factor.paper.sum'
  notes: 'task.paper.notes' | 'factor.paper.notes'
}>

const LISTS: Readonly<Record<TaskExportKind, Listed>> = {
  decisions: {
    sees: SEES_TASKS,
    rows: async (actor, values, today) =>
      tableOf(
        await listAllTasks(actor, taskFilter.parse(values), today, MOST_EXPORTED),
        DECISION_EXPORT,
        (key, row, i) => decisionCell(key, row, i, t),
      ),
    record: 'DECISION_LIST',
    name: 'task.paper.title',
    title: 'task.paper.list',
    sum: 'task.paper.sum',
    notes: 'task.paper.notes',
  },
  slips: {
    sees: SEES_TASKS,
    rows: async (actor, values, today) => {
      const filter = slipFilter.parse(values)
      return filter.of === 'colour'
        ? tableOf(await listAllColourPapers(actor, filter, today, MOST_EXPORTED), SLIP_EXPORT, (key, row, i) =>
            colourPaperCell(key, row, i, t, LEDGER_LOCALE),
          )
        : tableOf(await listAllSlips(actor, filter, today, MOST_EXPORTED), SLIP_EXPORT, (key, row, i) =>
            slipCell(key, row, i, t),
          )
    },
    record: 'SLIP_LEDGER',
    name: 'task.slip.title',
    title: 'task.paper.slips',
    sum: 'task.paper.sumSlips',
    notes: 'task.paper.notes',
  },
  factors: {
    sees: SEES_FACTORS,
    rows: async (actor, values, today) =>
      tableOf(
        await listAllFactors(actor, factorFilter.parse(values), today, MOST_EXPORTED),
        FACTOR_EXPORT,
        (key, row, i) => factorCell(key, row, i, t, LEDGER_LOCALE),
      ),
    record: 'FACTOR_LEDGER',
    name: 'factor.paper.title',
    title: 'factor.paper.list',
    sum: 'factor.paper.sum',
    notes: 'factor.paper.notes',
  },
}

/**
 * Makes a workbook of tasks, slips or needs as their list stands on screen, and remembers who took it.
 *
 * Its rows are all rows of the filter, or it is refused: a list is never cut.
 *
 * @param values the address of the list
 * @returns err EXPORT_LIMIT, EXPORT_TOO_MANY, FORBIDDEN
 */
export async function exportTasks(
  actor: Actor,
  { kind, values, query }: Readonly<{ kind: TaskExportKind; values: Values; query: string }>,
  { today, now, clock }: ExportMoment,
): Promise<Result<{ bytes: Buffer; fileName: string }>> {
  const list = LISTS[kind]
  if (!list.sees.has(actor.role)) return err({ code: 'FORBIDDEN' })
  return exportList(actor, { ...list, load: () => list.rows(actor, values, today), query }, { today, now, clock })
}
