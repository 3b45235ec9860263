'use server'

import {
  acceptFactor as accept,
  commitFactor as commit,
  confirmFactor as confirm,
  correctFactor as correct,
  failFactor as fail,
  provideFactor as provide,
  raiseFactor as raise,
  reopenFactor as reopen,
  revokeFactor as revoke,
} from '@/lib/data/factor-writes'
import { factorMove, factorRaise } from '@/lib/schemas/factor'
import { defineAction } from './define-action'

export const raiseFactor = defineAction(factorRaise, raise, { goTo: ({ needId }) => `/factors/${needId}` })
export const confirmFactor = defineAction(factorMove, confirm)
export const commitFactor = defineAction(factorMove, commit)
export const provideFactor = defineAction(factorMove, provide)
export const failFactor = defineAction(factorMove, fail)
export const revokeFactor = defineAction(factorMove, revoke)
export const acceptFactor = defineAction(factorMove, accept)
export const correctFactor = defineAction(factorMove, correct)
export const reopenFactor = defineAction(factorMove, reopen)
