import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { decideProposal } from '@/lib/domain/handover'
import { toldApart } from '@/lib/domain/namesake'
import type { PlainDate } from '@/lib/domain/plain-date'
import { ok, type Result } from '@/lib/domain/result'
import { decideLoad } from '@/lib/domain/steward-load'
import type { ProjectFilter } from '@/lib/schemas/project'
import type { TransferInput, TransferLine, TransferPreview } from '@/lib/schemas/transfer'
import { TRANSFER_MAX } from '@/lib/schemas/transfer'
import { db } from './db'
import { openProcedure, openPromise, proposeHandover } from './handovers'
import { openIssue } from './issue-where'
import { selectionWhere } from './project-selection'
import { liveStewardship, stewardLoad } from './steward-load'
import type { WriteOptions } from './write'

/**
 * What would happen if the ticked projects were handed to a steward 批量转办: for each, from whom, with what, or why not.
 *
 * Who sees what: `visibleProjects`. At most `TRANSFER_MAX` lines; `total` says how many are ticked.
 *
 * @param toId the successor; null while nobody is chosen
 */
export async function previewTransfer(
  actor: Actor,
  filter: ProjectFilter,
  toId: string | null,
  today: PlainDate,
): Promise<TransferPreview> {
  const where = await selectionWhere(actor, filter, today)
  const [total, stewards, projects] = await Promise.all([
    db.project.count({ where }),
    successors(actor),
    db.project.findMany({
      where,
      select: {
        id: true,
        name: true,
        level: true,
        stage: true,
        stewards: { where: { toOn: null }, select: { personId: true, person: { select: { name: true } } } },
        handovers: { where: { state: 'PROPOSED' }, select: { toId: true, to: { select: { name: true } } }, take: 1 },
      },
      orderBy: [{ level: 'desc' }, { number: 'asc' }],
      take: TRANSFER_MAX,
    }),
  ])
  const open = await countOpen(projects.map((p) => p.id))
  const lines = projects.map(({ stewards: [steward], handovers: [asked], ...project }): TransferLine => {
    const facts = { stewardId: steward?.personId ?? null, askedId: asked?.toId ?? null }
    const decided = decideProposal(facts, toId ?? '')
    return {
      ...project,
      from: steward?.person.name ?? null,
      asked: asked?.to.name ?? null,
      open: open(project.id),
      offered: toId !== null && asked?.toId === toId,
      refusal: decided.ok ? null : decided.error.code,
    }
  })
  const to = stewards.find((s) => s.id === toId)
  const load = to
    ? await stewardLoad(
        db,
        to.id,
        lines.flatMap((line) => (line.refusal === null ? [line.id] : [])),
      )
    : 0
  return { total, lines, stewards, to: to ? { ...to, offered: load - to.projects } : null }
}

/** Stewards with an account: a handover must be accepted by somebody who can sign in. */
async function successors(actor: Actor): Promise<TransferPreview['stewards']> {
  const found = await db.person.findMany({
    where: { districtId: actor.districtId, user: { role: 'STEWARD', disabledAt: null } },
    select: {
      id: true,
      name: true,
      phone: true,
      org: { select: { shortName: true } },
      _count: { select: { stewardships: { where: liveStewardship } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return toldApart(found.map(({ org, ...person }) => ({ ...person, unit: org?.shortName ?? null })))
    .map(({ id, name, _count }) => ({ id, name, projects: _count.stewardships }))
    .sort((a, b) => a.projects - b.projects)
}

async function countOpen(ids: readonly string[]): Promise<(id: string) => TransferLine['open']> {
  const projectId = { in: [...ids] }
  const [procedures, issues, promises] = await Promise.all([
    db.procedure.groupBy({ by: ['projectId'], where: { projectId, ...openProcedure }, _count: true }),
    db.issue.groupBy({ by: ['projectId'], where: { projectId, ...openIssue }, _count: true }),
    db.milestone.groupBy({ by: ['projectId'], where: { projectId, ...openPromise }, _count: true }),
  ])
  const counts = (groups: readonly { projectId: string | null; _count: number }[]) =>
    new Map(groups.map((g) => [g.projectId, g._count]))
  const [p, i, m] = [counts(procedures), counts(issues), counts(promises)]
  return (id) => ({ procedures: p.get(id) ?? 0, issues: i.get(id) ?? 0, promises: m.get(id) ?? 0 })
}

/**
 * Offers each project to the successor by itself: one that cannot be handed over holds none of the others up.
 *
 * Each is a `proposeHandover` under a key of its own made of the form's and the project's, so that sending the same form
 * again offers nothing twice and only tries what failed.
 *
 * What became of each is read from the projects afterwards: an offer that stands is one that was made.
 *
 * @returns err STEWARD_FULL (all together would be too many, without a reason): then none is offered
 * @param report told of what went wrong unexpectedly; the remaining projects are tried all the same
 */
export async function offerEach(
  actor: Actor,
  { projectIds, toId, note, overloadReason, query }: TransferInput,
  { formKey, ...options }: WriteOptions,
  report: (error: unknown) => void,
): Promise<Result<{ query: string; toId: string }>> {
  // Asked once for all: a batch that is half offered because the steward is full helps nobody.
  const loaded = decideLoad(await stewardLoad(db, toId, projectIds), projectIds.length, overloadReason)
  if (!loaded.ok) return loaded
  for (const projectId of projectIds) {
    const key = formKey && `${formKey}:${projectId}`
    try {
      await proposeHandover(
        actor,
        { projectIds: [projectId], toId, note, overloadReason },
        { ...options, formKey: key },
      )
    } catch (error) {
      report(error)
    }
  }
  return ok({ query, toId })
}
