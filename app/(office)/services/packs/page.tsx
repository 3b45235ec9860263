import { forbidden } from 'next/navigation'
import { PackFigures } from '@/components/pack/pack-figures'
import { PackFilterBar } from '@/components/pack/pack-filter'
import { HandForm, PrepareForm, SlipForm } from '@/components/pack/pack-forms'
import { packQuery, packsHref } from '@/components/pack/pack-link'
import { BatchTable, PackCards, PackTable } from '@/components/pack/pack-table'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listPacks, loadPackMonths } from '@/lib/data/pack-list'
import { packsFigures } from '@/lib/data/packs-figures'
import { relationFor } from '@/lib/domain/access'
import { yearOf, ymd } from '@/lib/domain/plain-date'
import { SEES_OVERVIEW, SEES_PACKS } from '@/lib/domain/sight'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { PACK_TABS, packFilter } from '@/lib/schemas/gift-pack'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('pack.title')

export default async function PacksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_PACKS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = packFilter.parse(asks)
  const period = { from: filter.from ?? ymd(yearOf(today), 1, 1), to: filter.to ?? today }
  const counting = filter.tab === 'figures'
  const [page, months, figures] = await Promise.all([
    listPacks(actor, filter, today),
    counting ? loadPackMonths(actor, filter, period) : [],
    counting ? packsFigures(actor, period, { taskforceId: filter.taskforce ?? null }) : [],
  ])
  const formKey = () => issueFormKey(actor.userId)
  const hands = relationFor(actor.role, 'pack.hand') !== null
  const prepares = relationFor(actor.role, 'pack.prepare') !== null
  const asked = packQuery(filter, { tab: undefined }) !== ''
  return (
    <div className="flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        {SEES_OVERVIEW.has(actor.role) && (
          <Link href="/services" className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11">
            {t('service.nav')}
          </Link>
        )}
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('pack.title')}</h1>
        <TaskTabs
          label={t('pack.tabs')}
          tabs={PACK_TABS.map((tab) => ({
            name: tab,
            text: t(`pack.tab.${tab}`),
            href: packsHref({ from: filter.from, to: filter.to }, { tab }),
            on: filter.tab === tab,
            ...(tab !== 'figures' && { n: page.counts[tab] }),
          }))}
        />
      </header>
      <Misread parts={misread(packFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {counting && (
        <div className="min-h-0 flex-1 overflow-auto print:overflow-visible">
          <PackFigures months={months} period={period} figures={figures} t={t} />
        </div>
      )}
      {filter.tab === 'batches' && (
        <div className="min-h-0 flex-1 overflow-auto">
          {prepares && (
            <details className="no-print border-b border-divider px-4 py-2 sm:px-6">
              <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                {t('pack.prepare.title')}
              </summary>
              <div className="py-2">
                <PrepareForm key={page.batches.length} formKey={formKey} today={today} t={t} />
              </div>
            </details>
          )}
          {page.batches.length === 0 ? (
            <p className="px-4 pt-24 text-center text-lg font-semibold">{t('pack.noBatches')}</p>
          ) : (
            <section tabIndex={0} aria-label={t('pack.tab.batches')} className="overflow-x-auto">
              <BatchTable rows={page.batches} today={today} locale={locale} />
            </section>
          )}
        </div>
      )}
      {filter.tab === 'packs' && (
        <>
          <PackFilterBar filter={filter} batches={page.batches} t={t} />
          {hands && (
            <div className="no-print border-t border-divider px-4 py-1 sm:px-6">
              <details>
                <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                  {t('pack.hand.title')}
                </summary>
                <div className="py-2">
                  <HandForm batches={page.batches} formKey={formKey} today={today} t={t} />
                </div>
              </details>
              <details>
                <summary className="inline-flex min-h-8 cursor-pointer items-center text-link max-sm:min-h-11">
                  {t('pack.slip.title')}
                </summary>
                <div className="py-2">
                  <SlipForm formKey={formKey} t={t} />
                </div>
              </details>
            </div>
          )}
          {page.rows.length === 0 ? (
            <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
              <p className="text-lg font-semibold">{t(asked ? 'pack.empty' : 'pack.noneYet')}</p>
              <p className="mt-1 text-ink-2">{t(asked ? 'pack.emptyHint' : 'pack.noneYetHint')}</p>
              {asked && (
                <Link href={packsHref({})} className="btn mt-5">
                  {t('pack.showAll')}
                </Link>
              )}
            </div>
          ) : (
            <>
              <section
                tabIndex={0}
                className="under-heads relative hidden min-h-0 flex-1 overflow-auto border-t border-control sm:block print:overflow-visible"
                aria-label={t('pack.tab.packs')}
              >
                <PackTable rows={page.rows} formKey={formKey} today={today} t={t} />
              </section>
              <div className="sm:hidden">
                <PackCards rows={page.rows} formKey={formKey} today={today} t={t} />
              </div>
            </>
          )}
          <ListFoot
            totals={[
              t('pack.total', { n: page.total }),
              t('pack.reached', { n: page.reached }),
              t('pack.cost', { amount: amountText(BigInt(page.costFen), locale) }),
            ]}
            doors={[
              { href: `/services/print/packs${packQuery(filter)}`, label: t('service.printed.print') },
              { href: `/api/export/packs${packQuery(filter)}`, label: t('pack.export'), file: true },
            ]}
            page={filter.page}
            total={page.total}
            hrefOf={(n) => packsHref(filter, { page: n })}
            t={t}
          />
        </>
      )}
    </div>
  )
}
