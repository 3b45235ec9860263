import { forbidden } from 'next/navigation'
import { addressIn, ServiceFilter } from '@/components/service/service-filter'
import { ServiceHead } from '@/components/service/service-tabs'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { UpgradeTable } from '@/components/upgrade/upgrade-table'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listPolicies, listUpgrades } from '@/lib/data/upgrade-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_UPGRADES } from '@/lib/domain/sight'
import { UPGRADE_KINDS, UPGRADE_STATES } from '@/lib/domain/upgrade'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { UPGRADE_TABS, upgradeFilter } from '@/lib/schemas/upgrade'

export const generateMetadata = pageTitle('upgrade.title')

const PATH = '/services/upgrades'
const DEFAULTS = { state: 'stock' }

export default async function UpgradesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_UPGRADES.has(actor.role)) forbidden()
  const t = translator(locale)
  const asks = await searchParams
  const filter = upgradeFilter.parse(asks)
  const [page, policies] = await Promise.all([listUpgrades(actor, filter), listPolicies(actor.districtId)])
  const hrefOf = addressIn(PATH, DEFAULTS)
  const all = UPGRADE_STATES.reduce((sum, state) => sum + (page.counts[state] ?? 0), 0)
  const counts = { stock: all - (page.counts.WITHDRAWN ?? 0), all, ...page.counts }
  const amount = (fen: bigint) => amountText(fen, locale)
  return (
    <div className="flex flex-col sm:h-full print:block print:h-auto">
      <ServiceHead title={t('upgrade.title')} on="upgrades" role={actor.role} t={t}>
        <Link href={`${PATH}/policies`} className="text-link">
          {t('upgrade.policies')}
        </Link>
        {relationFor(actor.role, 'upgrade.enter') && (
          <Link href={`${PATH}/new`} className="text-link">
            {t('upgrade.enter')}
          </Link>
        )}
      </ServiceHead>
      <div className="flex border-b border-divider px-4 pt-1 sm:px-6">
        <TaskTabs
          label={t('upgrade.tabs')}
          tabs={UPGRADE_TABS.map((tab) => ({
            name: tab,
            text: tab === 'stock' || tab === 'all' ? t(`upgrade.tab.${tab}`) : t(`upgrade.state.${tab}`),
            href: hrefOf(filter, { state: tab }),
            on: filter.state === tab,
            n: counts[tab] ?? 0,
          }))}
        />
      </div>
      <Misread parts={misread(upgradeFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <ServiceFilter
        path={PATH}
        filter={filter}
        keeps={['state']}
        defaults={DEFAULTS}
        placeholder={t('upgrade.search')}
        conditions={[
          {
            name: 'kind',
            label: t('upgrade.column.kinds'),
            value: filter.kind,
            options: UPGRADE_KINDS.map((id) => ({ id, name: t(`upgrade.kind.${id}`) })),
            first: true,
          },
          {
            name: 'policy',
            label: t('upgrade.column.policy'),
            value: filter.policy,
            options: policies.map(({ id, name, number }) => ({ id, name: t('upgrade.policyOf', { name, n: number }) })),
          },
          {
            name: 'finance',
            label: t('upgrade.column.finance'),
            value: filter.finance,
            options: [{ id: '1', name: t('upgrade.needsFinance') }],
          },
        ]}
        t={t}
      />
      {page.total === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t('upgrade.empty')}</p>
          <p className="mt-1 text-ink-2">{t('upgrade.emptyHint')}</p>
        </div>
      ) : (
        <UpgradeTable rows={page.rows} today={businessDay()} locale={locale} />
      )}
      <ListFoot
        totals={[
          t('upgrade.total', { n: page.total, enterprises: page.enterprises }),
          t('upgrade.sum.investment', { sum: amount(page.investmentFen) }),
          t('upgrade.sum.estimated', { sum: amount(page.estimatedFen) }),
          t('upgrade.sum.paid', { sum: amount(page.paidFen) }),
        ]}
        doors={[
          {
            href: `/services/print/upgrades${hrefOf(filter).replace(PATH, '')}`,
            label: t('service.printed.print'),
          },
          {
            href: `/api/export/services/upgrades${hrefOf(filter).replace(PATH, '')}`,
            label: t('service.export'),
            file: true,
          },
        ]}
        page={filter.page}
        total={page.total}
        hrefOf={(n) => hrefOf(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
