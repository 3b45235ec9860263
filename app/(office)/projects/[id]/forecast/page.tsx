import clsx from 'clsx'
import { forbidden, notFound } from 'next/navigation'
import { ForecastChart, ForecastLegend } from '@/components/forecast/forecast-chart'
import { ForecastFacts, ForecastWarnings } from '@/components/forecast/forecast-facts'
import { ForecastCards, ForecastTable } from '@/components/forecast/forecast-table'
import { OwnForecastView } from '@/components/forecast/own-forecast'
import { TopicForm } from '@/components/forecast/topic-form'
import { TrialForm } from '@/components/forecast/trial-form'
import { ProvisionalNote } from '@/components/level/provisional'
import { BackBar } from '@/components/shell/back-bar'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findOwnForecast } from '@/lib/data/own-forecast'
import { findProjectForecast } from '@/lib/data/project-forecast'
import { findTopicPlace } from '@/lib/data/topic-place'
import { relationFor, SIGHT } from '@/lib/domain/access'
import { seesCardOnly } from '@/lib/domain/sight'
import { areLinesProvisional, forecastHeadline, forecastPlan, isHeadProvisional } from '@/lib/i18n/forecast-text'
import { translator } from '@/lib/i18n/translator'
import { type ForecastQuery, forecastQuery } from '@/lib/schemas/forecast'
import { isUuid } from '@/lib/schemas/id'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('forecast.title')

/** The address with what is tried, shown in the other way. */
function otherView({ item, what, days, on, way, as }: ForecastQuery): string {
  const asked = new URLSearchParams()
  if (item) {
    asked.set('item', item)
    asked.set('what', what)
  }
  if (days !== undefined) asked.set('days', String(days))
  if (on) asked.set('on', on)
  for (const key of way) asked.append('way', key)
  if (!as) asked.set('as', 'table')
  return `?${asked}`
}

export default async function ForecastPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SIGHT.project[actor.role]) forbidden()
  const { id } = await params
  const asks = await searchParams
  const query = forecastQuery.parse(asks)
  const today = businessDay()
  // What a reader of the card is not told: when others plan. What hangs on his own unit's permits he is.
  if (seesCardOnly(actor.role)) {
    const own = isUuid(id) ? await findOwnForecast(actor, id, query, today) : null
    if (!own) notFound()
    return (
      <>
        <BackBar href={`/projects/${id}`} title={translator(locale)('forecast.title')} t={translator(locale)} />
        <Misread
          parts={misread(forecastQuery, asks)}
          words={(parts) => translator(locale)('shell.misread', { parts })}
        />
        <OwnForecastView forecast={own} query={query} today={today} locale={locale} />
      </>
    )
  }
  const [forecast, place] = isUuid(id)
    ? await Promise.all([findProjectForecast(actor, id, query, today), findTopicPlace(actor, id, today)])
    : [null, null]
  if (!forecast) notFound()
  const t = translator(locale)
  const { line, slack, later } = forecast
  // A chart writes out no day of a line; the table does, and the cards a phone has instead.
  const head = isHeadProvisional(forecast)
  const inTable = Boolean(query.as) && areLinesProvisional([...line, ...slack, ...later])
  const inCards = areLinesProvisional([...line, ...slack])
  const open = line.length + slack.length > 0
  return (
    <div className="xl:grid xl:min-h-full xl:grid-cols-[minmax(0,1fr)_400px]">
      <BackBar href={`/projects/${id}`} title={t('forecast.title')} t={t} />
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <Misread parts={misread(forecastQuery, asks)} words={(parts) => t('shell.misread', { parts })} />
        <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b-2 border-ink pb-3">
          <h1 className="text-2xl font-semibold">{forecastHeadline(forecast, today, locale)}</h1>
          <p className="flex-1 text-ink-2 max-sm:basis-full">
            <Link href={`/projects/${id}`} className="hover:text-link">
              {forecastPlan(forecast, today, locale)}
            </Link>
          </p>
          {open && (
            <Link href={otherView(query)} scroll={false} className="btn no-print max-sm:hidden">
              {t(query.as ? 'forecast.asChart' : 'forecast.asTable')}
            </Link>
          )}
        </header>
        {!forecast.over && <ForecastFacts forecast={forecast} today={today} locale={locale} />}
        <ForecastWarnings forecast={forecast} today={today} locale={locale} />
        {open && (
          <>
            <div className="flex flex-wrap items-center gap-3 py-2 text-sm text-ink-2 max-sm:hidden">
              <span className="flex-1">
                {t('forecast.finishedFolded', { n: forecast.finished })}
                {forecast.later.length > 0 && !query.as && (
                  <Link href={otherView(query)} scroll={false} className="ml-4 text-link">
                    {t('forecast.later', { n: forecast.later.length })} {t('forecast.laterHint')}
                  </Link>
                )}
              </span>
              {!query.as && <ForecastLegend tried={forecast.trial.asked} locale={locale} />}
            </div>
            <div className="max-sm:hidden">
              {query.as ? (
                <ForecastTable forecast={forecast} today={today} locale={locale} />
              ) : (
                <ForecastChart forecast={forecast} today={today} locale={locale} />
              )}
            </div>
            <div className="sm:hidden">
              <ForecastCards forecast={forecast} today={today} locale={locale} />
            </div>
          </>
        )}
        <div className={clsx(!(head || inCards) && 'max-sm:hidden', !(head || inTable) && 'sm:hidden')}>
          <ProvisionalNote when={head || inTable || inCards} t={t} />
        </div>
      </div>
      <aside className="no-print border-divider bg-zebra px-4 py-6 max-xl:border-t sm:px-6 xl:border-l">
        {!forecast.over && <TrialForm forecast={forecast} query={query} today={today} locale={locale} />}
        <div className="mt-5 flex flex-wrap items-start gap-2 empty:hidden">
          {relationFor(actor.role, 'agenda.add') ? (
            <TopicForm forecast={forecast} place={place} formKey={() => issueFormKey(actor.userId)} locale={locale} />
          ) : null}
          {relationFor(actor.role, 'project.milestone') && !forecast.offered && (
            <Link href={`/projects/${id}/manage`} className="btn">
              {t('forecast.replan')}
            </Link>
          )}
        </div>
        {forecast.ways.length > 0 && actor.role !== 'CONTACT' && !relationFor(actor.role, 'agenda.add') && (
          <p className="mt-3 text-sm text-ink-2">{t('forecast.topic.tell')}</p>
        )}
        {!forecast.over && <p className="mt-4 text-sm text-ink-3">{t('forecast.foot')}</p>}
      </aside>
    </div>
  )
}
