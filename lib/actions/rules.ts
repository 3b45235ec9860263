'use server'

import { decideRules as decide, proposeRules as propose, withdrawRules as withdraw } from '@/lib/data/rules-proposals'
import { startTrial } from '@/lib/data/rules-trial'
import { runTrial } from '@/lib/data/run-trial'
import type { WriteOptions } from '@/lib/data/write'
import type { Actor } from '@/lib/domain/access'
import { log } from '@/lib/log'
import { type RulesTryInput, rulesDecide, rulesPropose, rulesTry, rulesWithdraw } from '@/lib/schemas/rules-trial'
import { defineAction } from './define-action'

/** A district of some hundred projects is counted while one waits; a larger one goes on, and its page says how far it is. */
const WAIT_MS = 2_500

/** Keeps the draft, and counts what it would do. */
async function tryOut(actor: Actor, input: RulesTryInput, options: WriteOptions) {
  const begun = await startTrial(actor, input, options)
  if (!begun.ok) return begun
  const counted = runTrial(begun.value.trialId).then((error) => {
    if (error) log.error({ err: error, trial: begun.value.trialId }, 'rules trial failed')
  })
  await Promise.race([counted, new Promise((resolve) => setTimeout(resolve, WAIT_MS))])
  return begun
}
export const tryRules = defineAction(rulesTry, tryOut, { goTo: ({ trialId }) => `/rules/try/${trialId}` })

export const proposeRules = defineAction(rulesPropose, propose, { goTo: () => '/rules?just=proposed#changes' })
export const decideRules = defineAction(rulesDecide, decide, {
  goTo: ({ verdict }) => `/rules?just=${verdict === 'APPROVED' ? 'approved' : 'refused'}#changes`,
})
export const withdrawRules = defineAction(rulesWithdraw, withdraw, { goTo: () => '/rules?just=withdrawn#changes' })
