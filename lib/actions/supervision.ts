'use server'

import {
  announceSupervision as announce,
  headSupervision as callHead,
  closeSupervision as close,
  extendSupervision as extend,
  returnSupervision as giveBack,
  openSupervision as open,
  replySupervision as reply,
  revisitSupervision as revisit,
  urgeSupervision as urge,
  verifySupervision as verify,
} from '@/lib/data/supervision-writes'
import { supervisionMove, supervisionOpen } from '@/lib/schemas/supervision'
import { defineAction } from './define-action'

export const openSupervision = defineAction(supervisionOpen, open, {
  goTo: ({ slipId }) => `/supervision/slips/${slipId}`,
})
export const replySupervision = defineAction(supervisionMove, reply)
export const verifySupervision = defineAction(supervisionMove, verify)
export const revisitSupervision = defineAction(supervisionMove, revisit)
export const closeSupervision = defineAction(supervisionMove, close)
export const returnSupervision = defineAction(supervisionMove, giveBack)
export const extendSupervision = defineAction(supervisionMove, extend)
export const urgeSupervision = defineAction(supervisionMove, urge)
export const headSupervision = defineAction(supervisionMove, callHead)
export const announceSupervision = defineAction(supervisionMove, announce)
