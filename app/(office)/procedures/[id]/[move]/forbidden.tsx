import { DeadEnd } from '@/components/shell/dead-end'
import { currentAccount } from '@/lib/auth/require-actor'
import { isLocale } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'

/** A step of a procedure that is not this role's to record: who may is said. */
export default async function MoveForbidden() {
  const account = await currentAccount()
  return (
    <DeadEnd
      kind="moveForbidden"
      t={translator(account && isLocale(account.locale) ? account.locale : await requestLocale())}
    />
  )
}
