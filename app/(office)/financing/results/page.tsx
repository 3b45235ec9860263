import { forbidden } from 'next/navigation'
import { FinancingHead } from '@/components/financing/financing-head'
import { resultQuery, resultsHref } from '@/components/financing/financing-link'
import { sumTexts } from '@/components/financing/money-totals'
import { ResultCards, ResultTable } from '@/components/financing/result-table'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { type Chip, Chips, ListFilter } from '@/components/ui/list-filter'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { financingChoices, listResults } from '@/lib/data/financing-list'
import { relationFor } from '@/lib/domain/access'
import { FINANCING_REASONS } from '@/lib/domain/financing/need'
import { OPENS_NEEDS } from '@/lib/domain/sight'
import { type Translator, translator } from '@/lib/i18n/translator'
import { RESULT_VIEWS, type ResultFilter, resultFilter } from '@/lib/schemas/financing'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('financing.section.results')

/** 对接结果: what banks made of needs. */
export default async function ResultsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!OPENS_NEEDS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = resultFilter.parse(asks)
  const [page, { banks }] = await Promise.all([listResults(actor, filter, today), financingChoices(actor, today)])
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <FinancingHead role={actor.role} here="results" t={t} />
      <div className="no-print px-2 pt-1 sm:px-4">
        <TaskTabs
          label={t('financing.views')}
          tabs={RESULT_VIEWS.map((view) => ({
            name: view,
            text: t(`financing.resultView.${view}`),
            href: resultsHref(filter, { view }),
            on: filter.view === view,
          }))}
        />
      </div>
      <Misread parts={misread(resultFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {relationFor(actor.role, 'financing.hold') !== null && (
        <p className="no-print px-4 pt-2 sm:px-6">
          <Link href="/financing/import" className="inline-flex items-center text-link max-sm:min-h-11">
            {t('financing.imports.open')}
          </Link>
        </p>
      )}
      <Filter filter={filter} banks={banks} t={t} />
      {page.rows.length === 0 ? (
        <p className="border-t border-control px-4 pt-24 text-center text-lg font-semibold">
          {t('financing.noResults')}
        </p>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.7]"
            aria-label={t('financing.section.results')}
          >
            <ResultTable rows={page.rows} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <ResultCards rows={page.rows} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[t('financing.total', { n: page.total }), ...sumTexts(page.sums, t), t('financing.notSummed')]}
        doors={
          relationFor(actor.role, 'financing.export') === null
            ? []
            : [
                {
                  href: `/api/export/financing-results${resultQuery(filter)}`,
                  label: t('financing.exportResults'),
                  file: true,
                },
              ]
        }
        page={filter.page}
        total={page.total}
        hrefOf={(n) => resultsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}

function Filter({
  filter,
  banks,
  t,
}: {
  filter: ResultFilter
  banks: readonly Readonly<{ id: string; name: string }>[]
  t: Translator
}) {
  const conditions = [
    ...(banks.length > 1
      ? [{ name: 'bank', label: t('financing.filter.bank'), value: filter.bank, options: banks, first: true }]
      : []),
    {
      name: 'reason',
      label: t('financing.filter.reason'),
      value: filter.reason,
      options: FINANCING_REASONS.map((id) => ({ id, name: t(`financing.reason.${id}`) })),
      first: true,
    },
  ]
  const set = [
    ...conditions.map(({ name, label, value, options }) => ({
      name,
      label,
      text: value === undefined ? undefined : (options.find(({ id }) => id === value)?.name ?? '—'),
    })),
    {
      name: 'payment',
      label: t('financing.filter.payment'),
      text: filter.payment && t(`financing.payment.${filter.payment}`),
    },
    {
      name: 'channel',
      label: t('financing.filter.channel'),
      text: filter.channel && t(`financing.channel.${filter.channel}`),
    },
    {
      name: 'from',
      label: t('financing.filter.decided'),
      text: filter.from && t('financing.filter.from', { day: filter.from }),
    },
    {
      name: 'to',
      label: t('financing.filter.decided'),
      text: filter.to && t('financing.filter.to', { day: filter.to }),
    },
    { name: 'taskforce', label: t('financing.filter.taskforce'), text: filter.taskforce && t('financing.filter.this') },
  ]
  const chips = set.flatMap(({ name, label, text }): Chip[] =>
    text
      ? [
          {
            name,
            label,
            text,
            href: resultsHref(filter, { [name]: undefined }),
            drop: t('financing.filter.remove', { name: label }),
          },
        ]
      : [],
  )
  return (
    <>
      <ListFilter
        action="/financing/results"
        search={{
          label: t('financing.filter.name'),
          placeholder: t('financing.filter.namePlaceholder'),
          value: filter.q,
        }}
        conditions={conditions}
        resetHref={resultsHref({ view: filter.view })}
        words={{
          label: t('financing.filter.label'),
          all: t('financing.filter.all'),
          more: t('financing.filter.more'),
          reset: t('financing.filter.reset'),
          go: t('financing.filter.go'),
        }}
      >
        {(['view', 'from', 'to', 'taskforce', 'channel', 'payment'] as const).map(
          (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
        )}
      </ListFilter>
      <Chips chips={chips} label={t('financing.filter.chips')} className="px-4 pb-2.5 sm:px-6" />
    </>
  )
}
