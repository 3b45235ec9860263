'use server'

import {
  channelTestOf,
  prepareChannelTest,
  saveMailChannel as saveMail,
  saveRobotChannel as saveRobot,
  setMailAddress as setAddress,
} from '@/lib/data/channels'
import { err } from '@/lib/domain/result'
import { send } from '@/lib/post/send'
import { channelTest, mailAddress, mailChannel, robotChannel } from '@/lib/schemas/channel'
import { defineAction } from './define-action'

export const saveMailChannel = defineAction(mailChannel, saveMail, { say: 'saved' })
export const saveRobotChannel = defineAction(robotChannel, saveRobot, { say: 'saved' })
/** Where somebody's own messages are sent. */
export const setMailAddress = defineAction(mailAddress, setAddress, { say: 'saved' })

/** Sends a test message and says what was answered. */
export const testChannel = defineAction(
  channelTest,
  async (actor, input, options) => {
    const ready = await prepareChannelTest(actor, input, options)
    if (!ready.ok) return ready
    const due = await channelTestOf(actor, input)
    const sent = due ? await send(due) : null
    if (!sent) return err({ code: 'CHANNEL_OFF' })
    return sent.ok ? ready : err({ code: 'CHANNEL_TEST_FAILED', answer: sent.error })
  },
  { say: (_value, t) => t('channel.tested') },
)
