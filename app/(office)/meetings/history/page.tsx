import { forbidden } from 'next/navigation'
import { HistoryFilter } from '@/components/meeting/history-filter'
import { HistoryRows } from '@/components/meeting/history-rows'
import { HistoryTable } from '@/components/meeting/history-table'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { loadHistory } from '@/lib/data/meeting-history'
import { SEES_ALL_TOPICS, SEES_MEETINGS } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { historyQuery } from '@/lib/schemas/meeting-paper'

export const generateMetadata = pageTitle('papers.history.title')

export default async function HistoryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_MEETINGS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const query = historyQuery.parse(await searchParams)
  const history = await loadHistory(actor, query, today)
  const seesAll = SEES_ALL_TOPICS.has(actor.role)
  const span = { from: dayIn(history.from, today), to: dayIn(history.to, today) }
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <header className="mb-4">
        <h1 className="text-2xl font-semibold">
          {t(seesAll ? 'papers.history.head' : 'papers.history.headOwn', {
            meetings: history.meetings,
            decided: history.total.decided,
          })}
        </h1>
        <p className="text-ink-2">{t('papers.history.span', { ...span, today: dayIn(today, today) })}</p>
      </header>
      <HistoryFilter history={history} query={query} today={today} t={t} />
      <HistoryTable history={history} seesAll={seesAll} query={query} t={t} />
      {query.figure && <HistoryRows history={history} figure={query.figure} query={query} today={today} t={t} />}
    </div>
  )
}
