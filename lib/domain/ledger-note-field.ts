import { LEDGER_FIELDS, type LedgerField } from './ledger-column'
import type { LedgerNote } from './ledger-row'

/** Columns of notes that do not name one themselves. */
const FIELD_OF: Readonly<Record<string, LedgerField | `procedure.${string}`>> = {
  MOVE_BY_HAND: 'procedure.state',
  PROCEDURE_UNKNOWN: 'procedure.item',

  NAME_EMPTY: 'name',
  NAME_TOO_LONG: 'name',
  TWICE: 'name',
  OUT_OF_LIBRARY: 'name',
  ID_UNKNOWN: 'id',
  NUMBER_DIFFERS: 'number',
  CODE_OF_ANOTHER: 'code',
  CODE_CHANGED: 'code',
  STAGE_UNKNOWN: 'stage',
  STAGE_MISSING: 'stage',
  STAGE_BACK: 'stage',
  NATURE_UNKNOWN: 'nature',
  TASKFORCE_UNKNOWN: 'team',
  TASKFORCE_MISSING: 'team',
  STREET_UNKNOWN: 'street',
  LEAD_UNIT_FIRST: 'leadUnit',
  LEAD_UNIT_LIKE: 'leadUnit',
  STEWARD_MISSING: 'steward',
  TOTAL_HUGE: 'total',
  PLAN_OVER_TOTAL: 'plan',
  PLAN_FAR_OVER_TOTAL: 'plan',
  DONE_BELOW_WEEKS: 'done',
}

/**
 * The column a remark is about, so that the cell can be shown and marked; null when it is about the whole row.
 *
 * @example noteField({ code: 'TWICE', severity: 'error', params: { row: 6 } }) // 'name'
 */
export function noteField({ code, params }: LedgerNote): string | null {
  const named = LEDGER_FIELDS.find((field) => field === params.field)
  if (typeof params.field === 'string' && /^(?:procedure|issue)\./.test(params.field)) return params.field
  return named ?? FIELD_OF[code] ?? null
}
