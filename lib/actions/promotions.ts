'use server'

import {
  changePromotion as change,
  recordParty as party,
  proposePromotion as propose,
  pushPromotions as push,
} from '@/lib/data/promotion-writes'
import { partyEntry, promotionMoving, promotionProposal, promotionPushing } from '@/lib/schemas/promotion'
import { defineAction } from './define-action'

export const proposePromotion = defineAction(promotionProposal, propose, {
  goTo: ({ promotionId }) => `/services/promotion/${promotionId}`,
})
export const changePromotion = defineAction(promotionMoving, change)
export const recordParty = defineAction(partyEntry, party, { say: 'saved' })
export const pushPromotions = defineAction(promotionPushing, push, { goTo: () => '/services/promotion?view=pushes' })
