import 'server-only'
import { headers } from 'next/headers'

/** Address of the product as its users type it; production sets it, a demo answers on any. */
const configured = (): string | undefined => process.env.APP_ORIGIN

export const isSecureOrigin = (): boolean => configured()?.startsWith('https://') ?? false

/**
 * Whether a form was sent by one of our own pages.
 *
 * Next's own check lets a request without `Origin` through and trusts `X-Forwarded-Host`; this one does neither. A browser
 * too old to say where it comes from is judged by the signed form key alone.
 *
 * @returns 'same', 'foreign', or 'unknown' when the browser says nothing
 */
export async function originOfRequest(): Promise<'same' | 'foreign' | 'unknown'> {
  const sent = await headers()
  const site = sent.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return 'foreign'
  const origin = sent.get('origin')
  if (!origin) return site ? 'same' : 'unknown'
  const own = configured()
  if (own) return origin === own ? 'same' : 'foreign'
  try {
    return new URL(origin).host === sent.get('host') ? 'same' : 'foreign'
  } catch {
    return 'foreign'
  }
}

/** Address of the other end, as the server saw it (scripts/start.mjs sets it from the socket, or from a trusted proxy). */
export const clientAddress = async (): Promise<string | null> => (await headers()).get('x-client-address')
