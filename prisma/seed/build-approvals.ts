import { dayOrNull, toDb } from '@/lib/data/date'
import type { Tx } from '@/lib/data/db'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { PLAN_MOVES_MAX } from '@/lib/domain/plan-change'
import { addWorkdays } from '@/lib/domain/work-calendar'
import type { Prisma } from '@/prisma/generated/client'
import type { Workshop } from './draft'
import { REAL_NAMES } from './real-names'
import { instantOn, lastWorkday } from './timeline'

type Told = Readonly<{
  projectId: string
  row: Pick<Prisma.ApprovalUncheckedCreateInput, 'kind' | 'procedureId' | 'milestoneId' | 'rowVersion'>
  was: Prisma.InputJsonObject
  terms: Prisma.InputJsonObject
  reason: string
  askedById: string
  approverId: string
  /** Working days ago it was asked. */
  ago: number
  /** Why it was refused; null where it waits. */
  refused: string | null
}>

const stewardOf = {
  stewards: {
    where: { toOn: null, person: { user: { disabledAt: null } } },
    take: 1,
    select: { person: { select: { user: { select: { id: true } } } } },
  },
} satisfies Prisma.ProjectSelect

const userOf = (project: Prisma.ProjectGetPayload<{ select: typeof stewardOf }>): string | null =>
  project.stewards[0]?.person.user?.id ?? null

/** Items a steward holds to be needless; nothing of them has begun, so no other journey is about them. */
async function needless(tx: Tx, shop: Workshop, inOrder: Prisma.ProjectWhereInput): Promise<readonly Told[]> {
  const rows = await tx.procedure.findMany({
    where: { state: { in: ['NOT_STARTED', 'READY'] }, code: { in: ['SG06', 'SG05'] }, project: inOrder },
    select: {
      id: true,
      projectId: true,
      version: true,
      state: true,
      extensionWd: true,
      project: { select: stewardOf },
    },
    orderBy: [{ project: { number: 'desc' } }, { code: 'desc' }],
    distinct: ['projectId'],
    take: 2,
  })
  return rows.flatMap(({ id, projectId, version, state, extensionWd, project }, i): Told[] => {
    const askedById = userOf(project)
    const reason = i === 0 ? '围挡不出红线，不占道也不掘路，用不着这一项' : '企业称已有旧批复可用'
    if (!askedById) return []
    return [
      {
        projectId,
        row: { kind: 'NOT_APPLICABLE', procedureId: id, rowVersion: version },
        was: { state, extensionWd },
        terms: { kind: 'NOT_APPLICABLE', reason },
        reason,
        askedById,
        approverId: shop.officePersonId,
        ago: i === 0 ? 1 : 6,
        refused: i === 0 ? null : '旧批复已过有效期，仍要办',
      },
    ]
  })
}

/** A plan that moves a third time: beyond the office, its leader's to approve. */
async function thirdMove(tx: Tx, { calendar }: Workshop, inOrder: Prisma.ProjectWhereInput): Promise<readonly Told[]> {
  const leader = await tx.user.findUniqueOrThrow({ where: { username: 'leader' } })
  const led = { AND: [inOrder, { leaderId: leader.personId }] }
  const procedure =
    (await tx.procedure.findFirst({
      where: {
        planMoves: PLAN_MOVES_MAX,
        planFinishOn: { not: null },
        finishedOn: null,
        state: { not: 'NA' },
        project: led,
      },
      select: {
        id: true,
        projectId: true,
        version: true,
        planSubmitOn: true,
        planFinishOn: true,
        project: { select: stewardOf },
      },
      orderBy: [{ project: { number: 'desc' } }, { code: 'asc' }],
    })) ?? null
  if (!procedure) return []
  const askedById = userOf(procedure.project)
  const planFinishOn = dayOrNull(procedure.planFinishOn)
  if (!askedById || !planFinishOn) return []
  const planSubmitOn = dayOrNull(procedure.planSubmitOn)
  return [
    {
      projectId: procedure.projectId,
      row: { kind: 'PLAN', procedureId: procedure.id, rowVersion: procedure.version },
      was: { planSubmitOn, planFinishOn },
      terms: { submitOn: planSubmitOn, finishOn: addWorkdays(calendar, planFinishOn, 8), nth: PLAN_MOVES_MAX + 1 },
      reason: '图纸按消防意见再改一次，送审顺延',
      askedById,
      approverId: leader.personId,
      ago: 1,
      refused: null,
    },
  ]
}

/** An agency's handler wants more days: his head approves. */
async function extension(tx: Tx, inOrder: Prisma.ProjectWhereInput): Promise<readonly Told[]> {
  const head = await tx.user.findUniqueOrThrow({ where: { username: 'agencyhead' } })
  const handler = await tx.user.findFirst({
    where: { role: 'AGENCY', orgId: head.orgId, disabledAt: null },
    orderBy: { username: 'asc' },
  })
  const procedure = await tx.procedure.findFirst({
    where: {
      agencyId: head.orgId,
      state: 'ACCEPTED',
      extensionWd: 0,
      level: 'GREEN',
      statutoryDays: { not: null },
      project: inOrder,
    },
    select: { id: true, projectId: true, version: true },
    orderBy: [{ project: { number: 'desc' } }, { code: 'asc' }],
  })
  if (!handler || !procedure) return []
  const reason = '要会同两个部门现场核查，按期出不了结论'
  return [
    {
      projectId: procedure.projectId,
      row: { kind: 'EXTEND', procedureId: procedure.id, rowVersion: procedure.version },
      was: { state: 'ACCEPTED', extensionWd: 0 },
      terms: { kind: 'EXTEND', days: 5, reason },
      reason,
      askedById: handler.id,
      approverId: head.personId,
      ago: 0,
      refused: null,
    },
  ]
}

/** A task force wants a project suspended: the office approves. */
async function suspension(tx: Tx, shop: Workshop, inOrder: Prisma.ProjectWhereInput): Promise<readonly Told[]> {
  const head = await tx.user.findUniqueOrThrow({ where: { username: 'taskforce' } })
  const project = await tx.project.findFirst({
    where: { AND: [inOrder, { taskforceId: head.orgId, stage: 'PLANNING' }] },
    select: { id: true, version: true, stage: true, status: true },
    orderBy: { number: 'desc' },
  })
  if (!project) return []
  const { stage, status } = project
  const asked = lastWorkday(shop.calendar, shop.today)
  return [
    {
      projectId: project.id,
      row: { kind: 'STAGE', rowVersion: project.version },
      was: { stage, status },
      terms: { stage, status: 'SUSPENDED', on: addDays(asked, -2) },
      reason: '投资方调整布局，书面请求暂缓半年',
      askedById: head.id,
      approverId: shop.officePersonId,
      ago: 2,
      refused: null,
    },
  ]
}

/**
 * What waits for somebody's approval 待审批, of every kind, and one that was refused. Nothing of a project changes by what is
 * only asked.
 */
export async function writeApprovals(tx: Tx, shop: Workshop): Promise<void> {
  const { calendar, today, newId, districtId } = shop
  const inOrder: Prisma.ProjectWhereInput = {
    districtId,
    status: 'ACTIVE',
    name: { notIn: REAL_NAMES.map(({ name }) => name) },
  }
  const told = [
    ...(await needless(tx, shop, inOrder)),
    ...(await thirdMove(tx, shop, inOrder)),
    ...(await extension(tx, inOrder)),
    ...(await suspension(tx, shop, inOrder)),
  ]
  const approvals: Prisma.ApprovalCreateManyInput[] = []
  const steps: Prisma.ApprovalStepCreateManyInput[] = []
  const last = lastWorkday(calendar, today)
  for (const [i, { row, ago, refused, ...asked }] of told.entries()) {
    const id = newId()
    const askedOn = ago > 0 ? addWorkdays(calendar, last, -ago) : last
    const at = (day: PlainDate, nth: number) => ({ on: toDb(day), at: instantOn(day, nth) })
    approvals.push({
      id,
      districtId,
      ...row,
      ...asked,
      askedOn: toDb(askedOn),
      state: refused ? 'REFUSED' : 'PENDING',
      decidedById: refused ? asked.approverId : null,
      createdAt: instantOn(askedOn, i),
    })
    steps.push({
      id: newId(),
      approvalId: id,
      kind: 'ASK',
      text: asked.reason,
      actorId: asked.askedById,
      ...at(askedOn, i),
    })
    if (refused) {
      const day = addWorkdays(calendar, askedOn, 1)
      steps.push({
        id: newId(),
        approvalId: id,
        kind: 'REFUSE',
        text: refused,
        actorId: shop.officeUserId,
        ...at(day, i),
      })
    }
  }
  await tx.approval.createMany({ data: approvals })
  await tx.approvalStep.createMany({ data: steps })
}
