import type { DueDelivery, Sent } from '@/lib/schemas/channel'
import { compose } from './compose'
import { sendMail } from './mail'
import { callRobot } from './robot'

/** Where the system is reached from outside: what the links of a message begin with. */
const origin = (): string =>
  (process.env.APP_ORIGIN || `http://localhost:${process.env.PORT || '3000'}`).replace(/\/+$/, '')

/** Takes a message to where it goes; it never throws. */
export function send(delivery: DueDelivery): Promise<Sent> {
  const { id, to } = delivery
  const message = compose(delivery, origin())
  return to.channel === 'EMAIL' ? sendMail(id, to, message) : callRobot(id, to, message, new Date())
}
