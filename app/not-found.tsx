import { DeadEnd } from '@/components/shell/dead-end'
import { currentAccount } from '@/lib/auth/require-actor'
import { isLocale } from '@/lib/i18n/locale'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'

export default async function NotFound() {
  const account = await currentAccount()
  return (
    <main>
      <DeadEnd
        kind="notFound"
        t={translator(account && isLocale(account.locale) ? account.locale : await requestLocale())}
      />
    </main>
  )
}
