import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type IssueLedger, type IssueLedgerRow, issueField } from '@/lib/domain/issue/ledger'
import { type IssuePlan, type IssueRowUnits, mayBeGone, planIssueRow } from '@/lib/domain/issue/ledger-plan'
import { acceptAnswers } from '@/lib/domain/ledger-answers'
import { Resolver, type UnknownWords } from '@/lib/domain/ledger-facts'
import { readPerson } from '@/lib/domain/ledger-person'
import { madeRows, namesOf, type Verdict, worstOf } from '@/lib/domain/ledger-plan'
import type { LedgerNote } from '@/lib/domain/ledger-row'
import type { LedgerAnswers, LedgerSnapshot, LedgerWrite } from '@/lib/domain/ledger-snapshot'
import { nameKey } from '@/lib/domain/ledger-text'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ok, type Result } from '@/lib/domain/result'
import type { Tx } from './db'
import {
  AboutBook,
  type IssueBook,
  loadIssueBook,
  loadMeantIssues,
  type MeantIssue,
  type NamedProject,
} from './issue-ledger-rows'
import { refusesUnit } from './issue-rows'
import { newId } from './ledger-id'
import { type LevelContext, loadLevelContext } from './level-context'

/** A row of a ledger of problems with the problem it means and what it does to it. */
export type PlannedIssue = Readonly<{
  row: IssueLedgerRow
  /** Null where it is a new one. */
  meant: MeantIssue | null
  project: NamedProject | null
  enterpriseId: string | null
  /** Null where the row stays out before anything is decided. */
  plan: IssuePlan | null
  notes: readonly LedgerNote[]
}>

/** What a whole ledger does. */
export type DecidedIssues = Readonly<{
  planned: readonly PlannedIssue[]
  /** Units, enterprises and people to make, and names to remember, for rows that go in. */
  writes: readonly LedgerWrite[]
  unknown: UnknownWords
  names: ReadonlyMap<string, string>
  context: LevelContext
}>

const note = (severity: LedgerNote['severity'], code: string, field: string, params: LedgerNote['params'] = {}) => ({
  severity,
  code,
  params: { field: issueField(field), ...params },
})

/** What becomes of a row: it stays out with an error or a question, else it is new, changes something, or nothing. */
export function verdictOf({ notes, plan, meant }: Pick<PlannedIssue, 'notes' | 'plan' | 'meant'>): Verdict {
  const bad = worstOf(notes)
  if (bad || !plan) return bad ?? 'error'
  if (!meant) return 'new'
  return plan.changes.length > 0 ? 'changed' : 'unchanged'
}

/** Of a unit that does the same work under another name the office says which it is; until then its row waits. */
function unitNotes(notes: readonly LedgerNote[], field: string): LedgerNote[] {
  return notes.map((one) =>
    one.code === 'LEAD_UNIT_LIKE'
      ? note('question', 'ISSUE_UNIT_LIKE', field, { text: one.params.text ?? '', like: one.params.like ?? '' })
      : { ...one, params: { ...one.params, field: issueField(field) } },
  )
}

/** The units and the person a row names. */
function unitsOf(row: IssueLedgerRow, resolver: Resolver): Readonly<{ units: IssueRowUnits; notes: LedgerNote[] }> {
  const notes: LedgerNote[] = []
  const unit = (said: string, field: string) => {
    const about: LedgerNote[] = []
    const found = resolver.leadUnit(said, about)
    notes.push(...unitNotes(about, field))
    return found?.id
  }
  const lead = row.lead === null ? undefined : unit(row.lead, 'lead')
  const supports = row.supports?.flatMap((said) => unit(said, 'supports') ?? []).filter((id) => id !== lead)
  const person = row.owner === null ? null : readPerson(row.owner)
  const owner = person ? resolver.person(person, 'issue.owner', null, notes) : undefined
  const units: IssueRowUnits = {
    ...(lead === undefined ? {} : { leadId: lead }),
    ...(supports === undefined ? {} : { supportIds: [...new Set(supports)] }),
    ...(owner === undefined ? {} : { ownerId: owner }),
  }
  return { units, notes }
}

const outlineKey = (source: string, text: string) => `${source} ${nameKey(text)}`

/** Finds the problem a row means: by 系统编号, by our number, else the same words about the same, in the same ledger. */
function finder(book: IssueBook) {
  const byId = new Map(book.outlines.map((outline) => [outline.id, outline]))
  const byNumber = new Map(book.outlines.map((outline) => [outline.number, outline]))
  const byText = new Map<string, IssueBook['outlines'][number][]>()
  for (const outline of book.outlines) {
    const key = outlineKey(outline.source, outline.text)
    byText.set(key, [...(byText.get(key) ?? []), outline])
  }
  return (row: IssueLedgerRow, about: Readonly<{ projectId: string | null; enterpriseId: string | null }>) => {
    if (row.id) return byId.get(row.id) ?? null
    const numbered = row.number === null ? undefined : byNumber.get(row.number)
    if (numbered) return numbered
    const same = byText.get(outlineKey(row.source ?? 'LEDGER', row.name)) ?? []
    return (
      same.find(({ projectId, enterpriseId }) =>
        about.projectId === null && about.enterpriseId === null
          ? projectId === null && enterpriseId === null
          : (projectId !== null && projectId === about.projectId) ||
            (enterpriseId !== null && enterpriseId === about.enterpriseId),
      ) ?? null
    )
  }
}

/** What of a row that is known already is never moved by a ledger: whose problem it is, and in which ledger it is counted. */
function fixedNotes(row: IssueLedgerRow, meant: MeantIssue, about: Pick<PlannedIssue, 'project' | 'enterpriseId'>) {
  const notes: LedgerNote[] = []
  if (row.source !== null && row.source !== meant.source)
    notes.push(note('error', 'ISSUE_OTHER_LEDGER', 'source', { text: row.source, was: meant.source }))
  const same = about.project ? about.project.id === meant.projectId : about.enterpriseId === meant.enterpriseId
  if (row.about !== null && !same) notes.push(note('error', 'ISSUE_ABOUT_FIXED', 'about', { text: row.about }))
  return notes
}

/** Units a row gives what began as a complaint, though it is about them or the supervisor is one of theirs 回避. */
function routeNotes({ leadId, supportIds = [] }: IssueRowUnits, meant: MeantIssue | null): LedgerNote[] {
  const barred = (field: string, ids: readonly string[]) => {
    const code = ids.map((id) => refusesUnit(id, meant?.complaint ?? null)).find((refusal) => refusal !== null)
    return code ? [note('error', code, field, { refusal: 'yes' })] : []
  }
  return [...barred('lead', leadId ? [leadId] : []), ...barred('supports', supportIds)]
}

/** Rows that mean the same problem; the second one stays out. */
function twinOf(seen: Map<string, IssueLedgerRow>, key: string, row: IssueLedgerRow): LedgerNote | null {
  const twin = seen.get(key)
  seen.set(key, twin ?? row)
  if (!twin) return null
  const elsewhere = twin.sheet === row.sheet ? 'no' : 'yes'
  return note('error', 'ISSUE_TWICE', 'text', { row: twin.row, sheet: twin.sheet, elsewhere })
}

type Row = Readonly<{ row: IssueLedgerRow; meantId: string | null }> &
  Pick<PlannedIssue, 'project' | 'enterpriseId' | 'notes'>

/** What each row is about and which problem it means. */
function placeRows(ledger: IssueLedger, book: IssueBook, resolver: Resolver): Row[] {
  const abouts = new AboutBook(book.projects)
  const find = finder(book)
  const seen = new Map<string, IssueLedgerRow>()
  return ledger.rows.map((row): Row => {
    const notes: LedgerNote[] = [...row.notes]
    const about =
      row.about === null
        ? { project: null, enterpriseId: null, taken: false }
        : abouts.find(row.about, (name) => resolver.firm(name).id)
    const projectId = about.project?.id ?? null
    const found = find(row, { projectId, enterpriseId: about.enterpriseId })
    if (row.id && !found) notes.push(note('error', 'ID_UNKNOWN', 'id', { text: row.id.slice(0, 40) }))
    const place = projectId ?? about.enterpriseId ?? ''
    const key = found?.id ?? `${outlineKey(row.source ?? 'LEDGER', row.name)} ${place}`
    const twin = twinOf(seen, key, row)
    if (twin) notes.push(twin)
    if (!found && row.about === null) notes.push(note('warning', 'ISSUE_ABOUT_MISSING', 'about'))
    if (!found && about.taken)
      notes.push(note('warning', 'ISSUE_PROJECT_TAKEN', 'about', { text: about.project?.name ?? '' }))
    return { row, meantId: found?.id ?? null, project: about.project, enterpriseId: about.enterpriseId, notes }
  })
}

function planRow(
  { row, project, enterpriseId, notes }: Row,
  meant: MeantIssue | null,
  resolver: Resolver,
  statusOf: (projectId: string | null) => string | null,
  c: Parameters<typeof planIssueRow>[3],
): PlannedIssue {
  const base = { row, meant, project, enterpriseId }
  const before = [...notes, ...(meant ? fixedNotes(row, meant, { project, enterpriseId }) : [])]
  if (worstOf(before)) return { ...base, plan: null, notes: before }
  const { units, notes: about } = unitsOf(row, resolver)
  const all = [...before, ...about, ...routeNotes(units, meant)]
  if (worstOf(all)) return { ...base, plan: null, notes: all }
  const plan = planIssueRow(row, meant?.known ?? null, units, c)
  const status = statusOf(meant ? meant.projectId : (project?.id ?? null))
  const left = status !== null && status !== 'ACTIVE' && status !== 'SUSPENDED'
  const gone =
    left && !mayBeGone(plan) && plan.changes.length > 0 ? [note('error', 'OUT_OF_LIBRARY', 'about', { status })] : []
  return { ...base, plan, notes: [...all, ...plan.notes, ...gone] }
}

/** Of what was made, what a row that goes in refers to: rows that stay out make nobody. */
function madeFor(planned: readonly PlannedIssue[], resolver: Resolver, snapshot: LedgerSnapshot) {
  const used = new Set(
    planned.flatMap((one) => {
      const verdict = verdictOf(one)
      if (!one.plan || verdict === 'error' || verdict === 'unknown') return []
      const { facts, words } = one.plan
      return [facts.leadId, ...words.supportIds, words.ownerId, one.enterpriseId]
    }),
  )
  const writes = madeRows(resolver, snapshot).filter(({ id }) => used.has(id))
  const made = new Set(writes.map(({ id }) => id))
  const named = (rows: readonly Readonly<{ id: string; name: string }>[]) =>
    new Set(rows.flatMap(({ id, name }) => (made.has(id) ? [name] : [])))
  const unknown: UnknownWords = {
    ...resolver.unknown,
    ORG: named(resolver.madeUnits),
    ENTERPRISE: named(resolver.madeFirms),
    PERSON: new Set(
      resolver.people.made.flatMap(({ id, name, phone }) => (made.has(id) ? [phone ? `${name} ${phone}` : name] : [])),
    ),
  }
  return { writes, unknown }
}

/** Takes the projects and the problems of a ledger for the transaction, in the order every write takes them. */
async function lockRows(tx: Tx, rows: readonly Row[], book: IssueBook) {
  const issueIds = [...new Set(rows.flatMap(({ meantId }) => meantId ?? []))].sort()
  const own = new Map(book.outlines.map(({ id, projectId }) => [id, projectId]))
  const projectIds = [
    ...new Set(rows.flatMap(({ meantId, project }) => [own.get(meantId ?? '') ?? [], project?.id ?? []].flat())),
  ].sort()
  await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ANY(${projectIds}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT 1 FROM "Issue" WHERE id = ANY(${issueIds}::uuid[]) ORDER BY id FOR UPDATE`
}

/**
 * Decides what a ledger of problems does, row by row; writes nothing. The preview and the import both ask this.
 *
 * @param lock takes the projects and problems meant for the transaction
 * @returns err ANSWER_UNKNOWN when an answer names nothing the district has
 */
export async function decideIssues(
  tx: Tx,
  actor: Actor,
  input: Readonly<{ ledger: IssueLedger; answers: LedgerAnswers; reason: string }>,
  today: PlainDate,
  lock: boolean,
): Promise<Result<DecidedIssues>> {
  const { ledger, answers, reason } = input
  // One import at a time: two of the same file would both find nothing and make everything twice.
  if (lock) await tx.$queryRaw`SELECT 1 FROM "District" WHERE id = ${actor.districtId}::uuid FOR UPDATE`
  const book = await loadIssueBook(tx, actor, ledger.rows, answers)
  const accepted = acceptAnswers(answers, book.snapshot, book.mappings, newId)
  if (!accepted.ok) return accepted
  const { units, writes: answered, mappings } = accepted.value
  const snapshot = {
    ...book.snapshot,
    units: [...book.snapshot.units, ...units],
    mappings: [...book.snapshot.mappings, ...mappings],
  }
  const resolver = new Resolver(snapshot, newId)
  const rows = placeRows(ledger, { ...book, snapshot }, resolver)
  if (lock) await lockRows(tx, rows, book)
  const meant = await loadMeantIssues(
    tx,
    rows.flatMap(({ meantId }) => meantId ?? []),
  )
  const context = await loadLevelContext(tx, actor.districtId, today)
  const status = new Map(book.projects.map(({ id, status: said }) => [id, said]))
  const planned = rows.map((row) =>
    planRow(row, meant.get(row.meantId ?? '') ?? null, resolver, (projectId) => status.get(projectId ?? '') ?? null, {
      today,
      calendar: context.calendar,
      reason,
    }),
  )
  const { writes, unknown } = madeFor(planned, resolver, snapshot)
  return ok({ planned, writes: [...answered, ...writes], unknown, names: namesOf(resolver, snapshot), context })
}
