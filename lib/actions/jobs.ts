'use server'

import {
  editJob as edit,
  editJobEvent as editEvent,
  offerJob as offer,
  planJobEvent as plan,
  raiseJob as raise,
} from '@/lib/data/job-writes'
import { jobEdit, jobEventEdit, jobEventPlan, jobOffer, jobRaise } from '@/lib/schemas/job'
import { defineAction } from './define-action'

const toEvent = ({ eventId }: { eventId: string }) => `/services/jobs/events/${eventId}`

export const raiseJob = defineAction(jobRaise, raise, { goTo: ({ needId }) => `/services/jobs/${needId}` })
export const editJob = defineAction(jobEdit, edit, { say: 'saved' })
export const planJobEvent = defineAction(jobEventPlan, plan, { goTo: toEvent })
export const editJobEvent = defineAction(jobEventEdit, editEvent, { say: 'saved' })
export const offerJob = defineAction(jobOffer, offer, { say: 'saved' })
