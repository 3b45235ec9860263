import type { LedgerNote, LedgerRow } from './ledger-row'
import type { KnownProject, LedgerSnapshot } from './ledger-snapshot'
import { nameKey } from './ledger-text'

/** The project a row speaks of; null is a new one. The notes say why it cannot be told. */
export type Match = Readonly<{ project: KnownProject | null; notes: readonly LedgerNote[] }>

const error = (code: string, params: LedgerNote['params'] = {}): LedgerNote => ({ severity: 'error', code, params })

function matchRow(row: LedgerRow, by: ReadonlyMap<string, KnownProject>): Match {
  if (row.id) {
    const project = by.get(`id ${row.id}`) ?? null
    return { project, notes: project ? [] : [error('ID_UNKNOWN', { text: row.id.slice(0, 40) })] }
  }
  const ofCode = row.code ? by.get(`code ${row.code}`) : undefined
  const ofName = row.name ? by.get(`name ${nameKey(row.name)}`) : undefined
  if (ofCode && ofName && ofCode !== ofName)
    return { project: null, notes: [error('CODE_OF_ANOTHER', { other: ofCode.name })] }
  const project = ofCode ?? ofName ?? null
  const ofNumber = row.number === null ? undefined : by.get(`number ${row.number}`)
  // A number alone is weak: another office's list counts from 1 as well. It only confirms a name or a code.
  if (row.number !== null && project !== (ofNumber ?? null))
    return { project, notes: [{ severity: 'warning', code: 'NUMBER_DIFFERS', params: { number: row.number } }] }
  return { project, notes: [] }
}

/** A project out of the library takes no facts; a suspended one keeps its stage. */
function statusNotes(row: LedgerRow, project: KnownProject): LedgerNote[] {
  if (project.status === 'ACTIVE') return []
  const moves = row.stage !== null && row.stage !== project.stage
  return project.status === 'SUSPENDED' && !moves ? [] : [error('OUT_OF_LIBRARY', { status: project.status })]
}

/**
 * Ties rows to the projects of the district: by 系统编号, else code, else exact name.
 *
 * Two rows that mean one project by different keys are both wrong.
 */
export function matchRows(
  rows: readonly LedgerRow[],
  snapshot: Pick<LedgerSnapshot, 'projects'>,
): ReadonlyMap<LedgerRow, Match> {
  const by = new Map<string, KnownProject>()
  for (const project of snapshot.projects) {
    by.set(`id ${project.id}`, project)
    by.set(`number ${project.number}`, project)
    if (project.code) by.set(`code ${project.code.toUpperCase()}`, project)
    by.set(`name ${nameKey(project.name)}`, project)
  }
  const matches = new Map<LedgerRow, Match>()
  const first = new Map<KnownProject, LedgerRow>()
  const twice = (row: LedgerRow, other: LedgerRow) => {
    const match = matches.get(row) as Match
    const params = { row: other.row, sheet: other.sheet, elsewhere: other.sheet === row.sheet ? 'no' : 'yes' }
    if (![...row.notes, ...match.notes].some((note) => note.code === 'TWICE'))
      matches.set(row, { ...match, notes: [...match.notes, error('TWICE', params)] })
  }
  for (const row of rows) {
    const { project, notes } = matchRow(row, by)
    matches.set(row, { project, notes: project ? [...notes, ...statusNotes(row, project)] : notes })
    if (!project) continue
    const other = first.get(project)
    if (other) {
      twice(row, other)
      twice(other, row)
    } else first.set(project, row)
  }
  return matches
}
