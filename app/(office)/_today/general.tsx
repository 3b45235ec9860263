import { Lamp } from '@/components/level/lamp'
import { RunningList } from '@/components/procedure/running-list'
import { HandoverInbox } from '@/components/project/handover-inbox'
import { UnchangedTodayList } from '@/components/project/unchanged-today'
import { WeekReport } from '@/components/project/week-report'
import { WorkbenchList } from '@/components/project/workbench-list'
import { Figures } from '@/components/today/headline'
import { PendingHandovers } from '@/components/today/pending-handovers'
import { InboxLink, ReminderInbox } from '@/components/today/reminder-inbox'
import { Link } from '@/components/ui/link'
import { Rows } from '@/components/ui/rows'
import { issueFormKey } from '@/lib/auth/form-key'
import { businessDay } from '@/lib/clock'
import { loadInbox } from '@/lib/data/reminder-inbox'
import { reminderLines } from '@/lib/data/reminders'
import { loadUnchangedToday } from '@/lib/data/unchanged-undo'
import { loadWorkbench } from '@/lib/data/workbench'
import { relationFor } from '@/lib/domain/access'
import { LEVELS } from '@/lib/domain/level-scale'
import { longDay } from '@/lib/i18n/day'
import { translator } from '@/lib/i18n/translator'
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
import { WalkLines } from './walk-lines'

/** What wants somebody today, for every role that has no room of its own here. */
export async function GeneralToday({ actor, dataLine, locale }: TodayProps) {
  const t = translator(locale)
  const today = businessDay()
  const reports = relationFor(actor.role, 'project.update') === 'stewarded'
  const [bench, inbox, said] = await Promise.all([
    loadWorkbench(actor, today),
    loadInbox(actor, today),
    reports ? loadUnchangedToday(actor, today) : [],
  ])
  const lines = relationFor(actor.role, 'reminder.send')
    ? await reminderLines(
        actor,
        bench.items.map((item) => item.id),
        'LEVEL',
        today,
      )
    : new Map<string, never>()
  const acts = reports || actor.role === 'CONTACT' || actor.role === 'AGENCY'
  const { running } = bench
  const formKey = () => issueFormKey(actor.userId)
  const [taken, given] = [bench.handovers.length, bench.offered.length]
  const passing = [
    { n: taken, text: t('workbench.handovers', { n: taken }), href: '/#handover' },
    { n: given, text: t('day.office.handovers', { n: given }), href: '/#handovers' },
  ]
  const wanted = t(acts ? 'workbench.title' : 'workbench.watch', { n: bench.itemCount })
  const head = bench.itemCount > 0 ? wanted : taken === 0 ? t('workbench.nothing') : ''
  return (
    <div className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="px-4 pt-5 sm:px-8 sm:pt-6">
        <header className="flex flex-wrap items-baseline gap-4 pb-3">
          <h1 className="text-2xl font-semibold">
            {head}
            {head && taken + given > 0 && t('shell.comma')}
            <Figures figures={passing} locale={locale} />
          </h1>
          <span className="text-ink-2">{longDay(today, locale)}</span>
        </header>
        <InboxLink lines={inbox} t={t} />
        <MeetingLine actor={actor} locale={locale} />
        <ApprovalLines actor={actor} locale={locale} />
        <ColourLines actor={actor} locale={locale} />
        <TaskLines actor={actor} locale={locale} />
        <SupervisionLines actor={actor} locale={locale} />
        <RankingLines actor={actor} locale={locale} />
        {bench.itemCount === 0 ? (
          <p className="pb-4 text-ink-2">{t('workbench.nothingHint')}</p>
        ) : (
          <Rows as="div">
            <WorkbenchList items={bench.items} lines={lines} role={actor.role} today={today} locale={locale} />
          </Rows>
        )}
        {bench.itemCount > bench.items.length && (
          <p className="pt-3">
            <Link href="/projects" className="inline-flex items-center text-link max-sm:min-h-11">
              {t('workbench.more', { n: bench.itemCount - bench.items.length })}
            </Link>
          </p>
        )}
        <div className="pt-4">
          <IssueLines actor={actor} locale={locale} />
          <FactorLines actor={actor} locale={locale} />
          <WalkLines actor={actor} locale={locale} />
          <ComplaintLines actor={actor} locale={locale} />
        </div>
        {running.length > 0 && (
          <section className="pt-6 pb-8">
            <h2 className="mb-1 text-lg font-semibold">
              {t(actor.role === 'AGENCY' ? 'workbench.runningOwn' : 'workbench.running', { n: bench.runningCount })}
              {reports && <span className="ml-3 text-xs font-normal text-ink-3">{t('workbench.runningHint')}</span>}
            </h2>
            <Rows as="div">
              <RunningList lines={running} today={today} locale={locale} />
            </Rows>
          </section>
        )}
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:mt-4 max-lg:border-t sm:px-6 lg:border-l">
        <ReminderInbox lines={inbox} role={actor.role} formKey={formKey} today={today} locale={locale} />
        <HandoverInbox handovers={bench.handovers} formKey={formKey} today={today} locale={locale} />
        <PendingHandovers handovers={bench.offered} formKey={formKey} today={today} t={t} />
        {reports && <WeekReport projects={bench.unreported} dataLine={dataLine} formKey={formKey} t={t} />}
        <UnchangedTodayList lines={said} formKey={formKey} t={t} />
        <section>
          <div className="mb-1 flex items-baseline">
            <h2 className="flex-1 text-lg font-semibold">
              {t(reports ? 'workbench.projects' : 'workbench.projectsSeen', { n: bench.projectCount })}
            </h2>
            <Link
              href={reports ? '/projects?view=mine' : '/projects'}
              className="inline-flex items-center text-xs text-link max-sm:min-h-11 max-sm:min-w-11 max-sm:justify-end"
            >
              {t('workbench.all')}
            </Link>
          </div>
          <p className="mb-1.5 flex gap-3 text-xs text-ink-3">
            {LEVELS.toReversed().map((level) => (
              <Link
                key={level}
                href={`/projects?level=${level}`}
                className="hover:text-ink max-sm:-my-3 max-sm:flex max-sm:min-h-11 max-sm:min-w-11 max-sm:items-center"
              >
                {t('level.count', { level: t(`level.short.${level}`), n: bench.levels[level] })}
              </Link>
            ))}
          </p>
          <Rows as="ul">
            {bench.projects.map((project) => (
              <li key={project.id} className="flex min-h-7 items-center gap-3 max-sm:min-h-11">
                <span className="w-(--col-lamp-quiet) flex-none">
                  <Lamp level={project.level} quiet t={t} />
                </span>
                <Link
                  href={`/projects/${project.id}`}
                  className="min-w-0 truncate hover:text-link max-sm:leading-[44px]"
                >
                  {project.name}
                </Link>
              </li>
            ))}
          </Rows>
        </section>
      </aside>
    </div>
  )
}
