'use server'

import {
  confirmBySlip as bySlip,
  confirmOwnPack as confirmOwn,
  handOutPack as handOut,
  preparePacks as prepare,
  returnOnePack as returnOne,
} from '@/lib/data/pack-writes'
import { packConfirm, packHand, packPrepare, packReturn, packSlip } from '@/lib/schemas/gift-pack'
import { defineAction } from './define-action'

export const preparePacks = defineAction(packPrepare, prepare, { say: 'saved' })
export const handOutPack = defineAction(packHand, handOut, {
  say: ({ enterprise, code }, t) => t('pack.hand.done', { enterprise, code }),
})
export const confirmOwnPack = defineAction(packConfirm, confirmOwn)
export const confirmBySlip = defineAction(packSlip, bySlip, {
  say: ({ enterprise }, t) => t('pack.slip.done', { enterprise }),
})
export const returnOnePack = defineAction(packReturn, returnOne)
