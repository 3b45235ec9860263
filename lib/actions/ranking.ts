'use server'

import { decideObjection as decide, object } from '@/lib/data/ranking-objections'
import { correctRanking as correct, publishRanking as publish } from '@/lib/data/ranking-publish'
import { approveRankingRules, proposeRankingRules, withdrawRankingRules } from '@/lib/data/ranking-rules'
import { rate } from '@/lib/data/ratings'
import type { WriteOptions } from '@/lib/data/write'
import type { Actor } from '@/lib/domain/access'
import { ok } from '@/lib/domain/result'
import { monthParts } from '@/lib/i18n/ranking-text'
import {
  type RankingCorrectInput,
  type RankingDecideInput,
  type RankingObjectInput,
  type RankingRulesDecideInput,
  rankingCorrect,
  rankingDecide,
  rankingObject,
  rankingPublish,
  rankingRulesDecide,
  rankingRulesPropose,
  rankingRulesWithdraw,
  rating,
} from '@/lib/schemas/ranking'
import { defineAction } from './define-action'

/** An objection, and the page of the score it is about. */
async function raise(actor: Actor, input: RankingObjectInput, options: WriteOptions) {
  const raised = await object(actor, input, options)
  return raised.ok ? ok({ ...input, ...raised.value }) : raised
}
export const raiseObjection = defineAction(rankingObject, raise, {
  goTo: ({ month, table, subjectId }) =>
    `/ranking/${month}/${table.toLowerCase()}/${subjectId}?just=objected#objections`,
})

/** The office's answer: whether anything was counted again depends on it. */
async function answerObjection(actor: Actor, input: RankingDecideInput, options: WriteOptions) {
  const decided = await decide(actor, input, options)
  return decided.ok ? ok({ ...decided.value, verdict: input.verdict }) : decided
}
export const decideObjection = defineAction(rankingDecide, answerObjection, {
  goTo: ({ month, table, subjectId, verdict }) =>
    `/ranking?month=${month}&table=${table}&show=${subjectId}&just=${verdict === 'ACCEPTED' ? 'decided' : 'kept'}#objections`,
})
export const publishRanking = defineAction(rankingPublish, publish, {
  proof: true,
  goTo: ({ month }) => `/ranking?month=${month}&just=published`,
})

/** A correction, and the row it was made from. */
async function correction(actor: Actor, input: RankingCorrectInput, options: WriteOptions) {
  const corrected = await correct(actor, input, options)
  return corrected.ok ? ok({ month: corrected.value.month, table: input.table, show: input.subjectId }) : corrected
}
export const correctRanking = defineAction(rankingCorrect, correction, {
  proof: true,
  goTo: ({ month, table, show }) =>
    `/ranking?month=${month}${table && show ? `&table=${table}&show=${show}` : ''}&just=corrected`,
})

export const proposeRules = defineAction(rankingRulesPropose, proposeRankingRules, {
  goTo: () => '/ranking/rules?just=proposed',
})
/** Another person's answer to a proposal. */
async function answer(actor: Actor, input: RankingRulesDecideInput, options: WriteOptions) {
  const decided = await approveRankingRules(actor, input, options)
  return decided.ok ? ok(input.verdict) : decided
}
export const decideRules = defineAction(rankingRulesDecide, answer, {
  goTo: (verdict) => `/ranking/rules?just=${verdict === 'APPROVED' ? 'approved' : 'refused'}`,
})
export const withdrawRules = defineAction(rankingRulesWithdraw, withdrawRankingRules, {
  goTo: () => '/ranking/rules',
})

/** Stars of a project unit; it may change them within the month. */
export const giveStars = defineAction(rating, rate, {
  say: ({ month, stars }, t) => t('ranking.rating.done', { month: monthParts(month).month, stars }),
})
