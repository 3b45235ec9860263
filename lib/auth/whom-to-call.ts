import 'server-only'
import { officePhone } from '@/lib/data/office-phone'
import { helpLine } from '@/lib/help-line'
import { actorOf } from './actor'
import { currentAccount } from './require-actor'

export type Call = Readonly<{ phone: string | null; name?: string }>

/** Asked with every page, in case it leads nowhere; a number that changed may be told ten minutes late. */
const KEPT_MS = 600_000
const kept = new Map<string, { until: number; call: Call }>()

/** The help line, else the office's phone for whoever is signed in; a stranger learns nobody's number. */
export async function whomToCall(): Promise<Call> {
  const line = helpLine()
  if (line) return { phone: line }
  const account = await currentAccount()
  if (!account) return { phone: null }
  const key = `${account.districtId} ${account.role}`
  const known = kept.get(key)
  if (known && known.until > Date.now()) return known.call
  const call = (await officePhone(actorOf(account))) ?? { phone: null }
  kept.set(key, { until: Date.now() + KEPT_MS, call })
  return call
}
