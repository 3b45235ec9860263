'use server'

import { editDecision, removeDecision } from '@/lib/data/decision-edits'
import { recordDecision } from '@/lib/data/decisions'
import { answerInvitation, markAttendance } from '@/lib/data/invitations'
import { closeMeeting, startMeeting } from '@/lib/data/meeting-close'
import { resolveTopic } from '@/lib/data/topic-results'
import { weekKey } from '@/lib/domain/meeting/week'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { meetingOf } from '@/lib/schemas/meeting'
import {
  attendanceMark,
  decisionEdit,
  decisionRecord,
  decisionRemove,
  invitationAnswer,
  meetingClose,
  topicResult,
} from '@/lib/schemas/sitting'
import { answering, defineAction } from './define-action'
import { type FormState, IDLE } from './form-state'

const address = (weekOf: PlainDate, part: string) => `/meetings/${weekKey(isoWeekOf(weekOf))}${part}`

const readFact = (field: string, value: string, locale: Locale) =>
  field === 'tier' ? translator(locale)(`sitting.tier.${value as 'DISTRICT'}`) : value

const record = answering(decisionRecord, recordDecision, {
  say: ({ position }, t) => t('sitting.recorded', { n: position }),
})
const edit = answering(decisionEdit, editDecision, { say: 'saved', read: readFact })
const remove = answering(decisionRemove, removeDecision)
const resolve = answering(topicResult, resolveTopic)

type Answering = (state: FormState, form: FormData) => Promise<Readonly<{ state: FormState }>>
/** The room asks for what is new itself: drawing all its topics again with every sentence would be felt. */
const inRoom = async (answer: Answering, state: FormState, form: FormData): Promise<FormState> => {
  const sent = form instanceof FormData ? form : new FormData()
  return (await answer(Number.isInteger(state?.attempt) ? state : IDLE, sent)).state
}

/** One sentence of the meeting. */
export async function sayDecision(state: FormState, form: FormData): Promise<FormState> {
  return inRoom(record, state, form)
}
/** A decision that was put differently. */
export async function changeDecision(state: FormState, form: FormData): Promise<FormState> {
  return inRoom(edit, state, form)
}
/** A decision that was typed by mistake. */
export async function dropDecision(state: FormState, form: FormData): Promise<FormState> {
  return inRoom(remove, state, form)
}
/** A topic that comes again next time, or not at all. */
export async function putOffTopic(state: FormState, form: FormData): Promise<FormState> {
  return inRoom(resolve, state, form)
}

/** The same on the page where the meeting is closed: it is drawn anew with what is still missing. */
export const mendDecision = defineAction(decisionEdit, editDecision, { say: 'saved', read: readFact })
export const mendTopic = defineAction(topicResult, resolveTopic, { say: 'saved' })

export const startSitting = defineAction(meetingOf, startMeeting, { goTo: ({ weekOf }) => address(weekOf, '/room') })
export const closeSitting = defineAction(meetingClose, closeMeeting, {
  goTo: ({ weekOf, tasks }) => address(weekOf, `/agenda?held=${tasks}`),
})

/** Whoever is called says whether he comes. */
export const answerCall = defineAction(invitationAnswer, answerInvitation, { say: 'saved' })
export const saveAttendance = defineAction(attendanceMark, markAttendance, { say: 'saved' })
