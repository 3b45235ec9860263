'use server'

import { saveProduct as save, stopProduct as stop } from '@/lib/data/bank-products'
import { amendNeed as amend } from '@/lib/data/financing-amend'
import { importResults as bring, undoResults as takeBack } from '@/lib/data/financing-import'
import {
  acceptOffer as accept,
  contactOffer as contact,
  diligenceOffer as diligence,
  followOffer as follow,
  grantOffer as grant,
  payOffer as pay,
  refuseOffer as refuse,
  signOffer as sign,
  transferOffer as transfer,
} from '@/lib/data/financing-offers'
import { takePaperBack as paperBack } from '@/lib/data/financing-paper'
import { takeOfferBack as offerBack } from '@/lib/data/financing-undo'
import {
  checkNeed as check,
  consentNeed as consent,
  fileNeed as file,
  recommendNeed as recommend,
  revokeNeed as revoke,
  withdrawNeed as withdraw,
} from '@/lib/data/financing-writes'
import {
  needAmend,
  needBank,
  needCheck,
  needConsent,
  needFile,
  needWithdraw,
  offerMove,
  offerUndo,
  productSave,
  productStop,
  resultImport,
} from '@/lib/schemas/financing'
import { defineAction } from './define-action'

export const fileNeed = defineAction(needFile, file, { goTo: ({ needId }) => `/financing/${needId}` })
export const amendNeed = defineAction(needAmend, amend, { goTo: ({ needId }) => `/financing/${needId}` })
export const takePaperBack = defineAction(needBank, paperBack)
export const checkNeed = defineAction(needCheck, check)
export const recommendNeed = defineAction(needBank, recommend)
export const consentNeed = defineAction(needConsent, consent)
export const revokeNeed = defineAction(needBank, revoke)
export const withdrawNeed = defineAction(needWithdraw, withdraw)
export const acceptOffer = defineAction(offerMove, accept)
export const contactOffer = defineAction(offerMove, contact)
export const diligenceOffer = defineAction(offerMove, diligence)
export const grantOffer = defineAction(offerMove, grant)
export const refuseOffer = defineAction(offerMove, refuse)
export const transferOffer = defineAction(offerMove, transfer)
export const signOffer = defineAction(offerMove, sign)
export const payOffer = defineAction(offerMove, pay)
export const followOffer = defineAction(offerMove, follow)
export const takeOfferBack = defineAction(offerUndo, offerBack)
export const saveProduct = defineAction(productSave, save, { goTo: () => '/financing/products' })
export const stopProduct = defineAction(productStop, stop)
export const importResults = defineAction(resultImport, bring)
export const undoResults = defineAction(resultImport, takeBack)
