import 'server-only'
import { ownSubjects, ownTable, SEES_ALL_RANKINGS } from '@/lib/domain/ranking/sight'
import { err, ok } from '@/lib/domain/result'
import type { RankingDecideInput, RankingObjectInput } from '@/lib/schemas/ranking'
import type { Prisma } from '@/prisma/generated/client'
import { fromDb, toDb } from './date'
import { lockRanking, touchRanking } from './lock-ranking'
import { evidenceLines } from './ranking-evidence'
import { recount } from './ranking-recount'
import { rowOfLine } from './ranking-version'
import { write } from './write'

/**
 * Somebody who is ranked objects to a point of the draft 提出异议: an item, or an indicator, a claim, and what the system has
 * already to show for it.
 *
 * @returns err NOT_FOUND when the month or the subject is not his, RANKING_PUBLISHED, OBJECTION_LATE with the last day,
 *          ITEM_UNKNOWN, EVIDENCE_MISSING (neither an item nor evidence), EVIDENCE_UNKNOWN, OBJECTION_TWICE
 * @source meetings-and-ranking B2: until wd 3 objection, one form
 */
export const object = write('ranking.object', async (tx, actor, input: RankingObjectInput, today) => {
  const locked = await lockRanking(tx, { districtId: actor.districtId, month: input.month })
  if (!locked.ok) return locked
  const { ranking, latest, published } = locked.value
  const { table, subjectId, indicator, seq } = input
  const own = ownTable(actor.role) === table && ownSubjects(actor).includes(subjectId)
  const line = own
    ? await tx.rankingLine.findUnique({
        where: { versionId_table_subjectId: { versionId: latest.id, table, subjectId } },
      })
    : null
  if (!line || fromDb(ranking.draftOn) > today) return err({ code: 'NOT_FOUND' })
  if (published) return err({ code: 'RANKING_PUBLISHED' })
  const until = fromDb(ranking.objectUntilOn)
  if (today > until) return err({ code: 'OBJECTION_LATE', until })
  const item =
    seq === undefined
      ? null
      : await tx.rankingItem.findFirst({ where: { versionId: latest.id, seq, table, subjectId, indicator } })
  if (seq !== undefined && !item) return err({ code: 'ITEM_UNKNOWN', seq })
  if (!item && input.evidence.length === 0) return err({ code: 'EVIDENCE_MISSING', field: 'evidence' })
  const evidence = await evidenceLines(tx, actor, input.evidence)
  if (!evidence.ok) return evidence
  const same = { rankingId: ranking.id, table, subjectId, indicator, itemSeq: seq ?? null }
  if (await tx.rankingObjection.findFirst({ where: { ...same, state: 'OPEN' }, select: { id: true } }))
    return err({ code: 'OBJECTION_TWICE' })
  const { id } = await tx.rankingObjection.create({
    data: {
      ...same,
      districtId: actor.districtId,
      subjectName: rowOfLine(line).name,
      itemLabel: item?.label ?? null,
      claim: input.claim,
      evidence: evidence.value as unknown as Prisma.InputJsonValue,
      raisedById: actor.personId,
      raisedOn: toDb(today),
    },
    select: { id: true },
  })
  await touchRanking(tx, ranking.id)
  return ok({
    value: { objectionId: id, month: ranking.month },
    subject: id,
    detail: { month: ranking.month, table, indicator, label: item?.label ?? null, text: input.claim },
  })
})

/**
 * The office decides an objection with a reason 裁定. An accepted one names the items it changes: left out, or counted in full;
 * the table is counted again with them, and its draft says which objection changed what.
 *
 * @returns err NOT_FOUND, CONFLICT, OBJECTION_DECIDED, RANKING_PUBLISHED, CHANGE_MISSING, ITEM_UNKNOWN
 * @source meetings-and-ranking B2: wd 5, office decides each objection with reason
 */
export const decideObjection = write('ranking.decide', async (tx, actor, input: RankingDecideInput, _today) => {
  const where = { id: input.objectionId, districtId: actor.districtId }
  const found = SEES_ALL_RANKINGS.has(actor.role)
    ? await tx.rankingObjection.findFirst({ where, select: { ranking: { select: { month: true } } } })
    : null
  if (!found) return err({ code: 'NOT_FOUND' })
  const locked = await lockRanking(tx, { districtId: actor.districtId, month: found.ranking.month })
  if (!locked.ok) return locked
  const { ranking, latest, published } = locked.value
  const objection = await tx.rankingObjection.findUniqueOrThrow({ where: { id: input.objectionId } })
  if (objection.state !== 'OPEN') return err({ code: 'OBJECTION_DECIDED' })
  if (objection.version !== input.version) return err({ code: 'CONFLICT', version: objection.version })
  if (published) return err({ code: 'RANKING_PUBLISHED' })
  const of = { table: objection.table, subjectId: objection.subjectId } as Parameters<typeof recount>[5]
  const changed =
    input.verdict === 'ACCEPTED'
      ? await recount(tx, latest, input.changes, 'OBJECTION', objection.id, of)
      : ok([] as const)
  if (!changed.ok) return changed
  const decided = await tx.rankingObjection.update({
    where: { id: objection.id },
    data: {
      state: input.verdict,
      reason: input.reason,
      changes: changed.value as unknown as Prisma.InputJsonValue,
      decidedById: actor.personId,
      decidedAt: new Date(),
      version: { increment: 1 },
    },
    select: { version: true },
  })
  await touchRanking(tx, ranking.id)
  return ok({
    value: { objectionId: objection.id, month: ranking.month, ...of, version: decided.version },
    subject: objection.id,
    detail: {
      month: ranking.month,
      verdict: input.verdict,
      reason: input.reason,
      changed: changed.value.map(({ label, remedy }) => `${label} ${remedy}`),
    },
  })
})
