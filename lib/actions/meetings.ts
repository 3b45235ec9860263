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
export const settleTopic = defineAction(topicSettle, settle)

/** Sends the agenda to those its topics concern. */
export const sendAgenda = defineAction(agendaSend, send, {
  say: ({ units, people }, t) => t('meeting.sentTo', { units, people }),
})
export const cancelMeeting = defineAction(meetingCancel, cancel)
export const saveRhythm = defineAction(rhythm, setRhythm, { say: 'saved' })
