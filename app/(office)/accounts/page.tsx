import { forbidden } from 'next/navigation'
import { AccountFilter } from '@/components/admin/account-filter'
import { AccountTable } from '@/components/admin/account-table'
import { listHref } from '@/components/admin/admin-link'
import { Pager } from '@/components/admin/pager'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listAccounts, unitChoices } from '@/lib/data/account-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_ACCOUNTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { accountFilter } from '@/lib/schemas/administration'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('accounts.title')

export default async function AccountsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_ACCOUNTS.has(actor.role)) forbidden()
  const t = translator(locale)
  const asks = await searchParams
  const filter = accountFilter.parse(asks)
  const [{ rows, total, pages }, units] = [
    await listAccounts(actor, filter, new Date()),
    await unitChoices(actor, filter.unit),
  ]
  return (
    <div className="max-w-[1144px] px-4 pt-5 pb-8 sm:px-8">
      <header className="mb-4 flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1">
          <h1 className="text-xl font-semibold sm:text-2xl">{t('accounts.title')}</h1>
          <p className="text-ink-2">{t('accounts.hint')}</p>
        </div>
        <Link href="/accounts/factor" className="btn">
          {t('secondFactor.demand.nav')}
        </Link>
        {relationFor(actor.role, 'change.propose') && (
          <Link href="/accounts/new" className="btn btn-primary">
            {t('accounts.new')}
          </Link>
        )}
      </header>
      <Misread parts={misread(accountFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <AccountFilter filter={filter} units={units} t={t} />
      {rows.length === 0 ? <p className="py-8 text-ink-2">{t('accounts.none')}</p> : <AccountTable rows={rows} t={t} />}
      <Pager
        count={t('accounts.count', { n: total })}
        page={filter.page}
        pages={pages}
        hrefOf={(page) => listHref('/accounts', filter, { page })}
        t={t}
      />
    </div>
  )
}
