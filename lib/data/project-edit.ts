import 'server-only'
import { type Action, type Actor, allows, type Scope } from '@/lib/domain/access'
import { mergeFields } from '@/lib/domain/merge-fields'
import { fenOfWan } from '@/lib/domain/money'
import { canonicalWan } from '@/lib/domain/money-entry'
import { type PlainDate, yearOf } from '@/lib/domain/plain-date'
import { BASE_FIELDS, KEPT_FIELDS, type ProjectFacts, type ProjectField, TEAM_FIELDS } from '@/lib/domain/project-base'
import { err, type Failure, gathered, ok, type Result } from '@/lib/domain/result'
import { refusePlan } from '@/lib/domain/week-money'
import type { ProjectEditInput } from '@/lib/schemas/project-edit'
import type { Prisma } from '@/prisma/generated/client'
import { leaderCandidates, leadUnitCandidates, unitCandidates } from './candidates'
import { dayOrNull, toDb } from './date'
import type { Tx } from './db'
import { answersOf, conflictOf } from './edit-conflict'
import { findOrCreateContact, findOrCreateEnterprise } from './enterprise-people'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { namesOfIds } from './names'
import { editColumns, factsOf, findYearPlan } from './project-edit-page'
import { searchTextOf } from './search-text'
import { type Written, write } from './write'

type Edited = Readonly<{ projectId: string; taken: number }>
type Input = ProjectEditInput & Readonly<Partial<Record<ProjectField, string | undefined>>>

/** Codes of what a project cannot do without. */
const MISSING: Readonly<Partial<Record<ProjectField, string>>> = {
  name: 'NAME_MISSING',
  nature: 'NATURE_MISSING',
  enterpriseName: 'ENTERPRISE_MISSING',
  taskforceId: 'TASKFORCE_MISSING',
  streetId: 'STREET_MISSING',
}

/** The same amount is the same text, however it was typed. */
function canonical(field: ProjectField, text: string): string {
  if (field !== 'totalWan' && field !== 'yearPlanWan') return text
  return canonicalWan(text)
}

const edit =
  (action: Action, fields: readonly ProjectField[]) =>
  async (tx: Tx, actor: Actor, input: Input, today: PlainDate): Promise<Result<Written<Edited>>> => {
    const locked = await lockProject(tx, actor, action, input.projectId)
    if (!locked.ok) return locked
    const id = locked.value.project.id
    const row = await tx.project.findUniqueOrThrow({ where: { id }, select: editColumns })
    const theirs = factsOf(row, await findYearPlan(tx, id, today))
    const of = (values: Readonly<Record<string, unknown>>) =>
      fields.flatMap((field) => {
        const value = values[field]
        return typeof value === 'string' ? [[field, canonical(field, value)] as const] : []
      })
    // Whoever saw the row as it stands began with what stands; a base he sends counts only when it moved on.
    const base = row.version === input.version ? theirs : { ...theirs, ...Object.fromEntries(of(input.base)) }
    const mine: Partial<ProjectFacts> = Object.fromEntries(of(input))
    const merge = mergeFields(fields, base, theirs, mine, answersOf(input))
    if (Object.keys(merge.clashes).length > 0)
      return err({ code: 'CONFLICT', version: row.version, ...(await conflictOf(tx, id, merge)) })
    const after: ProjectFacts = { ...theirs, ...merge.values }
    const changed = fields.filter((field) => after[field] !== theirs[field])
    const value = { projectId: id, taken: merge.taken.length }
    if (changed.length === 0) {
      const typed = fields.some((field) => mine[field] !== undefined && mine[field] !== base[field])
      // To agree with the other, or to take his, is an answer; there is nothing left to write.
      return typed || merge.taken.length > 0 ? ok({ value, subject: id, projectId: id }) : err({ code: 'NO_CHANGE' })
    }
    const possible = await judge(tx, actor, action, locked.value.scope, id, theirs, after, changed)
    if (!possible.ok) return possible
    await save(tx, actor.districtId, row, after, changed, today)
    await refreshProjects(tx, [id], today, 'FACT', actor.userId)
    const detail = { before: await toldOf(tx, theirs, changed), after: await toldOf(tx, after, changed) }
    return ok({ value, subject: id, projectId: id, detail })
  }

/** Whether the facts fit each other, the rest of the district, and what the actor may say. */
async function judge(
  tx: Tx,
  actor: Actor,
  action: Action,
  scope: Scope,
  id: string,
  before: ProjectFacts,
  after: ProjectFacts,
  changed: readonly ProjectField[],
): Promise<Result<null>> {
  const { districtId } = actor
  const is = (field: ProjectField) => changed.includes(field) && after[field] !== ''
  const other = { districtId, id: { not: id } }
  const unless = async (asked: boolean, code: string, found: () => Promise<number>): Promise<Failure | null> =>
    asked && (await found()) === 0 ? { code } : null
  const taken = async (asked: boolean, code: string, where: Prisma.ProjectWhereInput): Promise<Failure | null> =>
    asked && (await tx.project.count({ where: { ...other, ...where } })) > 0 ? { code } : null
  const { taskforceId, streetId, leaderId, leadUnitId } = after
  const unit = (kind: 'TASKFORCE' | 'STREET', unitId: string) => () =>
    tx.org.count({ where: { ...unitCandidates(districtId, kind), id: unitId } })
  const emptied = changed.filter((field) => KEPT_FIELDS.includes(field) && after[field] === '' && before[field] !== '')
  const wrong = gathered(
    ...emptied.map((field) => ({ code: MISSING[field] ?? 'INPUT_UNREADABLE', field })),
    after.buildFrom && after.buildTo && after.buildFrom > after.buildTo ? { code: 'SPAN_REVERSED' } : null,
    overPlan(after, changed),
    after.contactPhone && !after.contactName ? { code: 'CONTACT_MISSING' } : null,
    await taken(is('name'), 'NAME_TAKEN', { name: after.name }),
    await taken(is('code'), 'CODE_TAKEN', { code: after.code }),
    await unless(is('taskforceId'), 'TASKFORCE_MISSING', unit('TASKFORCE', taskforceId)),
    await unless(is('streetId'), 'STREET_MISSING', unit('STREET', streetId)),
    await unless(is('leaderId'), 'LEADER_MISSING', () =>
      tx.person.count({ where: { AND: [leaderCandidates(districtId), { id: leaderId }] } }),
    ),
    await unless(is('leadUnitId'), 'LEAD_UNIT_MISSING', () =>
      tx.org.count({ where: { ...leadUnitCandidates(districtId), id: leadUnitId } }),
    ),
  )
  if (wrong) return err(wrong)
  // A task force gives nothing away beyond its own sight.
  return is('taskforceId') && !allows(actor, action, { ...scope, taskforceId })
    ? err({ code: 'FORBIDDEN', action })
    : ok(null)
}

/** A plan beyond the total, said at the figure that was changed. */
function overPlan(after: ProjectFacts, changed: readonly ProjectField[]): Failure | null {
  if (!changed.includes('totalWan') && !changed.includes('yearPlanWan')) return null
  const over = refusePlan(fenOfWan(after.yearPlanWan), fenOfWan(after.totalWan))
  return over && { ...over, field: changed.includes('yearPlanWan') ? 'yearPlanWan' : 'totalWan' }
}

async function save(
  tx: Tx,
  districtId: string,
  row: { id: string; number: number; enterpriseId: string | null },
  after: ProjectFacts,
  changed: readonly ProjectField[],
  today: PlainDate,
): Promise<void> {
  const has = (...fields: ProjectField[]) => fields.some((field) => changed.includes(field))
  const enterpriseId = has('enterpriseName')
    ? await findOrCreateEnterprise(tx, districtId, after.enterpriseName)
    : row.enterpriseId
  const contact = has('enterpriseName', 'contactName', 'contactPhone')
    ? {
        contactId: await findOrCreateContact(
          tx,
          districtId,
          enterpriseId,
          after.contactName || undefined,
          after.contactPhone || undefined,
        ),
      }
    : {}
  await tx.project.update({
    where: { id: row.id },
    data: {
      name: after.name,
      code: after.code || null,
      searchText: searchTextOf({ name: after.name, code: after.code || null, number: row.number }),
      nature: (after.nature || null) as 'NEW' | null,
      content: after.content || null,
      buildFrom: after.buildFrom || null,
      buildTo: after.buildTo || null,
      worksWd: after.worksWd ? Number(after.worksWd) : null,
      totalFen: after.totalWan ? fenOfWan(after.totalWan) : null,
      note: after.note || null,
      taskforceId: after.taskforceId || null,
      streetId: after.streetId || null,
      leaderId: after.leaderId || null,
      leadUnitId: after.leadUnitId || null,
      enterpriseId,
      ...contact,
      version: { increment: 1 },
    },
  })
  if (!has('yearPlanWan')) return
  const plannedFen = (after.yearPlanWan && fenOfWan(after.yearPlanWan)) || 0n
  await tx.yearPlan.upsert({
    where: { projectId_year: { projectId: row.id, year: yearOf(today) } },
    create: { projectId: row.id, year: yearOf(today), plannedFen, fromOn: await establishedIn(tx, row.id, today) },
    update: { plannedFen, version: { increment: 1 } },
  })
}

/** The day a project was established, when that is in this year; null when it is older, or nobody said (a ledger's project). */
async function establishedIn(tx: Tx, projectId: string, today: PlainDate): Promise<Date | null> {
  const entered = await tx.milestone.findUnique({ where: { projectId_kind: { projectId, kind: 'IN_LIBRARY' } } })
  const on = entered && dayOrNull(entered.actualOn)
  return on && yearOf(on) === yearOf(today) ? toDb(on) : null
}

/** Facts as the audit log tells them: units and people by name, a phone number without its middle. */
async function toldOf(tx: Tx, facts: ProjectFacts, fields: readonly ProjectField[]): Promise<Record<string, string>> {
  const names = await namesOfIds(
    tx,
    TEAM_FIELDS.filter((field) => fields.includes(field)).map((field) => facts[field]),
  )
  const told = (field: ProjectField): string =>
    field === 'contactPhone'
      ? facts[field].replace(/^(.{3}).*(.{4})$/, '$1****$2')
      : (names[facts[field]] ?? facts[field])
  return Object.fromEntries(fields.map((field) => [field, told(field)]))
}

/**
 * Changes base facts of a project 基本情况. Two people's edits are brought together field by field; where both changed the
 * same one, nothing is written until one of them has chosen.
 *
 * @returns err NOT_FOUND, FORBIDDEN, CONFLICT with clashes, NO_CHANGE, NAME_MISSING, NAME_TAKEN, CODE_TAKEN,
 *          SPAN_REVERSED, PLAN_OVER_TOTAL, CONTACT_MISSING
 */
export const editProject = write('project.edit', edit('project.edit', BASE_FIELDS))

/**
 * As `editProject`, with task force, street, leader and lead unit; a task force keeps a project among its own.
 *
 * @returns also err TASKFORCE_MISSING, STREET_MISSING, LEADER_MISSING, LEAD_UNIT_MISSING
 */
export const assignProject = write('project.assign', edit('project.assign', [...BASE_FIELDS, ...TEAM_FIELDS]))
