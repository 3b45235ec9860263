import 'server-only'
import { headers } from 'next/headers'
import { log } from '@/lib/log'
import { currentAccount } from './require-actor'

/**
 * The number 编号 a page that leads nowhere bears, so that whoever calls about it can be found in the log.
 *
 * @returns eight letters of the request's nonce, the same however often a page asks
 */
export async function refusalNumber(kind: 'notFound' | 'forbidden'): Promise<string> {
  const asked = await headers()
  const number = Buffer.from(asked.get('x-nonce') ?? '', 'base64')
    .toString('utf8')
    .slice(0, 8)
    .toUpperCase()
  const account = await currentAccount()
  log.info({ number, kind, user: account?.id ?? null, path: asked.get('x-path')?.split('?')[0] }, 'dead end')
  return number
}
