import nodemailer from 'nodemailer'
import type { DueDelivery, Sent } from '@/lib/schemas/channel'
import type { Composed } from './compose'

const TIMEOUT_MS = 15_000
const TLS_PORT = 465
/** Ports on which whoever runs the server has a mail server of his own, in the clear. */
const isLocal = (host: string): boolean => host === '127.0.0.1' || host === 'localhost' || host === '::1'

type Mail = Extract<DueDelivery['to'], { channel: 'EMAIL' }>

/**
 * Sends one mail 电子邮件; it never throws.
 *
 * A server that will not have the receiver is believed: the address is not tried again. Every mail has an id of its own, so
 * that one sent again after a crash is seen to be the same.
 */
export async function sendMail(id: string, to: Mail, { subject, text }: Composed): Promise<Sent> {
  const { host, port, user, from } = to.settings
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: port === TLS_PORT,
    // Never in the clear over somebody else's network.
    requireTLS: port !== TLS_PORT && !isLocal(host),
    ...(user ? { auth: { user, pass: to.password } } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: to.address },
      subject,
      text,
      messageId: `<${id}@${from.split('@')[1] ?? 'localhost'}>`,
    })
    return { ok: true }
  } catch (error) {
    const { responseCode = 0, command = '', code } = error as { responseCode?: number; command?: string; code?: string }
    const refused = responseCode >= 500 && command.startsWith('RCPT')
    return { ok: false, error: [code, responseCode || ''].filter(Boolean).join(' ') || 'MAIL_FAILED', refused }
  } finally {
    transport.close()
  }
}
