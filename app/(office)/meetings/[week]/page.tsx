import { forbidden, notFound } from 'next/navigation'
import { ChangeCounts } from '@/components/meeting/change-counts'
import { ChangeFilter } from '@/components/meeting/change-filter'
import { ChangeList } from '@/components/meeting/change-list'
import { MeetingTabs } from '@/components/meeting/meeting-tabs'
import { PaperLinks } from '@/components/meeting/paper-links'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findWeek } from '@/lib/data/meetings'
import { weekPapers } from '@/lib/data/papers'
import { loadChanges, sidesOf } from '@/lib/data/week-changes'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import { CHANGE_KINDS } from '@/lib/domain/meeting/week-compare'
import { SEES_MEETINGS } from '@/lib/domain/sight'
import { momentText } from '@/lib/i18n/agenda-text'
import { dayIn } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { weekQuery } from '@/lib/schemas/meeting'

export const generateMetadata = pageTitle('meeting.tabChanges')

export default async function WeekPage({
  params,
  searchParams,
}: {
  params: Promise<{ week: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_MEETINGS.has(actor.role)) forbidden()
  const weekOf = mondayOfKey((await params).week)
  if (!weekOf) notFound()
  const t = translator(locale)
  const today = businessDay()
  const asked = weekQuery.parse(await searchParams)
  const sides = await sidesOf(actor, weekOf, asked, today)
  if (!sides) {
    const week = await findWeek(actor, weekOf, today)
    return (
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <h1 className="mb-2 text-2xl font-semibold">{t('meeting.tabChanges')}</h1>
        <MeetingTabs weekOf={weekOf} on="changes" t={t} />
        <p className="text-ink-2">
          {!week
            ? t('meeting.noMeeting')
            : week.dataLine.on < today
              ? t('meeting.changes.one')
              : t('meeting.notFrozen', { line: momentText(week.dataLine, locale) })}
        </p>
      </div>
    )
  }
  const counted = asked.kind ? asked : { ...asked, kind: 'worse' as const }
  const first = await loadChanges(actor, sides.from, sides.to, counted)
  // What got worse lies open; where nothing did, the first kind that has rows.
  const kind = asked.kind ?? CHANGE_KINDS.find((name) => first.counts[name] > 0) ?? 'worse'
  const query = { ...asked, kind }
  const changes = kind === counted.kind ? first : await loadChanges(actor, sides.from, sides.to, query)
  const [from, to] = [dayIn(changes.from, today), dayIn(changes.to, today)]
  const papers = await weekPapers(actor, weekOf)
  return (
    <div className="px-4 pt-5 pb-8 sm:px-8">
      <header className="flex flex-wrap items-baseline gap-x-4 pb-2.5">
        <h1 className="text-2xl font-semibold">
          {t('meeting.changes.head', { day: from, worse: changes.counts.worse, better: changes.counts.better })}
        </h1>
        <p className="text-ink-2">{t('meeting.changes.span', { n: changes.total, from, to })}</p>
      </header>
      <MeetingTabs weekOf={weekOf} on="changes" t={t} />
      <PaperLinks weekOf={weekOf} papers={papers} role={actor.role} t={t} />
      <ChangeFilter weekOf={weekOf} changes={changes} query={asked} today={today} t={t} />
      <ChangeCounts weekOf={weekOf} changes={changes} query={query} t={t} />
      <ChangeList weekOf={weekOf} changes={changes} query={query} today={today} locale={locale} />
      <p className="pt-4 text-sm text-ink-3">
        {t(changes.frozen ? 'meeting.changes.frozen' : 'meeting.changes.readBack')}
      </p>
    </div>
  )
}
