'use server'

import {
  decideWaiver as decide,
  endWaiver as end,
  proposeWaiver as propose,
  renewalOfWaiver as renew,
  withdrawWaiver as withdraw,
} from '@/lib/data/waiver-writes'
import { waiverDecide, waiverPropose, waiverRenew, waiverSay } from '@/lib/schemas/waiver'
import { defineAction } from './define-action'

export const proposeWaiver = defineAction(waiverPropose, propose, { goTo: ({ waiverId }) => `/waivers/${waiverId}` })
export const decideWaiver = defineAction(waiverDecide, decide)
export const withdrawWaiver = defineAction(waiverSay, withdraw)
/** Asks for a waiver to go on. */
export const renewWaiver = defineAction(waiverRenew, renew)
export const endWaiver = defineAction(waiverSay, end)
