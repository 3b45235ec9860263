import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { type ChangeKind, mayDecide } from '@/lib/domain/administration'
import { err, ok, type Result } from '@/lib/domain/result'
import {
  type ChangeDecisionInput,
  type ChangeDetail,
  type ChangeFilter,
  type ChangeWithdrawalInput,
  changeDetail,
} from '@/lib/schemas/administration'
import type { Prisma } from '@/prisma/generated/client'
import { applyAccountChange } from './account-changes'
import { db, type Tx } from './db'
import { applyFactorDemand } from './factor-demand'
import { applyOrgChange } from './org-changes'
import { write } from './write'

const PAGE = 20

type Row = NonNullable<Awaited<ReturnType<typeof lockChange>>>

async function lockChange(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "AdminChange" WHERE id = ${id}::uuid FOR UPDATE`
  return tx.adminChange.findFirst({ where: { id, districtId: actor.districtId } })
}

/** Does what an approved change says; the id is that of the account, the unit or the district. */
function apply(tx: Tx, change: Row, detail: ChangeDetail, now: Date, today: Parameters<typeof applyOrgChange>[3]) {
  const { kind, subjectId, districtId } = change
  if (kind === 'DISTRICT_FACTOR') return applyFactorDemand(tx, districtId, detail)
  return kind.startsWith('ACCOUNT')
    ? applyAccountChange(tx, { kind, subjectId, districtId }, detail, now)
    : applyOrgChange(tx, { kind, subjectId, districtId }, detail, today)
}

const auditOf = (kind: ChangeKind, detail: ChangeDetail, more: Record<string, string | null> = {}) => ({
  kind,
  label: detail.label,
  from: withoutPhone(detail.before),
  to: withoutPhone(detail.after),
  ...more,
})
const withoutPhone = (facts: ChangeDetail['before']) =>
  facts && Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'phone'))

/**
 * Approves a change, which then happens in the same transaction, or sends it back with a reason 审批.
 *
 * Everything the proposal rested on is looked at again: a change of something that has moved since is refused.
 *
 * @returns err NOT_FOUND, CHANGE_DECIDED, CONFLICT, SELF_APPROVAL, OWN_ACCOUNT, CHANGE_STALE and whatever the change itself
 *          can be refused for
 * @source domain roles.md §1 三员分立: every account change needs the security administrator's confirmation
 */
export const decideChange = write('change.decide', async (tx, actor, input: ChangeDecisionInput, today) => {
  const change = await lockChange(tx, actor, input.changeId)
  if (!change) return err({ code: 'NOT_FOUND' })
  const allowed = mayDecide(change, actor.userId, input.version)
  if (!allowed.ok) return allowed
  const now = new Date()
  const detail = changeDetail.parse(change.detail)
  const { decision, answer } = input
  let subjectId = change.subjectId
  if (decision === 'APPROVED') {
    const applied: Result<string> = await apply(tx, change, detail, now, today)
    if (!applied.ok) return applied
    subjectId = applied.value
  }
  await tx.adminChange.update({
    where: { id: change.id },
    data: {
      state: decision,
      subjectId,
      answer: answer || null,
      decidedBy: actor.userId,
      decidedAt: now,
      version: { increment: 1 },
    },
  })
  return ok({
    value: { changeId: change.id, decision },
    subject: change.id,
    detail: auditOf(change.kind, detail, { decision, answer: answer || null, subjectId }) as Prisma.InputJsonValue,
  })
})

/**
 * Takes back what one has proposed, before it is decided.
 *
 * @returns err NOT_FOUND (absent or somebody else's), CHANGE_DECIDED, CONFLICT
 */
export const withdrawChange = write('change.withdraw', async (tx, actor, input: ChangeWithdrawalInput) => {
  const change = await lockChange(tx, actor, input.changeId)
  if (!change || change.proposedBy !== actor.userId) return err({ code: 'NOT_FOUND' })
  if (change.state !== 'PROPOSED') return err({ code: 'CHANGE_DECIDED' })
  if (change.version !== input.version) return err({ code: 'CONFLICT' })
  await tx.adminChange.update({
    where: { id: change.id },
    data: { state: 'WITHDRAWN', decidedAt: new Date(), version: { increment: 1 } },
  })
  const detail = changeDetail.parse(change.detail)
  return ok({
    value: { changeId: change.id },
    subject: change.id,
    detail: auditOf(change.kind, detail) as Prisma.InputJsonValue,
  })
})

/** Names of those who proposed and decided, by account. */
async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const users = await db.user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, person: { select: { name: true } } },
  })
  return new Map(users.map((user) => [user.id, user.person.name]))
}

async function lines(rows: readonly Prisma.AdminChangeGetPayload<object>[]) {
  const names = await namesOf(rows.flatMap((row) => [row.proposedBy, row.decidedBy]))
  return rows.map(({ detail, districtId: _, ...row }) => ({
    ...row,
    detail: changeDetail.parse(detail),
    proposer: names.get(row.proposedBy) ?? '—',
    decider: row.decidedBy ? (names.get(row.decidedBy) ?? '—') : null,
  }))
}
export type ChangeLine = Awaited<ReturnType<typeof lines>>[number]

const whereOf = (actor: Actor, state: ChangeFilter['state']): Prisma.AdminChangeWhereInput => ({
  districtId: actor.districtId,
  state: state === 'open' ? 'PROPOSED' : { not: 'PROPOSED' },
})

/** Changes of accounts and units of the actor's district: what waits the oldest first, what is decided the latest first. */
export async function listChanges(actor: Actor, filter: ChangeFilter) {
  const where = whereOf(actor, filter.state)
  const [rows, total, open] = await Promise.all([
    db.adminChange.findMany({
      where,
      orderBy: filter.state === 'open' ? { proposedAt: 'asc' } : { decidedAt: 'desc' },
      skip: (filter.page - 1) * PAGE,
      take: PAGE,
    }),
    db.adminChange.count({ where }),
    db.adminChange.count({ where: whereOf(actor, 'open') }),
  ])
  return { rows: await lines(rows), total, open, pages: Math.max(1, Math.ceil(total / PAGE)) }
}

/** Changes somebody has proposed himself: those that wait, and of the latest decided those that came back. */
export async function ownChanges(actor: Actor): Promise<Readonly<{ waiting: ChangeLine[]; returned: ChangeLine[] }>> {
  const own = { districtId: actor.districtId, proposedBy: actor.userId }
  const [waiting, decided] = await Promise.all([
    db.adminChange.findMany({ where: { ...own, state: 'PROPOSED' }, orderBy: { proposedAt: 'asc' } }),
    db.adminChange.findMany({
      where: { ...own, state: { not: 'PROPOSED' } },
      orderBy: { decidedAt: 'desc' },
      take: PAGE,
    }),
  ])
  return {
    waiting: await lines(waiting),
    returned: await lines(decided.filter(({ state }) => state === 'REJECTED')),
  }
}

/** One change; null when the district has none of this id. */
export async function loadChange(actor: Actor, id: string): Promise<ChangeLine | null> {
  const row = await db.adminChange.findFirst({ where: { id, districtId: actor.districtId } })
  return row ? ((await lines([row]))[0] ?? null) : null
}

/** Changes of one account or unit, the latest first. */
export async function changesOf(actor: Actor, subjectId: string): Promise<ChangeLine[]> {
  const rows = await db.adminChange.findMany({
    where: { districtId: actor.districtId, subjectId },
    orderBy: { proposedAt: 'desc' },
    take: PAGE,
  })
  return lines(rows)
}
