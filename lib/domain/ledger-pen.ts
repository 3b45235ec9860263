import type { RowFacts } from './ledger-facts'
import type { LedgerNote, LedgerRow } from './ledger-row'
import type { KnownProject, LedgerModel, LedgerWrite, RowValue, RowValues } from './ledger-snapshot'
import type { PlainDate } from './plain-date'
import { STAGES, type Stage } from './project'

/** What every write of an import needs to know. */
export type WriteContext = Readonly<{
  districtId: string
  actorId: string
  actorPersonId: string
  today: PlainDate
  /** Kept with moved plans and stages: which file said so. */
  reason: string
  newId: () => string
  searchText: (project: { name: string; code: string | null; number: number }) => string
  takeProjectNumber: () => number
  takeIssueNumber: () => number
}>

/** One difference between ledger and library, for the preview: old → new. */
export type LedgerChange = Readonly<{ field: string; from: RowValue; to: RowValue }>

/** 分 as a row keeps it in JSON. */
export const fenText = (value: bigint | null): string | null => (value === null ? null : value.toString())

/** Whether a stage comes before another. */
export const isBefore = (stage: Stage, other: Stage): boolean => STAGES.indexOf(stage) < STAGES.indexOf(other)

/** Notes down what one accepted row writes, changes and gives to remark on. */
export class RowPen {
  readonly writes: LedgerWrite[] = []
  readonly changes: LedgerChange[] = []
  readonly notes: LedgerNote[] = []
  readonly projectId: string
  /** Stage of the project once the row is in. */
  readonly stage: Stage

  constructor(
    readonly row: LedgerRow,
    readonly project: KnownProject | null,
    readonly facts: RowFacts,
    readonly c: WriteContext,
  ) {
    this.projectId = project?.id ?? c.newId()
    this.stage = row.stage ?? project?.stage ?? 'PLANNING'
  }

  create(model: LedgerModel, after: RowValues, id: string = this.c.newId()) {
    this.writes.push({ model, id, projectId: this.projectId, before: null, after })
  }

  update(model: LedgerModel, known: Readonly<{ id: string; version?: number }>, was: RowValues, after: RowValues) {
    const versions =
      known.version === undefined ? [{}, {}] : [{ version: known.version }, { version: known.version + 1 }]
    this.writes.push({
      model,
      id: known.id,
      projectId: this.projectId,
      before: { ...was, ...versions[0] },
      after: { ...after, ...versions[1] },
    })
  }

  changed(field: string, from: RowValue, to: RowValue) {
    this.changes.push({ field, from, to })
  }

  warn(code: string, params: LedgerNote['params'] = {}) {
    this.notes.push({ severity: 'warning', code, params })
  }
}
