import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { err, ok, type Result } from '@/lib/domain/result'
import { keptParameters, thresholdChanges } from '@/lib/domain/rules-trial'
import type {
  RulesDecideInput,
  RulesDesk,
  RulesProposalLine,
  RulesProposeInput,
  RulesWithdrawInput,
} from '@/lib/schemas/rules-trial'
import type { Prisma, RulesProposal } from '@/prisma/generated/client'
import { toDb } from './date'
import { db, type Tx } from './db'
import { lockTrial, proposeTrouble } from './rules-trial'
import { write } from './write'

const columns = {
  proposedBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
  trial: { select: { params: true, before: true } },
} satisfies Prisma.RulesProposalInclude

const changesOf = ({ before, params }: { before: Prisma.JsonValue; params: Prisma.JsonValue }) =>
  thresholdChanges(keptParameters(before), keptParameters(params))

/**
 * What is proposed about the rules of the actor's district, and what he may do about it 规则修改. For the office and the head
 * of the district.
 *
 * @returns null for everybody else
 */
export async function rulesDesk(actor: Actor, today: PlainDate): Promise<RulesDesk | null> {
  const may = (action: 'rules.try' | 'rules.withdraw' | 'rules.decide') => relationFor(actor.role, action) !== null
  if (!may('rules.try')) return null
  const rows = await db.rulesProposal.findMany({
    where: { districtId: actor.districtId },
    orderBy: { proposedAt: 'desc' },
    include: columns,
  })
  const lines = rows.map(
    (row): RulesProposalLine => ({
      id: row.id,
      version: row.version,
      trialId: row.trialId,
      state: row.state,
      note: row.note,
      proposedBy: row.proposedBy.name,
      proposedAt: row.proposedAt.toISOString(),
      answer: row.answer,
      decidedBy: row.decidedBy?.name ?? null,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      rulesNumber: row.rulesNumber,
      changes: changesOf(row.trial),
      mine: row.proposedById === actor.personId,
    }),
  )
  const proposal = lines.find(({ state }) => state === 'PROPOSED') ?? null
  return {
    effectiveOn: addDays(today, 1),
    proposal,
    past: lines.filter(({ state }) => state !== 'PROPOSED'),
    may: {
      try: true,
      decide: may('rules.decide') && proposal !== null && !proposal.mine,
      withdraw: may('rules.withdraw') && proposal?.mine === true,
    },
  }
}

/** Proposals about the rules that wait for the actor: others' of his district, where he may decide. */
export const rulesWaiting = (actor: Actor): Promise<number> | number =>
  relationFor(actor.role, 'rules.decide')
    ? db.rulesProposal.count({
        where: { districtId: actor.districtId, state: 'PROPOSED', proposedById: { not: actor.personId } },
      })
    : 0

/**
 * The office proposes what it tried 提请批准; another person decides.
 *
 * @returns err NOT_FOUND, TRIAL_UNFINISHED, TRIAL_STALE (tried for another day, or against other rules), TRIAL_PROPOSED,
 *          RULES_PENDING
 */
export const proposeRules = write('rules.propose', async (tx, actor, input: RulesProposeInput, today) => {
  const { districtId, personId } = actor
  await lockRules(tx, districtId)
  const locked = await lockTrial(tx, districtId, input.trialId)
  if (!locked.ok) return locked
  const trouble = await proposeTrouble(tx, locked.value, today)
  if (trouble) return err({ code: trouble })
  const { id } = await tx.rulesProposal.create({
    data: { districtId, trialId: input.trialId, note: input.note, proposedById: personId },
    select: { id: true },
  })
  const changed = changesOf(locked.value).map(({ name, from, to }) => `${name} ${from} → ${to}`)
  return ok({ value: { proposalId: id }, subject: id, detail: { note: input.note, changed } })
})

/** Locks the rules of a district: versions are numbered, and one proposal waits at a time. */
const lockRules = (tx: Tx, districtId: string) =>
  tx.$queryRaw`SELECT 1 FROM "District" WHERE id = ${districtId}::uuid FOR UPDATE`

/** A proposal that waits. @returns err NOT_FOUND, RULES_DECIDED, CONFLICT */
async function lockProposal(
  tx: Tx,
  districtId: string,
  { proposalId, version }: RulesWithdrawInput,
): Promise<Result<RulesProposal>> {
  await lockRules(tx, districtId)
  const row = await tx.rulesProposal.findFirst({ where: { id: proposalId, districtId } })
  if (!row) return err({ code: 'NOT_FOUND' })
  if (row.state !== 'PROPOSED') return err({ code: 'RULES_DECIDED' })
  return row.version === version ? ok(row) : err({ code: 'CONFLICT', version: row.version })
}

/**
 * Another person decides what is proposed 批准: it becomes a version that holds from the next day on. The day's evaluation
 * sees other rules then, and looks at every row; colours that were stay as they were.
 *
 * @returns err NOT_FOUND, RULES_DECIDED, CONFLICT, OWN_PROPOSAL, REASON_MISSING (refused without one)
 */
export const decideRules = write('rules.decide', async (tx, actor, input: RulesDecideInput, today) => {
  const { districtId, personId } = actor
  const locked = await lockProposal(tx, districtId, input)
  if (!locked.ok) return locked
  const { id, trialId, proposedById, note } = locked.value
  if (proposedById === personId) return err({ code: 'OWN_PROPOSAL' })
  const approved = input.verdict === 'APPROVED'
  if (!approved && !input.answer) return err({ code: 'REASON_MISSING', field: 'answer' })
  let rulesNumber: number | null = null
  if (approved) {
    const { params } = await tx.rulesTrial.findUniqueOrThrow({ where: { id: trialId }, select: { params: true } })
    const newest = await tx.rulesVersion.findFirst({ where: { districtId }, orderBy: { number: 'desc' } })
    rulesNumber = (newest?.number ?? 0) + 1
    await tx.rulesVersion.create({
      data: {
        districtId,
        number: rulesNumber,
        effectiveOn: toDb(addDays(today, 1)),
        params: keptParameters(params),
        note,
        proposedBy: proposedById,
        approvedBy: personId,
      },
    })
  }
  await tx.rulesProposal.update({
    where: { id },
    data: {
      state: input.verdict,
      answer: input.answer ?? null,
      decidedById: personId,
      decidedAt: new Date(),
      rulesNumber,
      version: { increment: 1 },
    },
  })
  return ok({
    value: { proposalId: id, number: rulesNumber, verdict: input.verdict },
    subject: id,
    detail: { nth: rulesNumber, verdict: input.verdict, reason: input.answer ?? null },
  })
})

/** Whoever proposed takes it back 撤回. @returns err NOT_FOUND (somebody else's as well), RULES_DECIDED, CONFLICT */
export const withdrawRules = write('rules.withdraw', async (tx, actor, input: RulesWithdrawInput, _today) => {
  const locked = await lockProposal(tx, actor.districtId, input)
  if (!locked.ok) return locked
  const { id, proposedById } = locked.value
  if (proposedById !== actor.personId) return err({ code: 'NOT_FOUND' })
  await tx.rulesProposal.update({ where: { id }, data: { state: 'WITHDRAWN', version: { increment: 1 } } })
  return ok({ value: { proposalId: id }, subject: id })
})
