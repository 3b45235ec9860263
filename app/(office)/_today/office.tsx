import { Figures, TwoColumns } from '@/components/today/headline'
import { MovementList } from '@/components/today/movement-list'
import { PendingHandovers } from '@/components/today/pending-handovers'
import { ProjectRows } from '@/components/today/project-rows'
import { InboxLink, ReminderInbox } from '@/components/today/reminder-inbox'
import { ReportedBar } from '@/components/today/reported-bar'
import { SentList } from '@/components/today/sent-list'
import { TurnedBetter } from '@/components/today/turned-better'
import { UnreportedList } from '@/components/today/unreported-list'
import { Link } from '@/components/ui/link'
import { boardHref } from '@/components/warning/board-link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadOfficeDay } from '@/lib/data/office-day'
import { dayIn, longDay } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { warningQuery } from '@/lib/schemas/warning'
import { ApprovalLines } from './approval-lines'
import { BriefingLine } from './briefing-line'
import { ColourLines } from './colour-lines'
import { ComplaintLines } from './complaint-lines'
import { EventLines } from './event-lines'
import { FactorLines } from './factor-lines'
import { FinancingLines } from './financing-lines'
import { IssueLines } from './issue-lines'
import { MeetingLine } from './meeting-line'
import type { TodayProps } from './props'
import { RankingLines } from './ranking-lines'
import { RulesLine } from './rules-line'
import { SupervisionLines } from './supervision-lines'
import { TaskLines } from './task-lines'

/** Rows of a list that lie open; the rest is one press away. */
const OPEN_ROWS = 6

/** The office's week: what turned since the data line, what turns next, who has not reported, what came of its reminders. */
export async function OfficeToday({ actor, locale }: TodayProps) {
  const t = translator(locale)
  const today = businessDay()
  const day = await loadOfficeDay(actor, today)
  const { turned } = day
  const formKey = () => issueFormKey(actor.userId)
  const board = warningQuery.parse({ from: turned.since })
  const since = dayIn(turned.since, today)
  const turnedTo = (level: 'RED' | 'YELLOW') => ({
    n: turned.counts[level],
    text: t('day.turnedFigure', { n: turned.counts[level], level: t(`level.short.${level}`) }),
    href: boardHref(board, { now: level, turned: '1' }),
  })
  const figures = [
    {
      n: day.unreportedCount,
      text: t('day.unreportedFigure', { n: day.unreportedCount }),
      href: '/projects?view=unreported',
    },
    turnedTo('RED'),
    turnedTo('YELLOW'),
  ]
  const rows = { formKey, today, locale }
  return (
    <TwoColumns
      aside={
        <>
          <ReminderInbox lines={day.inbox} role={actor.role} {...rows} />
          <UnreportedList projects={day.unreported} count={day.unreportedCount} formKey={formKey} today={today} t={t} />
          <SentList lines={day.sent} instructions={false} today={today} locale={locale} />
          <PendingHandovers handovers={day.handovers} formKey={formKey} today={today} t={t} />
          <MovementList movements={day.movements} today={today} t={t} />
        </>
      }
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-2xl font-semibold">
          {figures.every(({ n }) => n === 0) ? t('day.allReported') : <Figures figures={figures} locale={locale} />}
        </h1>
        <span className="text-ink-2">{longDay(today, locale)}</span>
      </header>
      <InboxLink lines={day.inbox} t={t} />
      <MeetingLine actor={actor} locale={locale} />
      <RankingLines actor={actor} locale={locale} />
      <RulesLine actor={actor} locale={locale} />
      <ReportedBar done={day.reporting - day.unreportedCount} of={day.reporting} t={t} />
      <ApprovalLines actor={actor} locale={locale} />
      <ColourLines actor={actor} locale={locale} />
      <TaskLines actor={actor} locale={locale} />
      <SupervisionLines actor={actor} locale={locale} />
      <section>
        <h2 className="mb-1 text-lg font-semibold">
          {turned.alarmed === 0 ? t('day.office.turnedNone') : t('day.office.turned', { n: turned.alarmed })}
          {turned.alarmed > 0 && (
            <span className="ml-3 text-xs font-normal text-ink-3">{t('day.office.turnedHint', { day: since })}</span>
          )}
        </h2>
        {turned.worse.length > 0 && <ProjectRows projects={turned.worse} {...rows} />}
        <p className="flex flex-wrap gap-x-4 pt-2.5">
          {turned.counts.BLUE > 0 && (
            <Link
              href={boardHref(board, { now: 'BLUE', turned: '1' })}
              className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
            >
              {t('day.office.blue', { n: turned.counts.BLUE })}
            </Link>
          )}
          {turned.worseCount + turned.betterCount > 0 && (
            <Link
              href={boardHref(board, { turned: '1' })}
              className="inline-flex min-h-8 items-center text-link max-sm:min-h-11"
            >
              {t('day.office.turnedRest', { n: turned.worseCount + turned.betterCount })}
            </Link>
          )}
        </p>
      </section>
      {day.turning.length > 0 && (
        <section className="pt-6">
          <h2 className="mb-1 text-lg font-semibold">
            {t('day.office.turning', { n: day.turning.length })}
            <span className="ml-3 text-xs font-normal text-ink-3">{t('day.office.turningHint')}</span>
          </h2>
          <ProjectRows projects={day.turning.slice(0, OPEN_ROWS)} {...rows} />
          {day.turning.length > OPEN_ROWS && (
            <details>
              <summary className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
                {t('day.office.more', { n: day.turning.length - OPEN_ROWS })}
              </summary>
              <ProjectRows projects={day.turning.slice(OPEN_ROWS)} {...rows} />
            </details>
          )}
        </section>
      )}
      <TurnedBetter turned={turned} t={t} />
      <div className="pt-6">
        <IssueLines actor={actor} locale={locale} />
        <ComplaintLines actor={actor} locale={locale} />
        <FactorLines actor={actor} locale={locale} />
        <FinancingLines actor={actor} locale={locale} />
        <EventLines actor={actor} locale={locale} />
        <BriefingLine actor={actor} locale={locale} />
      </div>
    </TwoColumns>
  )
}
