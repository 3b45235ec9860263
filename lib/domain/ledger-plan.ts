import type { Ledger } from './ledger'
import { Resolver, type RowFacts, type UnknownWords } from './ledger-facts'
import { matchRows } from './ledger-match'
import { type LedgerChange, RowPen, type WriteContext } from './ledger-pen'
import type { LedgerNote, LedgerRow } from './ledger-row'
import { type KnownUnit, LEDGER_MODELS, type LedgerSnapshot, type LedgerWrite, type RowValues } from './ledger-snapshot'
import { nameKey, tidy } from './ledger-text'
import { writeRow } from './ledger-writes'
import { MOST_PROJECTS } from './steward-load'

/** What an import does with a row: `unknown` waits for an answer, `error` for the ledger to be put right. 判定 */
export const VERDICTS = ['new', 'changed', 'unchanged', 'unknown', 'error'] as const
export type Verdict = (typeof VERDICTS)[number]

export type PlannedRow = Readonly<{
  row: LedgerRow
  verdict: Verdict
  notes: readonly LedgerNote[]
  /** Differences to what the library has; empty for a new project. */
  changes: readonly LedgerChange[]
  projectId: string | null
  /** 专班 as the report names it: the ledger's own spelling where it is only a spelling. */
  team: string | null
}>

export type LedgerPlan = Readonly<{
  rows: readonly PlannedRow[]
  /** Everything to write, in an order in which each row finds what it refers to. */
  writes: readonly LedgerWrite[]
  unknown: UnknownWords
  /** Names behind the ids in `changes`. */
  names: ReadonlyMap<string, string>
}>

/** What keeps a row out, if anything does. */
export const worstOf = (notes: readonly LedgerNote[]): 'error' | 'unknown' | null =>
  notes.some((n) => n.severity === 'error') ? 'error' : notes.some((n) => n.severity === 'question') ? 'unknown' : null

/** The ledger's own spelling while it is only a spelling, so that a report reads like its ledger; else the unit's name. */
const teamOf = ({ team }: LedgerRow, unit: KnownUnit | null): string | null =>
  unit === null || (team !== null && nameKey(team) === nameKey(unit.name)) ? team : tidy(unit.name)

/** New units, enterprises and people, in the shape their rows are written in. */
export function madeRows(resolver: Resolver, snapshot: LedgerSnapshot): LedgerWrite[] {
  const { districtId } = snapshot
  const leadership = snapshot.units.filter((unit) => unit.kind === 'LEADERSHIP')
  const leadershipId = leadership.length === 1 ? (leadership[0]?.id ?? null) : null
  const made = (model: LedgerWrite['model'], id: string, after: RowValues): LedgerWrite => ({
    model,
    id,
    projectId: null,
    before: null,
    after,
  })
  return [
    ...resolver.madeUnits.map(({ id, kind, name, shortName, aliases }) =>
      made('org', id, { districtId, kind, name, shortName, aliases, version: 1 }),
    ),
    ...resolver.madeFirms.map(({ id, name }) => made('enterprise', id, { districtId, name, version: 1 })),
    ...resolver.people.made.map(({ id, name, phone, title, enterpriseId, leadership: leads }) =>
      made('person', id, {
        districtId,
        name,
        phone,
        title,
        enterpriseId,
        orgId: leads ? leadershipId : null,
        version: 1,
      }),
    ),
  ]
}

/** Every id a change can speak of, by name. */
export function namesOf(resolver: Resolver, snapshot: LedgerSnapshot): Map<string, string> {
  const rows = [
    ...snapshot.units,
    ...snapshot.firms,
    ...snapshot.people,
    ...resolver.madeUnits,
    ...resolver.madeFirms,
    ...resolver.people.made,
  ]
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * Remarks, once for each steward, on the first row that gives him more projects than one answers for 管家负荷; it goes in all
 * the same. The number is that after all of them.
 *
 * @source other-mechanisms.md §3
 */
function withLoads(
  rows: readonly PlannedRow[],
  writes: readonly LedgerWrite[],
  resolver: Resolver,
  snapshot: LedgerSnapshot,
): PlannedRow[] {
  const people = new Map([...snapshot.people, ...resolver.people.made].map((person) => [person.id, person]))
  const had = new Map(snapshot.projects.map(({ id, steward }) => [id, steward?.personId]))
  const given = new Map<string, string>()
  const load = new Map([...people].map(([id, { projects }]) => [id, projects]))
  const count = (id: string | undefined, by: number) => id && load.set(id, (load.get(id) ?? 0) + by)
  for (const { model, before, after, projectId } of writes) {
    if (model !== 'stewardAssignment' || before !== null || projectId === null) continue
    given.set(projectId, String(after.personId))
    count(String(after.personId), 1)
    count(had.get(projectId), -1)
  }
  const said = new Set<string>()
  return rows.map((row) => {
    const person = people.get(given.get(row.projectId ?? '') ?? '')
    const n = person ? (load.get(person.id) ?? 0) : 0
    if (!person || n <= MOST_PROJECTS || said.has(person.id)) return row
    said.add(person.id)
    const params = { field: 'steward', name: person.name, n, most: MOST_PROJECTS }
    return { ...row, notes: [...row.notes, { code: 'STEWARD_OVERLOADED', severity: 'warning', params }] }
  })
}

/**
 * Decides what an import of a ledger does, row by row 导入判定; writes nothing.
 *
 * The same plan is the preview and the import: both ask this function with the same snapshot. Rows with errors or open
 * questions make nobody: only names in accepted rows become people, enterprises and units.
 *
 * @example planImport(ledger, snapshot, context).rows.map((r) => r.verdict) // ['new', 'unchanged', 'error']
 */
export function planImport(ledger: Ledger, snapshot: LedgerSnapshot, context: WriteContext): LedgerPlan {
  const resolver = new Resolver(snapshot, context.newId)
  const matches = matchRows(ledger.rows, snapshot)
  const placed = ledger.rows.map((row) => {
    const { project, notes } = matches.get(row) ?? { project: null, notes: [] }
    const place = resolver.place(row, project === null)
    return { row, project, ...place, notes: [...row.notes, ...notes, ...place.notes] }
  })
  const accepted = placed.filter(({ notes }) => worstOf(notes) === null)
  for (const { row, project } of accepted)
    resolver.meet(row, row.enterprise ? resolver.firm(row.enterprise).id : (project?.enterpriseId ?? null))
  const writes: LedgerWrite[] = []
  const rows = placed.map(({ row, project, taskforce, street, notes }): PlannedRow => {
    const team = teamOf(row, taskforce)
    const bad = worstOf(notes)
    if (bad) return { row, verdict: bad, notes, changes: [], projectId: project?.id ?? null, team }
    const resolved: { facts: RowFacts; notes: LedgerNote[] } = resolver.facts(row, project, taskforce, street)
    const pen = new RowPen(row, project, resolved.facts, context)
    writeRow(pen)
    writes.push(...pen.writes)
    const verdict: Verdict = project === null ? 'new' : pen.writes.length > 0 ? 'changed' : 'unchanged'
    return {
      row,
      verdict,
      notes: [...notes, ...resolved.notes, ...pen.notes],
      changes: pen.changes,
      projectId: pen.projectId,
      team,
    }
  })
  const loaded = withLoads(rows, writes, resolver, snapshot)
  const ordered = [...madeRows(resolver, snapshot), ...writes]
  const rank = new Map(LEDGER_MODELS.map((model, i) => [model, i]))
  ordered.sort((a, b) => (rank.get(a.model) ?? 0) - (rank.get(b.model) ?? 0))
  return { rows: loaded, writes: ordered, unknown: resolver.unknown, names: namesOf(resolver, snapshot) }
}
