import 'server-only'
import { officePhone } from '@/lib/data/office-phone'
import { helpLine } from '@/lib/help-line'
import { actorOf } from './actor'
import { currentAccount } from './require-actor'

/** The help line, else the office's phone for whoever is signed in; a stranger learns nobody's number. */
export async function whomToCall(): Promise<{ phone: string | null; name?: string }> {
  const line = helpLine()
  if (line) return { phone: line }
  const account = await currentAccount()
  return (account && (await officePhone(actorOf(account)))) || { phone: null }
}
