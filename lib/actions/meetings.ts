'use server'

import { buildAgenda } from '@/lib/data/agenda-draft'
import {
  addTopic as add,
  cancelMeeting as cancel,
  dropTopic as drop,
  editTopic as edit,
  mergeTopic as merge,
  moveTopic as move,
  restoreTopic as restore,
  sendAgenda as send,
  settleTopic as settle,
} from '@/lib/data/agenda-edits'
import { setRhythm } from '@/lib/data/meeting-rhythm'
import { weekKey } from '@/lib/domain/meeting/week'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import {
  agendaSend,
  meetingCancel,
  meetingOf,
  rhythm,
  topicAdd,
  topicEdit,
  topicMerge,
  topicMove,
  topicReason,
  topicRestore,
  topicSettle,
} from '@/lib/schemas/meeting'
import { defineAction } from './define-action'

const meetingAddress = (weekOf: PlainDate, part: string) => `/meetings/${weekKey(isoWeekOf(weekOf))}${part}`

/** The rules propose the agenda of a week again. */
export const proposeTopics = defineAction(meetingOf, buildAgenda, {
  say: ({ added, removed }, t) => t('meeting.built', { added, removed }),
})
export const addTopic = defineAction(topicAdd, add, { say: 'saved' })
export const editTopic = defineAction(topicEdit, edit, { say: 'saved' })
export const dropTopic = defineAction(topicReason, drop)
export const mergeTopic = defineAction(topicMerge, merge)
export const moveTopic = defineAction(topicMove, move)
export const restoreTopic = defineAction(topicRestore, restore)
export const settleTopic = defineAction(topicSettle, settle, {
  goTo: ({ itemId, weekOf }) => meetingAddress(weekOf, `/agenda?settled=${itemId}`),
})

/** Sends the agenda to those its topics concern. */
export const sendAgenda = defineAction(agendaSend, send, {
  goTo: ({ weekOf }) => meetingAddress(weekOf, '/agenda?sent=1'),
})
export const cancelMeeting = defineAction(meetingCancel, cancel)
export const saveRhythm = defineAction(rhythm, setRhythm, { say: 'saved' })
