import { forbidden, notFound } from 'next/navigation'
import { TopicSheet } from '@/components/meeting/topic-sheet'
import { meetingHref } from '@/components/meeting/week-link'
import { PaperBar } from '@/components/project/paper-bar'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { lastDecisions } from '@/lib/data/meeting-decisions'
import { findAgenda, findWeek } from '@/lib/data/meetings'
import { loadPaperHeading } from '@/lib/data/paper-heading'
import { sheetsOfProjects } from '@/lib/data/project-sheets'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import { isoWeekOf } from '@/lib/domain/plain-date'
import { SEES_MEETINGS } from '@/lib/domain/sight'
import { momentText } from '@/lib/i18n/agenda-text'
import { translator } from '@/lib/i18n/translator'

export const generateMetadata = pageTitle('meeting.sheet.title')

const ON_THE_TABLE: ReadonlySet<string> = new Set(['OPEN', 'DECIDED', 'NEXT_TIME'])

export default async function TopicSheetsPage({ params }: { params: Promise<{ week: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_MEETINGS.has(actor.role)) forbidden()
  const weekOf = mondayOfKey((await params).week)
  if (!weekOf) notFound()
  const t = translator(locale)
  const today = businessDay()
  const [week, agenda, heading] = await Promise.all([
    findWeek(actor, weekOf, today),
    findAgenda(actor, weekOf, today),
    loadPaperHeading(actor),
  ])
  const lines = agenda?.lines.filter((line) => ON_THE_TABLE.has(line.state)) ?? []
  const ids = lines.flatMap((line) => line.projectId ?? [])
  const [sheets, last] = await Promise.all([
    sheetsOfProjects(actor, ids, today),
    lastDecisions(actor, ids, weekOf, today),
  ])
  const line = agenda?.dataLine ?? week?.dataLine
  const { year, week: number } = isoWeekOf(weekOf)
  return (
    <>
      <PaperBar back={meetingHref(weekOf, '/agenda')} t={t}>
        <h1 className="font-semibold">{t('meeting.sheet.title')}</h1>
      </PaperBar>
      {lines.length === 0 && <p className="mt-24 px-4 text-center text-lg">{t('meeting.sheet.none')}</p>}
      {lines.map((topic, i) => (
        <TopicSheet
          key={topic.id}
          line={topic}
          sheet={sheets.get(topic.projectId ?? '') ?? null}
          last={last.get(topic.projectId ?? '') ?? null}
          head={t('meeting.sheet.head', { district: heading.district, year: String(year), week: number })}
          place={t('meeting.sheet.nth', { nth: i + 1, n: lines.length })}
          lineText={line ? momentText(line, locale) : ''}
          today={today}
          locale={locale}
        />
      ))}
    </>
  )
}
