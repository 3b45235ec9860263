import clsx from 'clsx'
import { RoleCard } from '@/components/help/role-card'
import { PaperBar } from '@/components/project/paper-bar'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { currentAccount } from '@/lib/auth/require-actor'
import { ROLES } from '@/lib/domain/access'
import { helpLine } from '@/lib/help-line'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('help.cards')

export default async function CardPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { role } = await searchParams
  const account = await currentAccount()
  const t = translator(account?.locale ?? (await requestLocale()))
  const chosen = ROLES.find((one) => one === role)
  // One's own first: on a phone the last of fifteen cards is far away.
  const own = account?.role
  const ordered = [...ROLES.filter((one) => one === own), ...ROLES.filter((one) => one !== own)]
  return (
    <>
      <PaperBar back="/help" t={t}>
        <h1 className="font-semibold">{t('help.cards')}</h1>
      </PaperBar>
      <nav
        aria-label={t('help.roles')}
        className="no-print mx-auto flex w-full max-w-[490px] flex-wrap gap-x-4 gap-y-1 px-6 pt-4"
      >
        {ordered.map((one) => (
          <Link
            key={one}
            href={`/help/card?role=${one}`}
            aria-current={one === chosen ? 'page' : undefined}
            className={clsx(
              'inline-flex min-h-8 items-center max-sm:min-h-11',
              one === chosen ? 'font-semibold' : 'text-link',
            )}
          >
            {t(`shell.roles.${one}`)}
          </Link>
        ))}
        {chosen && (
          <Link href="/help/card" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('help.allCards')}
          </Link>
        )}
      </nav>
      {(chosen ? [chosen] : ordered).map((each) => (
        <RoleCard key={each} role={each} phone={helpLine()} address={process.env.APP_ORIGIN ?? null} t={t} />
      ))}
    </>
  )
}
