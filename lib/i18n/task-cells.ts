import type { DecisionKey, SlipKey } from '@/lib/domain/task-export'
import type { SlipRow, TaskRow } from '@/lib/schemas/task'
import { taskStateText } from './task-text'
import type { Translator } from './translator'

type Cell = string | number | null

/** A task's matter with its project, as one cell. */
const matter = (row: Pick<TaskRow | SlipRow, 'text' | 'project'>, t: Translator): string =>
  row.project ? t('task.paper.matter', { project: row.project.name, text: row.text }) : row.text

/**
 * One cell of the list of decided matters, on paper and in a workbook.
 *
 * @param index position of the row, from 0
 */
export function decisionCell(key: DecisionKey, row: TaskRow, index: number, t: Translator): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'meeting':
      return t('task.detail.fromYear', { year: String(row.meeting.year), week: row.meeting.week })
    case 'text':
      return matter(row, t)
    case 'lead':
      return row.lead?.name ?? null
    case 'supports':
      return row.supports.join(t('task.paper.and')) || null
    case 'owner':
      return row.owner
    case 'due':
      return row.dueOn
    case 'progress':
      return row.progress
    case 'state':
      return row.reason.code === 'OVER'
        ? [taskStateText(row, t), t('task.reason.OVER', row.reason)].join(t('shell.comma'))
        : taskStateText(row, t)
  }
}

/**
 * One cell of the ledger of slips, on paper and in a workbook.
 *
 * @param index position of the row, from 0
 */
export function slipCell(key: SlipKey, row: SlipRow, index: number, t: Translator): Cell {
  switch (key) {
    case 'row':
      return index + 1
    case 'no':
      return row.no
    case 'kind':
      return t(`task.slip.kind.${row.kind}`)
    case 'matter':
      return matter(row, t)
    case 'demand':
      return t(`task.paper.demandOf.${row.kind}`, { n: row.demand.lateWd })
    case 'unit':
      return row.lead
    case 'owner':
      return row.owner
    case 'limit':
      return row.demand.dueOn
    case 'signed':
      return row.signedOn
    case 'reply':
      return row.reply
    case 'late':
      return row.demand.lateWd > 0 ? t('task.paper.lateYes', { n: row.demand.lateWd }) : t('task.paper.lateNo')
    case 'closed':
      return row.taskState === 'CLOSED' ? row.closedOn : null
  }
}
