import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type IssueSource, newIssue } from '@/lib/domain/issue/issue'
import { type IssueKind, proposeKind } from '@/lib/domain/issue/kind'
import { sourcesOf, tierOf } from '@/lib/domain/issue/parts'
import type { IssueTier } from '@/lib/domain/issue/tier'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import type { IssueEntryInput } from '@/lib/schemas/issue'
import { dbDayOrNull, toDb } from './date'
import type { Tx } from './db'
import { enterpriseSaid } from './enterprise-choice'
import { raisesIssues } from './issue-raiser'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { projectSaid } from './project-said'
import { issueSearchText } from './search-text'
import { visibleProcedures, visibleProjects } from './visible'
import { visibleWalks } from './walk-rows'
import { write } from './write'

/**
 * The next number of a problem in a district; held until the transaction ends, so that no two are the same. An import numbers
 * its own under a lock of the same kind.
 */
export async function nextIssueNumber(tx: Tx, districtId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`issue-number:${districtId}`}))::text`
  const { _max } = await tx.issue.aggregate({ where: { districtId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

type About = Readonly<{ projectId: string | null; procedureId: string | null; enterpriseId: string | null }>

/** What a problem is about, as far as the actor may say so. */
async function aboutOf(tx: Tx, actor: Actor, input: IssueEntryInput): Promise<Result<About>> {
  const { districtId } = actor
  const said = input.project ? await projectSaid(tx, actor, input.project) : null
  if (said && !said.ok) return said
  const projectId = said?.value.id ?? input.projectId
  if (projectId) {
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
    const project = await tx.project.findFirst({
      where: { AND: [visibleProjects(actor), { id: projectId }] },
      select: { id: true, status: true, enterpriseId: true },
    })
    if (!project) return err({ code: 'NOT_FOUND' })
    if (project.status !== 'ACTIVE' && project.status !== 'SUSPENDED')
      return err({ code: 'ISSUE_PROJECT_LEFT', field: 'projectId' })
    const procedure =
      input.procedureId &&
      (await tx.procedure.findFirst({
        where: { AND: [visibleProcedures(actor), { id: input.procedureId, projectId: project.id }] },
        select: { id: true },
      }))
    return ok({
      projectId: project.id,
      procedureId: procedure ? procedure.id : null,
      enterpriseId: project.enterpriseId,
    })
  }
  const none = { projectId: null, procedureId: null }
  if (actor.role === 'CONTACT')
    return actor.enterpriseId ? ok({ ...none, enterpriseId: actor.enterpriseId }) : err({ code: 'NOT_FOUND' })
  if (input.enterprise) {
    const firm = await enterpriseSaid(tx, actor, input.enterprise)
    return firm.ok ? ok({ ...none, enterpriseId: firm.value.id }) : firm
  }
  if (!input.enterpriseId) return ok({ ...none, enterpriseId: null })
  const enterprise = await tx.enterprise.findFirst({
    where: { id: input.enterpriseId, districtId },
    select: { id: true },
  })
  return enterprise ? ok({ ...none, enterpriseId: enterprise.id }) : err({ code: 'NOT_FOUND' })
}

/** A problem as it is put in: by a form of its own, or by what somebody found on a visit. */
export type NewIssue = Readonly<{
  source: IssueSource
  tier: IssueTier
  text: string
  kind?: IssueKind
  about: About
  /** The unit it is given to at once. */
  unitId: string | null
  /** The walk on which it was heard 走流程. */
  walkId?: string | null
}>

/** Writes a problem with its first move inside a write that has checked who may; a project's colour is for the caller. */
export async function addIssue(
  tx: Tx,
  actor: Actor,
  { source, tier, text, kind, about, unitId, walkId = null }: NewIssue,
  today: PlainDate,
): Promise<Readonly<{ id: string; number: number }>> {
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const fresh = newIssue(tier, today, calendar)
  const number = await nextIssueNumber(tx, actor.districtId)
  const state = unitId ? 'IN_HAND' : fresh.state
  const issue = await tx.issue.create({
    data: {
      districtId: actor.districtId,
      number,
      source,
      kind: kind ?? proposeKind(text),
      text,
      ...about,
      tier,
      leadOrgId: unitId,
      walkId,
      raisedById: actor.personId,
      state,
      raisedOn: toDb(today),
      heldSince: toDb(today),
      tierSince: toDb(today),
      dueOn: dbDayOrNull(fresh.dueOn),
      searchText: issueSearchText({ text, number }),
      moves: {
        create: {
          kind: 'ENTER',
          to: state,
          tier,
          unitId,
          text,
          dueOn: dbDayOrNull(fresh.dueOn),
          on: toDb(today),
          actorId: actor.userId,
        },
      },
    },
  })
  return { id: issue.id, number }
}

/**
 * Puts a problem on somebody's desk 提出问题: with a unit it is that unit's at once, without one it waits to be given out. What it
 * is about is proposed from its words where nobody said so.
 *
 * @returns err FORBIDDEN to a city, NOT_FOUND for a project, enterprise or walk out of sight, ISSUE_PROJECT_LEFT, ISSUE_PROJECT_MISSING, ISSUE_PROJECT_SEVERAL, UNIT_DISSOLVED
 * @source domain roles.md §2: a steward raises an issue within half a minute
 */
export const enterIssue = write('issue.enter', async (tx, actor, input: IssueEntryInput, today) => {
  if (!(await raisesIssues(actor, tx))) return err({ code: 'FORBIDDEN', action: 'issue.enter' })
  const about = await aboutOf(tx, actor, input)
  if (!about.ok) return about
  const unit =
    input.unitId &&
    (await tx.org.findFirst({
      where: { id: input.unitId, districtId: actor.districtId, dissolvedOn: null },
      select: { id: true },
    }))
  if (input.unitId && !unit) return err({ code: 'UNIT_DISSOLVED', field: 'unitId' })
  const sources = sourcesOf(actor.role)
  const walk =
    input.walkId &&
    (await tx.walk.findFirst({ where: { AND: [visibleWalks(actor), { id: input.walkId }] }, select: { id: true } }))
  if (input.walkId && !walk) return err({ code: 'NOT_FOUND' })
  const source = walk ? 'WALKTHROUGH' : (sources.find((one) => one === input.source) ?? sources[0] ?? 'MEETING')
  const entry = { source, tier: tierOf(actor.role), text: input.text, kind: input.kind, about: about.value }
  const { id, number } = await addIssue(
    tx,
    actor,
    { ...entry, unitId: unit ? unit.id : null, walkId: walk ? walk.id : null },
    today,
  )
  const { projectId } = about.value
  if (projectId) await refreshProjects(tx, [projectId], today, 'FACT', actor.userId)
  return ok({
    value: { issueId: id, number },
    subject: id,
    ...(projectId ? { projectId } : {}),
    detail: { number, text: input.text },
  })
})
