import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { wordsForMany } from '@/lib/domain/complaint/routing'
import { decideProposal, decideWithdrawal } from '@/lib/domain/handover'
import { isTermProvisional } from '@/lib/domain/issue/term'
import type { PlainDate } from '@/lib/domain/plain-date'
import { err, ok } from '@/lib/domain/result'
import { decideLoad } from '@/lib/domain/steward-load'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type {
  HandoverDecisionInput,
  HandoverProposalInput,
  HandoverWithdrawalInput,
} from '@/lib/schemas/project-change'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { openIssue } from './issue-where'
import { loadLevelContext } from './level-context'
import { refreshProjects } from './levels'
import { lockProject } from './lock-project'
import { stewardLoad } from './steward-load'
import { visibleProjects } from './visible'
import { write } from './write'

/** What of a project is open, and passes with it to a successor; a debt of papers is, though its permit is there. */
export const openProcedure = {
  state: { in: ['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL', 'REJECTED', 'WITHDRAWN', 'READY', 'DONE_TOL'] },
} satisfies Prisma.ProcedureWhereInput
export const openPromise = { actualOn: null, plannedOn: { not: null } } satisfies Prisma.MilestoneWhereInput

/** What is open at a project: what a successor must know he takes over. */
async function openItems(tx: Tx, projectId: string, calendar: WorkCalendar): Promise<Prisma.InputJsonValue> {
  const [procedures, issues, plans, asked] = await Promise.all([
    tx.procedure.findMany({
      where: { projectId, ...openProcedure },
      select: { code: true, state: true, level: true, planFinishOn: true },
      orderBy: [{ level: 'desc' }, { code: 'asc' }],
    }),
    tx.issue.findMany({
      where: { projectId, ...openIssue },
      select: {
        number: true,
        text: true,
        raisedOn: true,
        reopenedOn: true,
        dueOn: true,
        complaint: { select: { againstOrgId: true } },
      },
    }),
    tx.milestone.findMany({
      where: { projectId, ...openPromise },
      select: { kind: true, plannedOn: true, moves: true },
    }),
    tx.approval.findMany({
      where: { projectId, state: 'PENDING' },
      select: { kind: true, askedOn: true, procedure: { select: { code: true } } },
      orderBy: { createdAt: 'asc' },
    }),
  ])
  const day = (value: Date | null) => (value ? fromDb(value) : null)
  return {
    procedures: procedures.map((p) => ({ ...p, planFinishOn: day(p.planFinishOn) })),
    issues: issues.map(({ number, text, raisedOn, reopenedOn, complaint, ...issue }) => {
      const dueOn = day(issue.dueOn)
      const dueProvisional = isTermProvisional(
        { dueOn, raisedOn: fromDb(raisedOn), reopenedOn: day(reopenedOn) },
        calendar,
      )
      return { number, text: wordsForMany(text, complaint), dueOn, dueProvisional }
    }),
    promises: plans.map((p) => ({ ...p, plannedOn: day(p.plannedOn) })),
    approvals: asked.map(({ kind, askedOn, procedure }) => ({
      kind,
      code: procedure?.code ?? null,
      askedOn: day(askedOn),
    })),
  }
}

/**
 * Proposes that projects pass to another steward 交接. The old one stays responsible until the new one accepts.
 *
 * @returns err NOT_FOUND, FORBIDDEN, NOT_A_STEWARD, SAME_PERSON, HANDOVER_OPEN, STEWARD_MISSING, STEWARD_FULL (without a reason)
 */
export const proposeHandover = write('handover.propose', async (tx, actor, input: HandoverProposalInput, today) => {
  const successor = await tx.user.findFirst({
    where: { personId: input.toId, districtId: actor.districtId, role: 'STEWARD', disabledAt: null },
    select: { personId: true },
  })
  if (!successor) return err({ code: 'NOT_A_STEWARD' })
  const ids = [...new Set(input.projectIds)].sort()
  const loaded = decideLoad(await stewardLoad(tx, input.toId, ids), ids.length, input.overloadReason)
  if (!loaded.ok) return loaded
  // The successor reads it with the rest.
  const note = [input.note, input.overloadReason].filter(Boolean).join('\n')
  const { calendar } = await loadLevelContext(tx, actor.districtId, today)
  const handoverIds: string[] = []
  for (const projectId of ids) {
    const locked = await lockProject(tx, actor, 'handover.propose', projectId)
    if (!locked.ok) return locked
    const { stewardId } = locked.value.scope
    const asked = await tx.handover.findFirst({ where: { projectId, state: 'PROPOSED' }, select: { toId: true } })
    const decided = decideProposal({ stewardId, askedId: asked?.toId ?? null }, input.toId)
    if (!decided.ok) return err({ ...decided.error, projectId })
    const { id } = await tx.handover.create({
      data: {
        projectId,
        fromId: decided.value.fromId,
        toId: input.toId,
        note,
        proposerId: actor.personId,
        openItems: await openItems(tx, projectId, calendar),
      },
      select: { id: true },
    })
    handoverIds.push(id)
  }
  return ok({
    value: { handoverIds },
    subject: handoverIds[0] ?? '',
    detail: { projectIds: ids, toId: input.toId, note },
  })
})

/**
 * Takes a proposal back that nobody has answered yet 撤回交接: the project stays with its steward, and can be offered again.
 *
 * @returns err NOT_FOUND, FORBIDDEN, HANDOVER_DECIDED, HANDOVER_OF_OTHERS
 */
export const withdrawHandover = write('handover.withdraw', async (tx, actor, input: HandoverWithdrawalInput) => {
  const { handoverId: id } = input
  const found = await tx.handover.findFirst({
    where: { id, project: visibleProjects(actor) },
    select: { projectId: true },
  })
  if (!found) return err({ code: 'NOT_FOUND' })
  const locked = await lockProject(tx, actor, 'handover.withdraw', found.projectId)
  if (!locked.ok) return locked
  const handover = await tx.handover.findUniqueOrThrow({ where: { id }, include: { to: { select: { name: true } } } })
  const decided = decideWithdrawal(handover, actor.standsInFor)
  if (!decided.ok) return decided
  await tx.handover.update({
    where: { id },
    data: { state: 'WITHDRAWN', decidedAt: new Date(), version: { increment: 1 } },
  })
  const { projectId } = handover
  return ok({
    value: { projectId, project: locked.value.project.name, to: handover.to.name },
    subject: id,
    projectId,
    detail: { from: handover.fromId, to: handover.toId },
  })
})

/** Ends one stewardship and begins the next in the same moment, so that a project is never without one. */
async function passOn(tx: Tx, projectId: string, toId: string, note: string, today: PlainDate) {
  await tx.stewardAssignment.updateMany({ where: { projectId, toOn: null }, data: { toOn: toDb(today) } })
  await tx.stewardAssignment.create({ data: { projectId, personId: toId, fromOn: toDb(today), note } })
}

/**
 * The successor accepts or declines.
 *
 * @returns err NOT_FOUND (no such proposal to this person), HANDOVER_DECIDED, REASON_MISSING (declined without one)
 */
export const decideHandover = write(
  'handover.decide',
  async (tx, actor: Actor, input: HandoverDecisionInput, today) => {
    const found = await tx.handover.findFirst({
      where: { id: input.handoverId, toId: { in: [...actor.standsInFor] }, project: { districtId: actor.districtId } },
    })
    if (!found) return err({ code: 'NOT_FOUND' })
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${found.projectId}::uuid FOR UPDATE`
    const handover = await tx.handover.findUniqueOrThrow({
      where: { id: found.id },
      include: { project: { select: { name: true } }, to: { select: { name: true } } },
    })
    if (handover.state !== 'PROPOSED') return err({ code: 'HANDOVER_DECIDED', state: handover.state })
    if (!input.accept && !input.answer) return err({ code: 'REASON_MISSING' })
    await tx.handover.update({
      where: { id: handover.id },
      data: {
        state: input.accept ? 'ACCEPTED' : 'DECLINED',
        answer: input.answer ?? null,
        decidedAt: new Date(),
        version: { increment: 1 },
      },
    })
    if (input.accept) {
      await passOn(tx, handover.projectId, handover.toId, handover.note, today)
      await refreshProjects(tx, [handover.projectId], today, 'FACT', actor.userId)
    }
    return ok({
      value: {
        projectId: handover.projectId,
        accepted: input.accept,
        project: handover.project.name,
        to: handover.to.name,
      },
      subject: handover.id,
      projectId: handover.projectId,
      detail: { from: handover.fromId, to: handover.toId, accepted: input.accept, answer: input.answer },
    })
  },
)
