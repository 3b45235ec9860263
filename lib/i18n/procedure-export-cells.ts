import { type ExportCell, LEVEL_FILL, type ProcedureExportKey } from '@/lib/domain/ledger-export'
import type { ProcedureState } from '@/lib/domain/procedure'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { isRunning } from '@/lib/domain/remaining'
import type { ProcedureExportRow, WideItem } from '@/lib/schemas/ledger-export'
import { LEDGER_LOCALE, levelCell, namedText } from './project-export-cells'
import { withMark } from './reason-line'
import { ownerText, reasonText } from './reason-text'
import { translator } from './translator'

const t = translator(LEDGER_LOCALE)

function limitText(days: number | null, unit: string | null): string {
  if (days === null) return t('export.noLimit')
  return t(unit === 'CD' ? 'export.calendarDays' : 'export.workdays', { n: days })
}

/**
 * One cell of the ledger of procedures.
 *
 * @param index position of the row, from 0
 */
export function procedureCell(key: ProcedureExportKey, row: ProcedureExportRow, index: number): ExportCell {
  switch (key) {
    case 'row':
      return index + 1
    case 'project':
    case 'code':
    case 'stage':
    case 'agency':
    case 'receivedOn':
    case 'acceptedOn':
    case 'used':
    case 'finishedOn':
    case 'expiresOn':
      return row[key]
    case 'item':
      return row.nameZh
    case 'handler':
      return namedText(row.handler)
    case 'before':
      return row.before.join('、') || null
    case 'statutory':
      return limitText(row.statutoryDays, row.statutoryUnit)
    case 'promised':
      return limitText(row.promisedWd, null)
    case 'left':
      return isRunning(row.state) ? row.remaining : null
    case 'state':
      return t(`procedure.state.${row.state}`)
    case 'pauses':
      return row.pauses.map(({ kind, days }) => t(`export.pause.${kind}`, { n: days })).join('、') || null
    case 'planOn':
      return row.planFinishOn
    case 'certificate':
      return row.certificateNo
    case 'level':
      return levelCell(
        row.level,
        row.reason && withMark(reasonText(row.reason, LEDGER_LOCALE), row.reason, LEDGER_LOCALE),
      )
    case 'owner':
      return ownerText(row.owner, LEDGER_LOCALE)
    case 'note':
      return row.naReason
  }
}

/**
 * A key item in the wide table: the day it was finished or what is left of its promise, on its colour; its plan where it
 * has not begun, on a colour only where that warns.
 */
export function wideCell(item: WideItem | undefined): ExportCell {
  if (!item || item.state === 'NA') return null
  const { state, finishedOn, remaining, planFinishOn, level } = item
  const fill = LEVEL_FILL[level]
  if (FINISHED_STATES.has(state) && finishedOn) return { value: finishedOn, fill }
  if (state === 'NOT_STARTED' || state === 'READY') {
    const plan = planFinishOn ? t('export.widePlan', { day: planFinishOn }) : t(`procedure.state.${state}`)
    return level === 'GREY' || level === 'GREEN' ? plan : { value: plan, fill }
  }
  if (remaining === null || !COUNTING.has(state)) return { value: t(`procedure.state.${state}`), fill }
  const over = remaining < 0
  return { value: t(over ? 'export.wideOver' : 'export.wideLeft', { n: Math.abs(remaining) }), fill }
}

/** States in which the agency's clock runs; in the others a number of days would say the wrong thing. */
const COUNTING: ReadonlySet<ProcedureState> = new Set(['RECEIVED', 'ACCEPTED'])
