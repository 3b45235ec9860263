import { Hatches } from '@/components/level/clock-ruler'
import { DemoNote } from '@/components/shell/demo-note'
import { Logo } from '@/components/shell/logo'
import { Link } from '@/components/ui/link'
import { currentAccount } from '@/lib/auth/require-actor'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'
import OfficeLayout from '../(office)/layout'

/** Help stands in the house for whoever lives there, and at its door for everybody else. */
export default async function GuideLayout({ children }: { children: React.ReactNode }) {
  const account = await currentAccount()
  if (account && !account.mustChangePassword) return <OfficeLayout>{children}</OfficeLayout>
  const t = translator(account?.locale ?? (await requestLocale()))
  return (
    <div className="min-h-dvh bg-card">
      <Hatches />
      <header className="no-print flex h-[52px] items-center gap-3 border-b border-divider bg-page px-4 sm:px-8">
        <Logo size={28} />
        <span className="flex-1">
          {t('shell.product')}
          <DemoNote className="ml-4 text-xs text-ink-3" t={t} />
        </span>
        <Link href="/login" className="btn">
          {t('help.toSignIn')}
        </Link>
      </header>
      <main>{children}</main>
    </div>
  )
}
