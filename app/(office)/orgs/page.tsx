import { forbidden } from 'next/navigation'
import { OrgFilter } from '@/components/admin/org-filter'
import { OrgTable } from '@/components/admin/org-table'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listOrgs } from '@/lib/data/org-list'
import { relationFor, SIGHT } from '@/lib/domain/access'
import { SEES_ACCOUNTS, SEES_ORGS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { orgFilter } from '@/lib/schemas/administration'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('orgs.title')

export default async function OrgsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_ORGS.has(actor.role)) forbidden()
  const t = translator(locale)
  const asks = await searchParams
  const filter = orgFilter.parse(asks)
  const rows = await listOrgs(actor, filter)
  const opens = { accounts: SEES_ACCOUNTS.has(actor.role), projects: SIGHT.project[actor.role] !== undefined }
  return (
    <div className="max-w-[1144px] px-4 pt-5 pb-8 sm:px-8">
      <header className="mb-4 flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1">
          <h1 className="text-xl font-semibold sm:text-2xl">{t('orgs.title')}</h1>
          <p className="text-ink-2">{t('orgs.hint')}</p>
        </div>
        {relationFor(actor.role, 'change.propose') && (
          <Link href="/orgs/new" className="btn btn-primary">
            {t('orgs.new')}
          </Link>
        )}
      </header>
      <Misread parts={misread(orgFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <OrgFilter filter={filter} t={t} />
      {rows.length === 0 ? (
        <p className="py-8 text-ink-2">{t('orgs.none')}</p>
      ) : (
        <OrgTable rows={rows} opens={opens} t={t} />
      )}
      <p className="py-2 text-sm text-ink-2">{t('orgs.count', { n: rows.length })}</p>
    </div>
  )
}
