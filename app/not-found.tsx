import { DeadEnd } from '@/components/shell/dead-end'
import { DemoNote } from '@/components/shell/demo-note'
import { refusalNumber } from '@/lib/auth/refusal-number'
import { currentAccount } from '@/lib/auth/require-actor'
import { whomToCall } from '@/lib/auth/whom-to-call'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'

export default async function NotFound() {
  const account = await currentAccount()
  const t = translator(account?.locale ?? (await requestLocale()))
  return (
    <main>
      <DeadEnd kind="notFound" number={await refusalNumber()} call={await whomToCall()} t={t} />
      <p className="pb-10 text-center text-xs text-ink-3">
        <DemoNote t={t} />
      </p>
    </main>
  )
}
