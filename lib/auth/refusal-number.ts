import 'server-only'
import { headers } from 'next/headers'

/**
 * The number 编号 a page that leads nowhere bears; the server writes it beside the address into its log
 * (scripts/requests.mjs), so that whoever calls about it can be helped.
 *
 * Next makes these pages with every other page, in case they are wanted: this asks nothing and writes nothing.
 *
 * @returns the first eight letters of the request's nonce, the same however often a page asks
 */
export async function refusalNumber(): Promise<string> {
  const nonce = (await headers()).get('x-nonce') ?? ''
  return Buffer.from(nonce, 'base64').toString('utf8').slice(0, 8).toUpperCase()
}
