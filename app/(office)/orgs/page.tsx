import { forbidden } from 'next/navigation'
import { listHref } from '@/components/admin/admin-link'
import { OrgTable } from '@/components/admin/org-table'
import { Link } from '@/components/ui/link'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listOrgs } from '@/lib/data/org-list'
import { relationFor, SEES_ACCOUNTS, SEES_ORGS, SIGHT } from '@/lib/domain/access'
import { ORG_KINDS } from '@/lib/domain/administration'
import { translator } from '@/lib/i18n/translator'
import { orgFilter } from '@/lib/schemas/administration'

export const generateMetadata = pageTitle('orgs.title')

export default async function OrgsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_ORGS.has(actor.role)) forbidden()
  const t = translator(locale)
  const filter = orgFilter.parse(await searchParams)
  const rows = await listOrgs(actor, filter)
  const opens = { accounts: SEES_ACCOUNTS.has(actor.role), projects: SIGHT.project[actor.role] !== undefined }
  const asked = listHref('/orgs', filter) !== '/orgs'
  const choices = [
    ['kind', filter.kind, ORG_KINDS.map((kind) => [kind, t(`orgs.kinds.${kind}`)] as const)],
    [
      'state',
      filter.state,
      (['active', 'dissolved'] as const).map((state) => [state, t(`orgs.states.${state}`)] as const),
    ],
  ] as const
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
      <form action="/orgs" className="mb-4 flex flex-wrap items-end gap-3" aria-label={t('orgs.filter')}>
        <label className="min-w-40 flex-1 sm:max-w-60">
          <span className="mb-1 block text-sm text-ink-2">{t('orgs.search')}</span>
          <input name="q" type="search" defaultValue={filter.q} className="field" maxLength={60} />
        </label>
        {choices.map(([name, value, options]) => (
          <label key={name} className="min-w-32 max-sm:flex-1">
            <span className="mb-1 block text-sm text-ink-2">{t(`orgs.${name}`)}</span>
            <select name={name} defaultValue={value ?? ''} className="field">
              <option value="">{t('accounts.all')}</option>
              {options.map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className="btn">
          {t('accounts.find')}
        </button>
        {asked && (
          <Link href="/orgs" className="btn btn-text">
            {t('accounts.clear')}
          </Link>
        )}
      </form>
      {rows.length === 0 ? (
        <p className="py-8 text-ink-2">{t('orgs.none')}</p>
      ) : (
        <OrgTable rows={rows} opens={opens} t={t} />
      )}
      <p className="py-2 text-sm text-ink-2">{t('orgs.count', { n: rows.length })}</p>
    </div>
  )
}
