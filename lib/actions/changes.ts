'use server'

import { decideChange, withdrawChange } from '@/lib/data/admin-changes'
import { changeDecision, changeWithdrawal } from '@/lib/schemas/administration'
import { defineAction } from './define-action'

/** Approves a change, or sends it back. */
export const decide = defineAction(changeDecision, decideChange, {
  goTo: ({ changeId, decision }) => `/changes/${changeId}?done=${decision}`,
})

/** Takes back what one has proposed. */
export const withdraw = defineAction(changeWithdrawal, withdrawChange, {
  goTo: ({ changeId }) => `/changes/${changeId}?done=WITHDRAWN`,
})
