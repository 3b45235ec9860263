import { Figures, TwoColumns } from '@/components/today/headline'
import { IssueList } from '@/components/today/issue-list'
import { PendingHandovers } from '@/components/today/pending-handovers'
import { ProjectRows } from '@/components/today/project-rows'
import { InboxLink, ReminderInbox } from '@/components/today/reminder-inbox'
import { SentList } from '@/components/today/sent-list'
import { SiteList } from '@/components/today/site-list'
import { StewardLoads } from '@/components/today/steward-loads'
import { TurnedLines } from '@/components/today/turned-lines'
import { UnreportedList } from '@/components/today/unreported-list'
import { Link } from '@/components/ui/link'
import { boardHref } from '@/components/warning/board-link'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadGroupDay } from '@/lib/data/group-day'
import { extensionsToDecide } from '@/lib/data/task-day'
import { LEVELS } from '@/lib/domain/level-scale'
import { longDay } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
import { warningQuery } from '@/lib/schemas/warning'
import { ApprovalLines } from './approval-lines'
import { ColourLines } from './colour-lines'
import { ComplaintLines } from './complaint-lines'
import { FactorLines } from './factor-lines'
import { IssueLines } from './issue-lines'
import { MeetingLine } from './meeting-line'
import type { TodayProps } from './props'
import { RankingLines } from './ranking-lines'
import { SupervisionLines } from './supervision-lines'
import { TaskLines } from './task-lines'

/** A task force's or a street's day: who is stuck, what its level has to solve, which sites to see, how its stewards stand. */
export async function GroupToday({ actor, locale }: TodayProps) {
  const t = translator(locale)
  const today = businessDay()
  const street = actor.role === 'STREET'
  const [day, extensions] = await Promise.all([loadGroupDay(actor, today), extensionsToDecide(actor, today)])
  const formKey = () => issueFormKey(actor.userId)
  if (day.total === 0)
    return (
      <div className="mx-auto max-w-[760px] px-4 pt-24 pb-8 sm:px-8">
        <header className="pb-8 text-center">
          <h1 className="text-xl font-semibold">{t('projects.none')}</h1>
          <p className="mx-auto mt-2 max-w-md text-ink-2">{t('warnings.noneYetHint')}</p>
        </header>
        <TaskLines actor={actor} locale={locale} />
        <SupervisionLines actor={actor} locale={locale} />
        <IssueLines actor={actor} locale={locale} />
        <ComplaintLines actor={actor} locale={locale} />
        <ReminderInbox lines={day.inbox} role={actor.role} formKey={formKey} today={today} locale={locale} />
      </div>
    )
  const { RED, YELLOW } = day.levels
  const rows = { formKey, today, locale }
  const figures = [
    { n: RED, text: t('day.group.titleRed', { n: RED }), href: '/projects?level=RED' },
    { n: YELLOW, text: t('day.group.titleYellow', { n: YELLOW }), href: '/projects?level=YELLOW' },
    { n: day.issueCount, text: t('day.group.titleIssues', { n: day.issueCount }), href: '#issues' },
    { n: extensions, text: t('task.today.extension', { n: extensions }), href: '#tasks' },
  ]
  const sites = (
    <section className="pt-6">
      <h2 className="mb-1 text-lg font-semibold">
        {day.sites.length === 0
          ? t('day.group.sitesNone')
          : t(street ? 'day.group.sites' : 'day.group.starts', { n: day.sites.length })}
      </h2>
      {day.sites.length > 0 && <SiteList sites={day.sites} today={today} t={t} />}
    </section>
  )
  const issues = (
    <section id="issues" className="scroll-mt-14 pt-6">
      <h2 className="mb-1 text-lg font-semibold">
        {day.issueCount === 0
          ? t('day.group.issuesNone')
          : t(street ? 'day.group.issuesLocal' : 'day.group.issues', { n: day.issueCount })}
      </h2>
      {day.issues.length > 0 && <IssueList issues={day.issues} today={today} t={t} />}
    </section>
  )
  return (
    <TwoColumns
      aside={
        <>
          <ReminderInbox lines={day.inbox} role={actor.role} {...rows} />
          <UnreportedList projects={day.unreported} count={day.unreportedCount} formKey={formKey} today={today} t={t} />
          <SentList lines={day.sent} instructions={false} today={today} locale={locale} />
          <StewardLoads loads={day.loads} t={t} />
          <PendingHandovers handovers={day.handovers} formKey={formKey} today={today} t={t} />
          <TurnedLines
            turned={day.turned}
            href={boardHref(warningQuery.parse({ from: day.turned.since }), { turned: '1' })}
            t={t}
          />
        </>
      }
    >
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-3">
        <h1 className="text-2xl font-semibold">
          {figures.every(({ n }) => n === 0) ? t('day.group.clean') : <Figures figures={figures} locale={locale} />}
        </h1>
        <p className="text-ink-2">
          {longDay(today, locale)}
          <span className="ml-3 whitespace-nowrap">{t('day.group.total', { n: day.total })}</span>
        </p>
        <ul aria-label={t('day.levels')} className="flex gap-3 text-xs text-ink-3">
          {LEVELS.toReversed().map((level) => (
            <li key={level}>
              <Link
                href={`/projects?level=${level}`}
                className="inline-flex items-center hover:text-ink max-sm:min-h-11"
              >
                {t('day.leader.restCount', { level: t(`level.short.${level}`), n: day.levels[level] })}
              </Link>
            </li>
          ))}
        </ul>
      </header>
      <InboxLink lines={day.inbox} t={t} />
      <MeetingLine actor={actor} locale={locale} />
      <RankingLines actor={actor} locale={locale} />
      <ApprovalLines actor={actor} locale={locale} />
      <ColourLines actor={actor} locale={locale} />
      <TaskLines actor={actor} locale={locale} />
      <SupervisionLines actor={actor} locale={locale} />
      {day.warned.length === 0 ? (
        <p className="border-t border-control py-4 text-ink-2">{t('day.group.warnedNone')}</p>
      ) : (
        <section>
          <h2 className="mb-1 text-lg font-semibold">
            {t('day.group.warned', { n: RED + YELLOW })}
            <span className="ml-3 text-xs font-normal text-ink-3">{t('day.group.warnedHint')}</span>
          </h2>
          <ProjectRows projects={day.warned} {...rows} />
          {RED + YELLOW > day.warned.length && (
            <p className="pt-2.5">
              <Link href="/projects?view=warned" className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
                {t('day.group.warnedRest', { n: RED + YELLOW })}
              </Link>
            </p>
          )}
        </section>
      )}
      {street ? (
        <>
          {sites}
          {issues}
        </>
      ) : (
        <>
          {issues}
          {sites}
        </>
      )}
      <div className="pt-6">
        <IssueLines actor={actor} locale={locale} />
        <ComplaintLines actor={actor} locale={locale} />
        <FactorLines actor={actor} locale={locale} />
      </div>
    </TwoColumns>
  )
}
