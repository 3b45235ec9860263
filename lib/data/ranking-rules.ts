import 'server-only'
import { type Actor, relationFor } from '@/lib/domain/access'
import { monthOf, type PlainDate } from '@/lib/domain/plain-date'
import { effectiveMonth } from '@/lib/domain/ranking/life'
import {
  checkRankingParameters,
  DEFAULT_RANKING_PARAMETERS,
  parameterChanges,
  type RankingParameters,
} from '@/lib/domain/ranking/parameters'
import { SEES_RANKINGS } from '@/lib/domain/ranking/sight'
import { err, ok, type Result } from '@/lib/domain/result'
import type {
  RankingRulesDecideInput,
  RankingRulesLine,
  RankingRulesPage,
  RankingRulesProposeInput,
  RankingRulesWithdrawInput,
} from '@/lib/schemas/ranking'
import type { Prisma, RankingRules } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { readRankingParameters, rulesForMonth } from './ranking-rules-in-force'
import { write } from './write'

const named = {
  proposedBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
} satisfies Prisma.RankingRulesInclude

/** Versions newest first, each with what it changes against the version that was in force before it. */
async function rulesLines(actor: Actor): Promise<RankingRulesLine[]> {
  const rows = await db.rankingRules.findMany({
    where: { districtId: actor.districtId },
    orderBy: { number: 'asc' },
    include: named,
  })
  let before: RankingParameters = DEFAULT_RANKING_PARAMETERS
  const lines = rows.map((row): RankingRulesLine => {
    const parameters = readRankingParameters(row.params)
    const changes = parameterChanges(before, parameters)
    if (row.state === 'APPROVED') before = parameters
    return {
      id: row.id,
      version: row.version,
      number: row.number,
      state: row.state,
      effectiveMonth: row.effectiveMonth,
      note: row.note,
      proposedBy: row.proposedBy.name,
      proposedAt: row.proposedAt.toISOString(),
      answer: row.answer,
      decidedBy: row.decidedBy?.name ?? null,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      parameters,
      changes,
      mine: row.proposedById === actor.personId,
    }
  })
  return lines.reverse()
}

/**
 * How the actor's district ranks 计分规则: the parameters in force for the month that is being counted, what is approved and
 * comes next, what is proposed, and every version there was. For whoever has to do with rankings.
 *
 * @returns null for everybody else
 */
export async function rankingRules(actor: Actor, today: PlainDate): Promise<RankingRulesPage | null> {
  if (!SEES_RANKINGS.has(actor.role)) return null
  const month = monthOf(today)
  const [{ number, parameters }, versions] = await Promise.all([
    rulesForMonth(db, actor.districtId, month),
    rulesLines(actor),
  ])
  const proposal = versions.find(({ state }) => state === 'PROPOSED') ?? null
  const may = (action: 'ranking.proposeRules' | 'ranking.approveRules' | 'ranking.withdrawRules') =>
    relationFor(actor.role, action) !== null
  return {
    current: parameters,
    currentNumber: number,
    coming: versions.find(({ state, effectiveMonth: from }) => state === 'APPROVED' && (from ?? '') > month) ?? null,
    proposal,
    versions,
    effectiveMonth: effectiveMonth(today),
    may: {
      propose: may('ranking.proposeRules') && proposal === null,
      decide: may('ranking.approveRules') && proposal !== null && !proposal.mine,
      withdraw: may('ranking.withdrawRules') && proposal?.mine === true,
    },
  }
}

/** Locks the rules of a district: versions are numbered, and one is proposed at a time. */
const lockRules = (tx: Tx, districtId: string) =>
  tx.$queryRaw`SELECT 1 FROM "District" WHERE id = ${districtId}::uuid FOR UPDATE`

const changed = ({ id, number, effectiveMonth: from }: RankingRules) => ({
  rulesId: id,
  number,
  effectiveMonth: from,
})

/**
 * The office proposes other parameters 提请修改; another person decides.
 *
 * @returns err of `checkRankingParameters` at its fields, NO_CHANGE, RULES_PENDING
 */
export const proposeRankingRules = write(
  'ranking.proposeRules',
  async (tx, actor, { note, ...proposed }: RankingRulesProposeInput, _today) => {
    const checked = checkRankingParameters(proposed)
    if (!checked.ok) return checked
    const { districtId } = actor
    await lockRules(tx, districtId)
    const rows = await tx.rankingRules.findMany({ where: { districtId }, orderBy: { number: 'desc' } })
    if (rows.some(({ state }) => state === 'PROPOSED')) return err({ code: 'RULES_PENDING' })
    const last = rows.find(({ state }) => state === 'APPROVED')
    const before = last ? readRankingParameters(last.params) : DEFAULT_RANKING_PARAMETERS
    const changes = parameterChanges(before, checked.value)
    if (changes.length === 0) return err({ code: 'NO_CHANGE' })
    const row = await tx.rankingRules.create({
      data: {
        districtId,
        number: (rows[0]?.number ?? 0) + 1,
        params: checked.value as unknown as Prisma.InputJsonValue,
        note,
        proposedById: actor.personId,
      },
    })
    return ok({
      value: changed(row),
      subject: row.id,
      detail: { nth: row.number, note, changed: changes.map(({ field, from, to }) => `${field} ${from} → ${to}`) },
    })
  },
)

/** A proposal that waits. @returns err NOT_FOUND, RULES_DECIDED, CONFLICT */
async function lockProposal(
  tx: Tx,
  districtId: string,
  { rulesId, version }: RankingRulesWithdrawInput,
): Promise<Result<RankingRules>> {
  await lockRules(tx, districtId)
  const row = await tx.rankingRules.findFirst({ where: { id: rulesId, districtId } })
  if (!row) return err({ code: 'NOT_FOUND' })
  if (row.state !== 'PROPOSED') return err({ code: 'RULES_DECIDED' })
  return row.version === version ? ok(row) : err({ code: 'CONFLICT', version: row.version })
}

/**
 * Another person decides what is proposed 批准; it ranks from the month after the one it is approved in.
 *
 * @returns err NOT_FOUND, RULES_DECIDED, CONFLICT, OWN_PROPOSAL
 */
export const approveRankingRules = write(
  'ranking.approveRules',
  async (tx, actor, input: RankingRulesDecideInput, today) => {
    const locked = await lockProposal(tx, actor.districtId, input)
    if (!locked.ok) return locked
    if (locked.value.proposedById === actor.personId) return err({ code: 'OWN_PROPOSAL' })
    const row = await tx.rankingRules.update({
      where: { id: locked.value.id },
      data: {
        state: input.verdict,
        effectiveMonth: input.verdict === 'APPROVED' ? effectiveMonth(today) : null,
        answer: input.answer ?? null,
        decidedById: actor.personId,
        decidedAt: new Date(),
        version: { increment: 1 },
      },
    })
    return ok({
      value: changed(row),
      subject: row.id,
      detail: { nth: row.number, verdict: input.verdict, month: row.effectiveMonth, reason: input.answer ?? null },
    })
  },
)

/** Whoever proposed takes it back 撤回. @returns err NOT_FOUND (somebody else's as well), RULES_DECIDED, CONFLICT */
export const withdrawRankingRules = write(
  'ranking.withdrawRules',
  async (tx, actor, input: RankingRulesWithdrawInput, _today) => {
    const locked = await lockProposal(tx, actor.districtId, input)
    if (!locked.ok) return locked
    if (locked.value.proposedById !== actor.personId) return err({ code: 'NOT_FOUND' })
    const row = await tx.rankingRules.update({
      where: { id: locked.value.id },
      data: { state: 'WITHDRAWN', version: { increment: 1 } },
    })
    return ok({ value: changed(row), subject: row.id, detail: { nth: row.number } })
  },
)
