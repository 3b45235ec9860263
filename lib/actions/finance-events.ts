'use server'

import { answerInvitation as answer, dropGuest as drop, pickGuests as pick } from '@/lib/data/event-guest-writes'
import {
  amendIntention as amend,
  followIntention as follow,
  linkIntention as link,
  voidFollow as makeVoid,
  signIntention as sign,
} from '@/lib/data/event-intention-writes'
import {
  cancelEvent as cancel,
  createEvent as create,
  editEvent as edit,
  holdEvent as hold,
  sendInvitations as send,
  setEventBanks as setBanks,
} from '@/lib/data/finance-event-writes'
import {
  followVoid,
  intentionAmend,
  intentionFollow,
  intentionLink,
  intentionSign,
} from '@/lib/schemas/event-intention'
import {
  eventBanks,
  eventCancel,
  eventEdit,
  eventHold,
  eventInput,
  eventPick,
  eventStep,
  eventUnpick,
  guestAnswer,
} from '@/lib/schemas/finance-event'
import { defineAction } from './define-action'

const page = ({ eventId }: { eventId: string }) => `/financing/events/${eventId}`

export const createEvent = defineAction(eventInput, create, { goTo: page })
export const editEvent = defineAction(eventEdit, edit, { goTo: page })
export const setEventBanks = defineAction(eventBanks, setBanks, { say: 'saved' })
export const sendInvitations = defineAction(eventStep, send)
export const cancelEvent = defineAction(eventCancel, cancel)
export const holdEvent = defineAction(eventHold, hold)
export const pickGuests = defineAction(eventPick, pick, {
  say: ({ added }, t) => t('financeEvent.pick.added', { n: added }),
})
export const dropGuest = defineAction(eventUnpick, drop)
export const answerInvitation = defineAction(guestAnswer, answer)
export const signIntention = defineAction(intentionSign, sign)
export const amendIntention = defineAction(intentionAmend, amend)
export const linkIntention = defineAction(intentionLink, link, { say: 'saved' })
export const followIntention = defineAction(intentionFollow, follow)
export const voidFollow = defineAction(followVoid, makeVoid)
