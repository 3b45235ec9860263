import { forbidden } from 'next/navigation'
import { outboundHref, outboundQuery } from '@/components/outbound/outbound-link'
import { OutboundCards, OutboundTable } from '@/components/outbound/outbound-parts'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { DayFilter } from '@/components/ui/day-filter'
import { EmptyList } from '@/components/ui/empty-list'
import { Link } from '@/components/ui/link'
import { Chips } from '@/components/ui/list-filter'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listOutbound } from '@/lib/data/outbound-list'
import { relationFor } from '@/lib/domain/access'
import { CURRENCIES } from '@/lib/domain/foreign-money'
import { COUNTRIES } from '@/lib/domain/outbound'
import { SEES_OVERVIEW, SEES_SERVICES } from '@/lib/domain/sight'
import { foreignText } from '@/lib/i18n/enterprise-text'
import { listed } from '@/lib/i18n/joined'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { OUTBOUND_TABS, outboundFilter } from '@/lib/schemas/outbound'

export const generateMetadata = pageTitle('outbound.title')

export default async function OutboundPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_SERVICES.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = outboundFilter.parse(asks)
  const page = await listOutbound(actor, filter)
  const scoped = [
    { name: 'enterprise', label: t('outbound.filter.enterprise'), text: t('outbound.filter.thisEnterprise') },
    { name: 'taskforce', label: t('outbound.filter.taskforce'), text: t('outbound.filter.thisTaskforce') },
  ] as const
  const sums = listed(
    page.sums.map((sum) => foreignText(sum, locale)),
    t,
  )
  return (
    <div className="flex flex-col sm:h-full">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        {SEES_OVERVIEW.has(actor.role) && (
          <Link href="/services" className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11">
            {t('service.nav')}
          </Link>
        )}
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('outbound.title')}</h1>
        <TaskTabs
          label={t('outbound.tabs')}
          tabs={OUTBOUND_TABS.map((tab) => ({
            name: tab,
            text: t(`outbound.tab.${tab}`),
            href: outboundHref(filter, { kind: tab }),
            on: filter.kind === tab,
            n: page.counts[tab],
          }))}
        />
        {relationFor(actor.role, 'outbound.record') !== null && (
          <Link
            href="/services/outbound/new"
            className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11"
          >
            {t('outbound.record')}
          </Link>
        )}
      </header>
      <Misread parts={misread(outboundFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <DayFilter
        action="/services/outbound"
        label={t('outbound.filter.label')}
        search={{ name: 'q', label: t('outbound.filter.name'), placeholder: '', value: filter.q }}
        picks={[
          {
            name: 'country',
            label: t('outbound.filter.country'),
            value: filter.country,
            options: COUNTRIES.map((id) => ({ id, name: t(`outbound.country.${id}`) })),
          },
          {
            name: 'currency',
            label: t('outbound.filter.currency'),
            value: filter.currency,
            options: CURRENCIES.map((id) => ({ id, name: t(`outbound.currency.${id}`) })),
          },
        ]}
        days={[
          { name: 'from', label: t('outbound.filter.from'), value: filter.from },
          { name: 'to', label: t('outbound.filter.to'), value: filter.to },
        ]}
        kept={(['kind', 'enterprise', 'taskforce'] as const).map((name) => ({ name, value: filter[name] }))}
        resetHref={outboundHref({ kind: filter.kind })}
        words={{ all: t('outbound.filter.all'), find: t('outbound.filter.find'), clear: t('outbound.filter.clear') }}
      />
      <Chips
        chips={scoped
          .filter(({ name }) => filter[name])
          .map((chip) => ({
            ...chip,
            href: outboundHref(filter, { [chip.name]: undefined }),
            drop: t('outbound.filter.remove', { name: chip.label }),
          }))}
        label={t('outbound.filter.chips')}
        className="px-4 pb-2.5 sm:px-6"
      />
      {page.rows.length === 0 ? (
        <EmptyList title={t('outbound.none')} hint={t('outbound.noneHint')} />
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block"
            aria-label={t('outbound.title')}
          >
            <OutboundTable rows={page.rows} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <OutboundCards rows={page.rows} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('outbound.total', { n: page.total }),
          ...(sums ? [t('outbound.sums', { list: sums })] : []),
          ...(page.sums.length > 1 ? [t('outbound.apart')] : []),
        ]}
        doors={[
          { href: `/services/print/outbound${outboundQuery(filter)}`, label: t('service.printed.print') },
          { href: `/api/export/outbound${outboundQuery(filter)}`, label: t('outbound.export'), file: true },
        ]}
        page={filter.page}
        total={page.total}
        hrefOf={(n) => outboundHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
