'use server'

import { revalidatePath } from 'next/cache'
import { answerNotice, seeNotice } from '@/lib/data/notice-writes'
import { noticeAnswer, noticeSee } from '@/lib/schemas/notice'
import { defineAction } from './define-action'

/** Opens what somebody was told of; he has looked at it then, and the bell on the page it leads to knows. */
export const openNotice = defineAction(
  noticeSee,
  async (actor, input, options) => {
    const seen = await seeNotice(actor, input, options)
    if (seen.ok) revalidatePath('/', 'layout')
    return seen
  },
  { goTo: ({ href }) => href },
)
export const seeAllNotices = defineAction(noticeSee, seeNotice)
/** A reason and a new day. */
export const answerToNotice = defineAction(noticeAnswer, answerNotice, { say: 'saved' })
