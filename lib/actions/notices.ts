'use server'

import { answerNotice, seeNotice } from '@/lib/data/notice-writes'
import { noticeAnswer, noticeSee } from '@/lib/schemas/notice'
import { defineAction } from './define-action'

/** Opens what somebody was told of; he has looked at it then. */
export const openNotice = defineAction(noticeSee, seeNotice, { goTo: ({ href }) => href })
export const seeAllNotices = defineAction(noticeSee, seeNotice)
/** A reason and a new day. */
export const answerToNotice = defineAction(noticeAnswer, answerNotice, { say: 'saved' })
