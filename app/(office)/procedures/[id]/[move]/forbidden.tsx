import { DeadEnd } from '@/components/shell/dead-end'
import { refusalNumber } from '@/lib/auth/refusal-number'
import { currentAccount } from '@/lib/auth/require-actor'
import { whomToCall } from '@/lib/auth/whom-to-call'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'

/** A step of a procedure that is not this role's to record: who may is said. */
export default async function MoveForbidden() {
  const account = await currentAccount()
  const t = translator(account?.locale ?? (await requestLocale()))
  return <DeadEnd kind="moveForbidden" number={await refusalNumber()} call={await whomToCall()} t={t} />
}
