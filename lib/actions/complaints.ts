'use server'

import { enterComplaint as enter } from '@/lib/data/complaint-entry'
import {
  addToOwnComplaint as add,
  answerComplaint as answer,
  askMoreForComplaint as askMore,
  closeComplaint as close,
  denyMoreForComplaint as denyMore,
  extendComplaint as extend,
  returnComplaint as giveBack,
  noteOnComplaint as note,
  passComplaint as pass,
  rateOwnComplaint as rate,
  receiveComplaint as receive,
  redoComplaint as redo,
  refuseComplaint as refuse,
  relateComplaint as relate,
  markRepeat as repeat,
  reportOnComplaint as report,
  revisitComplaint as revisit,
  urgeOwnComplaint as urge,
} from '@/lib/data/complaint-moves'
import { complaintEntry, complaintMove, complaintRelate, complaintRepeat } from '@/lib/schemas/complaint'
import { defineAction } from './define-action'

export const enterComplaint = defineAction(complaintEntry, enter, {
  goTo: ({ complaintId }) => `/supervision/complaints/${complaintId}`,
})
export const receiveComplaint = defineAction(complaintMove, receive, {
  goTo: ({ number, handedOver }) => (handedOver ? `/supervision/complaints?_handed=${number}` : null),
})
export const refuseComplaint = defineAction(complaintMove, refuse)
export const passComplaint = defineAction(complaintMove, pass)
export const returnComplaint = defineAction(complaintMove, giveBack, { goTo: () => '/supervision/complaints' })
export const askMoreForComplaint = defineAction(complaintMove, askMore)
export const extendComplaint = defineAction(complaintMove, extend)
export const denyMoreForComplaint = defineAction(complaintMove, denyMore)
export const reportOnComplaint = defineAction(complaintMove, report)
export const answerComplaint = defineAction(complaintMove, answer)
export const rateOwnComplaint = defineAction(complaintMove, rate)
export const addToOwnComplaint = defineAction(complaintMove, add)
export const urgeOwnComplaint = defineAction(complaintMove, urge)
export const revisitComplaint = defineAction(complaintMove, revisit)
export const closeComplaint = defineAction(complaintMove, close)
export const redoComplaint = defineAction(complaintMove, redo)
export const noteOnComplaint = defineAction(complaintMove, note)
export const relateComplaint = defineAction(complaintRelate, relate)
export const markRepeat = defineAction(complaintRepeat, repeat)
