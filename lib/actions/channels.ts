'use server'

import {
  saveMailChannel as saveMail,
  saveRobotChannel as saveRobot,
  setMailAddress as setAddress,
} from '@/lib/data/channels'
import { mailAddress, mailChannel, robotChannel } from '@/lib/schemas/channel'
import { defineAction } from './define-action'

export const saveMailChannel = defineAction(mailChannel, saveMail, { say: 'saved' })
export const saveRobotChannel = defineAction(robotChannel, saveRobot, { say: 'saved' })
/** Where somebody's own messages are sent. */
export const setMailAddress = defineAction(mailAddress, setAddress, { say: 'saved' })
