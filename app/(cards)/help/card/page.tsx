import { RoleCard } from '@/components/help/role-card'
import { PaperBar } from '@/components/project/paper-bar'
import { pageTitle } from '@/lib/auth/page-title'
import { currentAccount } from '@/lib/auth/require-actor'
import { ROLES, type Role } from '@/lib/domain/access'
import { helpLine } from '@/lib/help-line'
import { isLocale } from '@/lib/i18n/locale'
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
  const t = translator(account && isLocale(account.locale) ? account.locale : await requestLocale())
  const roles = ROLES.includes(role as Role) ? [role as Role] : ROLES
  return (
    <>
      <PaperBar back="/help" t={t}>
        <h1 className="font-semibold">{t('help.cards')}</h1>
      </PaperBar>
      {roles.map((each) => (
        <RoleCard key={each} role={each} phone={helpLine()} address={process.env.APP_ORIGIN ?? null} t={t} />
      ))}
    </>
  )
}
