import { fenText, type RowPen } from './ledger-pen'
import type { KnownProject, RowValue, RowValues } from './ledger-snapshot'
import { nameKey } from './ledger-text'
import { latest } from './plain-date'

/** The project's own columns as the row states them; what it leaves blank is absent. */
function statedBy(pen: RowPen): RowValues {
  const { row, facts } = pen
  const enrolled = row.milestones.find((m) => m.kind === 'ENROLMENT' && m.actual)?.on
  const [start, end] = (['START', 'COMPLETION'] as const).map((kind) =>
    row.milestones.find((m) => m.kind === kind)?.on.slice(0, 7),
  )
  const all: Record<string, RowValue | undefined> = {
    code: row.code ?? undefined,
    name: row.name,
    nature: row.nature ?? undefined,
    content: row.content ?? undefined,
    buildFrom: row.span?.from ?? (pen.project?.buildFrom ? undefined : start),
    buildTo: row.span?.to ?? (pen.project?.buildTo ? undefined : end),
    totalFen: fenText(row.totalFen) ?? undefined,
    note: row.note ?? undefined,
    stage: row.stage ?? undefined,
    taskforceId: facts.taskforceId,
    streetId: facts.streetId,
    leadUnitId: facts.leadUnitId,
    enterpriseId: facts.enterpriseId,
    leaderId: facts.leaderId,
    contactId: facts.contactId,
    enrolledOn: enrolled,
    progressText: row.progress ?? undefined,
    nextPlanText: row.next ?? undefined,
  }
  const said = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, RowValue] => entry[1] !== undefined),
  )
  const { buildFrom, buildTo } = said
  // Two columns may contradict each other where one span could not.
  if (typeof buildFrom === 'string' && typeof buildTo === 'string' && buildTo < buildFrom) {
    pen.warn('SPAN_REVERSED', { field: 'completion', from: buildFrom, to: buildTo })
    delete said.buildTo
  }
  return said
}

/** A project the library does not have yet. */
export function createProject(pen: RowPen) {
  const { row, c } = pen
  const number = c.takeProjectNumber()
  const after = {
    districtId: c.districtId,
    number,
    searchText: c.searchText({ name: row.name, code: row.code, number }),
    stage: pen.stage,
    ...statedBy(pen),
    enteredOn: c.today,
    lastVerifiedOn: row.asOf,
    lastChangedOn: row.asOf,
    version: 1,
  }
  pen.create('project', after, pen.projectId)
  if (!row.stage) pen.warn('STAGE_MISSING')
}

/** A new end before the kept start (or the other way round) would be refused by the database: then neither moves. */
function spanAfter(pen: RowPen, project: KnownProject, different: readonly (readonly [string, RowValue])[]): boolean {
  const after = { ...project, ...Object.fromEntries(different) } as {
    buildFrom: string | null
    buildTo: string | null
  }
  const fine = !after.buildFrom || !after.buildTo || after.buildFrom <= after.buildTo
  if (!fine) pen.warn('SPAN_REVERSED', { field: 'span', from: after.buildFrom ?? '', to: after.buildTo ?? '' })
  return fine
}

/**
 * What the row changes at the project itself; blanks change nothing.
 *
 * @param more whether something below the project changes: then it was verified and gets a new version too
 */
export function changeProject(pen: RowPen, project: KnownProject, more: boolean) {
  const now: RowValues = {
    ...project,
    totalFen: fenText(project.totalFen),
    yearPlans: null,
    entries: null,
    milestones: null,
    issueTexts: null,
    permits: null,
    steward: null,
  }
  const stated = Object.entries(statedBy(pen)).filter(
    ([field, value]) => !(field === 'name' && nameKey(String(value)) === nameKey(project.name)),
  )
  const different = stated.filter(([field, value]) => now[field] !== value)
  const span = spanAfter(pen, project, different)
  const kept = span ? different : different.filter(([field]) => field !== 'buildFrom' && field !== 'buildTo')
  for (const [field, value] of kept) pen.changed(field, now[field] ?? null, value)
  if (kept.length === 0 && !more) return
  const after: Record<string, RowValue> = Object.fromEntries(kept)
  const was: Record<string, RowValue> = Object.fromEntries(kept.map(([field]) => [field, now[field] ?? null]))
  if ('name' in after || 'code' in after) {
    const { name, code } = { ...project, ...after }
    after.searchText = pen.c.searchText({ name: String(name), code: code as string | null, number: project.number })
    was.searchText = pen.c.searchText(project)
  }
  if ('code' in after && project.code) pen.warn('CODE_CHANGED', { from: project.code })
  for (const field of ['lastVerifiedOn', 'lastChangedOn'] as const) {
    const last = project[field]
    const next = last ? latest(last, pen.row.asOf) : pen.row.asOf
    if (next === last) continue
    after[field] = next
    was[field] = last
  }
  pen.update('project', project, was, after)
}
