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
export const decideObjection = defineAction(rankingDecide, decide, {
  goTo: ({ month, table, subjectId }) =>
    `/ranking?month=${month}&table=${table}&show=${subjectId}&just=decided#objections`,
})
export const publishRanking = defineAction(rankingPublish, publish, {
  goTo: ({ month }) => `/ranking?month=${month}&just=published`,
})
export const correctRanking = defineAction(rankingCorrect, correct, {
  goTo: ({ month }) => `/ranking?month=${month}&just=corrected`,
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
