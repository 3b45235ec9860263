import { createHmac } from 'node:crypto'
import { allowedHosts, mayCall } from '@/lib/domain/delivery'
import type { DueDelivery, Sent } from '@/lib/schemas/channel'
import type { Composed } from './compose'

const TIMEOUT_MS = 10_000
/** What a robot says is read this far. */
const ANSWER_BYTES = 4_096

type Robot = Extract<DueDelivery['to'], { channel: 'ROBOT' }>
type Call = Readonly<{ url: URL; body: string; headers: Readonly<Record<string, string>> }>

/** A call as the robot wants it signed: 钉钉 in the address, any other in a header; 企业微信 has its key in the address. */
export function signedCall(id: string, to: Robot, { text }: Composed, now: Date): Call {
  const url = new URL(to.url)
  const stamp = String(now.getTime())
  const json = { 'content-type': 'application/json; charset=utf-8' }
  if (to.settings.dialect === 'SIGNED') {
    const body = JSON.stringify({ id, text })
    const mark = createHmac('sha256', to.key).update(`${stamp}.${body}`).digest('hex')
    return {
      url,
      body,
      headers: { ...json, 'x-timestamp': stamp, 'x-signature': `sha256=${mark}`, 'idempotency-key': id },
    }
  }
  if (to.settings.dialect === 'DINGTALK' && to.key) {
    url.searchParams.set('timestamp', stamp)
    url.searchParams.set('sign', createHmac('sha256', to.key).update(`${stamp}\n${to.key}`).digest('base64'))
  }
  return { url, body: JSON.stringify({ msgtype: 'text', text: { content: text } }), headers: json }
}

/**
 * Calls a robot 群机器人; it never throws. Only an address that may be called is, and nothing it points to instead.
 */
export async function callRobot(id: string, to: Robot, message: Composed, now: Date): Promise<Sent> {
  const failed = (error: string): Sent => ({ ok: false, error, refused: false })
  if (!URL.canParse(to.url)) return failed('CHANNEL_URL')
  const { url, body, headers } = signedCall(id, to, message, now)
  const { protocol, hostname, port } = url
  if (!mayCall({ protocol, host: hostname, port }, allowedHosts(process.env.NOTICE_HOSTS)))
    return failed('CHANNEL_HOST')
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answer = (await response.text()).slice(0, ANSWER_BYTES)
    if (!response.ok) return failed(`HTTP ${response.status}`)
    // Both say 200 to what they refuse, with a code beside it.
    const code = /"errcode"\s*:\s*(-?\d+)/.exec(answer)?.[1]
    return code && code !== '0' ? failed(`errcode ${code}`) : { ok: true }
  } catch (error) {
    return failed(error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.name) : 'FAILED')
  }
}
