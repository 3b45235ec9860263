import { forbidden } from 'next/navigation'
import { IntentRows, OccasionSums } from '@/components/intent/intent-rows'
import { addressIn, ServiceFilter } from '@/components/service/service-filter'
import { ServiceHead } from '@/components/service/service-tabs'
import { ListFoot } from '@/components/task/list-foot'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { banksOf, listIntents } from '@/lib/data/intent-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_INTENTS } from '@/lib/domain/sight'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { INTENT_TABS, intentFilter } from '@/lib/schemas/intent'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('intent.title')

const PATH = '/services/appeals/credit'
const DEFAULTS = { state: 'held' }

export default async function CreditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_INTENTS.has(actor.role)) forbidden()
  const t = translator(locale)
  const asks = await searchParams
  const filter = intentFilter.parse(asks)
  const [page, banks] = await Promise.all([
    listIntents(actor, filter),
    actor.role === 'OFFICE' ? banksOf(actor.districtId) : [],
  ])
  const hrefOf = addressIn(PATH, DEFAULTS)
  return (
    <div className="flex flex-col sm:h-full print:block print:h-auto">
      <ServiceHead title={t('intent.title')} on="appeals" role={actor.role} t={t}>
        {relationFor(actor.role, 'intent.record') && (
          <Link href={`${PATH}/new`} className="text-link">
            {t('intent.record')}
          </Link>
        )}
      </ServiceHead>
      <p className="px-4 pt-3 text-ink-2 sm:px-6">
        {t('intent.hint')} {actor.role === 'LEADER' && t('service.ledOnly')}
      </p>
      <Misread parts={misread(intentFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {page.rows && (
        <ServiceFilter
          path={PATH}
          filter={filter}
          keeps={[]}
          defaults={DEFAULTS}
          placeholder={t('intent.search')}
          conditions={[
            {
              name: 'state',
              label: t('intent.column.state'),
              value: filter.state === 'held' ? undefined : filter.state,
              options: INTENT_TABS.filter((tab) => tab !== 'held').map((id) => ({ id, name: t(`intent.tab.${id}`) })),
              unset: t('intent.tab.held'),
              first: true,
            },
            { name: 'bank', label: t('intent.column.bank'), value: filter.bank, options: banks, first: true },
          ].filter(({ options }) => options.length > 0)}
          t={t}
        />
      )}
      {page.total === 0 ? (
        <p className="flex-1 border-t border-control px-4 pt-24 text-center text-lg font-semibold">
          {t('intent.empty')}
        </p>
      ) : page.rows ? (
        <IntentRows
          rows={page.rows}
          withdraws={relationFor(actor.role, 'intent.withdraw') !== null}
          formKey={() => issueFormKey(actor.userId)}
          today={businessDay()}
          locale={locale}
        />
      ) : (
        <OccasionSums page={page} locale={locale} />
      )}
      <ListFoot
        totals={[t('intent.total', { n: page.total, sum: amountText(page.sumFen, locale) })]}
        doors={
          page.rows && relationFor(actor.role, 'ledger.export')
            ? [
                {
                  href: `/api/export/services/credit${hrefOf(filter).replace(PATH, '')}`,
                  label: t('service.export'),
                  file: true,
                },
              ]
            : []
        }
        page={filter.page}
        total={page.total}
        paged={page.rows !== null}
        hrefOf={(n) => hrefOf(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
