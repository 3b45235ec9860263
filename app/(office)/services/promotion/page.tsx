import { forbidden } from 'next/navigation'
import { PartyTable, PromotionTable, PushTable } from '@/components/promotion/promotion-tables'
import { addressIn, ServiceFilter } from '@/components/service/service-filter'
import { ServiceHead } from '@/components/service/service-tabs'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listPromotions } from '@/lib/data/promotion-list'
import { relationFor } from '@/lib/domain/access'
import { PROMOTION_LEVELS, PROMOTION_LISTS, PROMOTION_STATES } from '@/lib/domain/promotion'
import { SEES_PROMOTIONS } from '@/lib/domain/sight'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { PARTY_MONEY, PROMOTION_VIEWS, promotionFilter } from '@/lib/schemas/promotion'

export const generateMetadata = pageTitle('promotion.title')

const PATH = '/services/promotion'
const DEFAULTS = { view: 'projects' }

export default async function PromotionsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_PROMOTIONS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = promotionFilter.parse(asks)
  const { view, money } = filter
  const page = await listPromotions(actor, filter)
  const hrefOf = addressIn(PATH, DEFAULTS)
  const amount = (fen: bigint) => amountText(fen, locale)
  const sums = {
    projects: [
      t('promotion.total', { n: page.total }),
      t('promotion.sum.intended', { sum: amount(page.intendedFen) }),
      t('promotion.sum.signed', { sum: amount(page.signedFen) }),
      t('promotion.sum.paid', { sum: amount(page.paidFen) }),
    ],
    pushes: [t('promotion.pushTotal', { n: page.total, projects: page.pushed, sum: amount(page.statedFen) })],
    // Where one kind of money is asked for, the sum is of that one alone.
    parties: [
      t('promotion.partyTotal', { n: page.total }),
      ...PARTY_MONEY.filter((name) => !money || money === name).map((name) =>
        t(`promotion.sum.${name}`, { sum: amount(page[`${name}Fen`]) }),
      ),
    ],
  }
  return (
    <div className="flex flex-col sm:h-full print:block print:h-auto">
      <ServiceHead title={t('promotion.title')} on="promotion" role={actor.role} t={t}>
        {relationFor(actor.role, 'promotion.propose') && (
          <Link href={`${PATH}/new`} className="text-link">
            {t('promotion.propose')}
          </Link>
        )}
        {relationFor(actor.role, 'promotion.push') && (
          <Link href={`${PATH}/push`} className="text-link">
            {t('promotion.push')}
          </Link>
        )}
      </ServiceHead>
      <div className="flex border-b border-divider px-4 pt-1 sm:px-6">
        <TaskTabs
          label={t('promotion.views')}
          tabs={PROMOTION_VIEWS.map((name) => ({
            name,
            text: t(`promotion.view.${name}`),
            href: hrefOf({ from: filter.from, to: filter.to, taskforce: filter.taskforce }, { view: name }),
            on: name === view,
          }))}
        />
      </div>
      <Misread parts={misread(promotionFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <ServiceFilter
        path={PATH}
        filter={filter}
        keeps={['view']}
        defaults={DEFAULTS}
        placeholder={t('promotion.search')}
        conditions={[
          {
            name: 'state',
            label: t('promotion.column.state'),
            value: filter.state,
            options: PROMOTION_STATES.map((id) => ({ id, name: t(`promotion.state.${id}`) })),
            first: true,
          },
          {
            name: 'level',
            label: t('promotion.column.level'),
            value: filter.level,
            options: PROMOTION_LEVELS.map((id) => ({ id, name: t(`promotion.level.${id}`) })),
            first: true,
          },
          {
            name: 'list',
            label: t('promotion.column.list'),
            value: filter.list,
            options: PROMOTION_LISTS.map((id) => ({ id, name: t(`promotion.list.${id}`) })),
          },
          {
            name: 'money',
            label: t('promotion.column.money'),
            value: filter.money,
            options: view === 'parties' ? PARTY_MONEY.map((id) => ({ id, name: t(`promotion.column.${id}`) })) : [],
          },
        ].filter(({ options }) => options.length > 0)}
        t={t}
      />
      {page.total === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t('promotion.empty')}</p>
          <p className="mt-1 text-ink-2">{t('promotion.emptyHint')}</p>
        </div>
      ) : view === 'pushes' ? (
        <PushTable rows={page.pushes} today={today} locale={locale} />
      ) : view === 'parties' ? (
        <PartyTable rows={page.parties} today={today} locale={locale} />
      ) : (
        <PromotionTable rows={page.rows} today={today} locale={locale} />
      )}
      <ListFoot
        totals={sums[view]}
        doors={
          view === 'projects'
            ? [
                {
                  href: `/services/print/promotion${hrefOf(filter).replace(PATH, '')}`,
                  label: t('service.printed.print'),
                },
                {
                  href: `/api/export/services/promotion${hrefOf(filter).replace(PATH, '')}`,
                  label: t('service.export'),
                  file: true,
                },
              ]
            : []
        }
        page={filter.page}
        total={page.total}
        hrefOf={(n) => hrefOf(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
