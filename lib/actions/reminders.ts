'use server'

import { answerReminder, remindEach, sendReminder } from '@/lib/data/reminders'
import { log } from '@/lib/log'
import { reminder, reminderAnswer, reminders } from '@/lib/schemas/reminder'
import { defineAction } from './define-action'

/** Reminds whoever holds the matter of one project; the row then says so. */
export const remind = defineAction(reminder, sendReminder)

/** A leader's sentence from his first page, where it then stands first among what he said. */
export const instruct = defineAction(reminder, sendReminder, { goTo: () => '/?said=1#sent' })

/** Reminds of several, each by itself; the page it leads to says what became of each. */
export const remindSeveral = defineAction(
  reminders,
  (actor, input, options) =>
    remindEach(actor, input, options, (error) => log.error({ err: error }, 'a reminder could not be sent')),
  { goTo: ({ query, subject }) => `/projects/remind?${query}&subject=${subject}&done=1` },
)

/** The receiver has read it, or answers it. */
export const answerToReminder = defineAction(reminderAnswer, answerReminder)
