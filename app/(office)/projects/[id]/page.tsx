import clsx from 'clsx'
import { notFound } from 'next/navigation'
import { PendingApprovals } from '@/components/approval/approval-list'
import { ProjectComplaints } from '@/components/complaint/project-complaints'
import { ProjectFactors } from '@/components/factor/project-factors'
import { NeedLines } from '@/components/financing/need-lines'
import { PapersOn } from '@/components/notice/papers-on'
import { ToldList } from '@/components/notice/told-list'
import { Gantt } from '@/components/procedure/gantt'
import { GanttLegend } from '@/components/procedure/gantt-legend'
import { ProcedureCards, ProcedureTable } from '@/components/procedure/procedure-table'
import { MilestoneBar } from '@/components/project/milestone-bar'
import { NextStep } from '@/components/project/next-step'
import { PhoneBar } from '@/components/project/phone-bar'
import { ProjectReminders } from '@/components/project/project-reminders'
import { ProjectTime } from '@/components/project/project-time'
import { SidePanel } from '@/components/project/side-panel'
import { TeamStrip } from '@/components/project/team-strip'
import { Verdict } from '@/components/project/verdict'
import { ProjectPromotion } from '@/components/promotion/project-promotion'
import { BackBar } from '@/components/shell/back-bar'
import { ProjectTasks } from '@/components/task/project-tasks'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import { ProjectWaivers } from '@/components/waiver/waiver-list'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { pendingOfProject } from '@/lib/data/approval-list'
import { papersOn } from '@/lib/data/colour-papers'
import { complaintsOfProject } from '@/lib/data/complaint-list'
import { factorsOfProject } from '@/lib/data/factor-list'
import { needsOf } from '@/lib/data/financing-list'
import { loadToldOf } from '@/lib/data/notice-inbox'
import { findProject } from '@/lib/data/project-detail'
import { loadProjectTime } from '@/lib/data/project-time'
import { promotionOfProject } from '@/lib/data/promotion-list'
import { loadProjectReminders } from '@/lib/data/reminder-inbox'
import { reminderLines } from '@/lib/data/reminders'
import { openTasksOf } from '@/lib/data/task-list'
import { waiversOfProject } from '@/lib/data/waiver-list'
import { type Action, relationFor } from '@/lib/domain/access'
import { mondayOf } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { reminderKindOf } from '@/lib/domain/reminder'
import { SEES_TASKS } from '@/lib/domain/sight'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { Saved } from './saved'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ view?: string; all?: string; saved?: string }> }

export const generateMetadata = pageTitle('shell.projects')

export default async function ProjectPage({ params, searchParams }: Props) {
  const { actor, locale } = await requireActor()
  const { id } = await params
  const { view, all, saved } = await searchParams
  const today = businessDay()
  const project = isUuid(id) ? await findProject(actor, id, today) : null
  if (!project) notFound()
  const [reminders, lines, tasks, told, papers, time, factors, complaints, waivers, promotion, pending, needs] =
    await Promise.all([
      loadProjectReminders(actor, project.id, today),
      relationFor(actor.role, 'reminder.send') ? reminderLines(actor, [project.id], 'LEVEL', today) : new Map(),
      SEES_TASKS.has(actor.role) ? openTasksOf(actor, project.id, today) : [],
      loadToldOf(actor, { projectId: project.id }),
      papersOn(actor, { projectId: project.id }, today),
      loadProjectTime(actor, project.id, today),
      factorsOfProject(actor, project.id, today),
      complaintsOfProject(actor, project.id, today),
      waiversOfProject(actor, project.id, today),
      promotionOfProject(actor, project.id),
      pendingOfProject(actor, project.id, today),
      needsOf(actor, { projectId: project.id }, today),
    ])
  const t = translator(locale)
  const meta = [
    project.taskforce,
    project.street,
    project.nature && t(`project.nature.${project.nature}`),
    project.totalFen !== null && t('projectPage.totalInvestment', { amount: amountText(project.totalFen, locale) }),
    project.leader && t('projectPage.leader', { name: project.leader }),
    t(project.status === 'ACTIVE' ? `project.stage.${project.stage}` : `project.status.${project.status}`),
  ].filter(Boolean)
  const finished = project.procedures.filter((p) => FINISHED_STATES.has(p.state) && p.state !== 'NA').length
  const running = project.procedures.filter((p) =>
    ['RECEIVED', 'ACCEPTED', 'SUPPLEMENT', 'SPECIAL'].includes(p.state),
  ).length
  const table = view === 'table'
  const own = (action: Action) => relationFor(actor.role, action) !== null && !project.offered
  const mayReport = own('project.update') && project.status === 'ACTIVE'
  const raises = own('issue.enter') && (project.status === 'ACTIVE' || project.status === 'SUSPENDED')
  const base = `/projects/${project.id}` as const
  const mayHere = (action: Action) => own(action) && project.status === 'ACTIVE'
  const doors = [
    ...(own('project.edit') ? [{ href: `${base}/edit`, label: t('edit.open') }] : []),
    ...(own('project.milestone') ? [{ href: `${base}/manage`, label: t('manage.open') }] : []),
    ...(project.cardOnly ? [] : [{ href: `${base}/sheet`, label: t('paper.sheet') }]),
    ...(raises ? [{ href: `/issues/new?project=${project.id}`, label: t('issue.start.open') }] : []),
  ]
  return (
    <article className="page-lying-a3 max-sm:flex max-sm:flex-col">
      <BackBar href="/projects" title={t('projectPage.bar')} doors={doors} t={t} />
      {/* First, where a reader comes to it first; it lies over the foot of the screen. */}
      {mayReport && (
        <PhoneBar
          project={project}
          reported={project.lastVerifiedOn !== null && project.lastVerifiedOn >= mondayOf(today)}
          formKey={issueFormKey(actor.userId)}
          t={t}
        />
      )}
      {/* On a phone the blocks stand in one row, the procedures before the milestones. */}
      <div className="sm:px-8 max-sm:contents sm:pt-[18px] print:[zoom:0.88]">
        <header className="flex flex-wrap items-center gap-x-3.5 gap-y-1 max-sm:px-4 max-sm:pt-4">
          <h1 className="text-xl font-semibold max-sm:w-full sm:text-2xl">{project.name}</h1>
          <p className="w-full text-ink-2 sm:hidden">{listed([project.taskforce, project.street, meta.at(-1)], t)}</p>
          {/* A stroke before every part; the one that would open a line falls outside. */}
          <p className="flex-1 overflow-hidden pt-1.5 text-ink-2 max-sm:hidden">
            <span className="-ml-[17px] flex flex-wrap">
              {meta.map((part) => (
                <span
                  key={String(part)}
                  className="relative pl-[17px] before:absolute before:top-1 before:bottom-1 before:left-2 before:border-l before:border-control"
                >
                  {part}
                </span>
              ))}
            </span>
          </p>
          {mayReport && (
            <Link href={`/projects/${project.id}/update`} className="btn no-print max-sm:hidden">
              {t('projectPage.update')}
            </Link>
          )}
          {doors.map((door) => (
            <Link key={door.href} href={door.href} className="btn no-print max-sm:hidden">
              {door.label}
            </Link>
          ))}
        </header>
        {project.offered && (
          <p role="note" className="no-print mt-2 max-sm:px-4">
            {t('projectPage.offered')}
            <Link href="/#handover" className="ml-2 text-link underline">
              {t('projectPage.offeredAnswer')}
            </Link>
          </p>
        )}
        {saved && (
          <div className="max-sm:px-4">
            <Saved what={saved} actor={actor} projectId={project.id} t={t} />
          </div>
        )}
        <Verdict
          project={project}
          today={today}
          locale={locale}
          actions={
            <NextStep
              project={project}
              line={reminderKindOf(actor.role) === 'REMINDER' ? (lines.get(project.id) ?? null) : null}
              role={actor.role}
              locale={locale}
            />
          }
        />
        <TeamStrip project={project} today={today} locale={locale} t={t} />
        <PendingApprovals
          {...pending}
          formKey={() => issueFormKey(actor.userId)}
          today={today}
          locale={locale}
          className="py-3 max-sm:px-4"
        />
        <ProjectTasks rows={tasks} today={today} t={t} />
        <ProjectComplaints rows={complaints} today={today} locale={locale} />
        <ProjectFactors
          rows={factors}
          raiseAt={mayHere('factor.raise') ? `${base}/factor` : null}
          today={today}
          locale={locale}
        />
        <ProjectPromotion row={promotion} locale={locale} />
        <NeedLines
          rows={needs}
          fileAt={mayHere('financing.file') ? `/financing/new?project=${project.id}` : null}
          today={today}
          locale={locale}
        />
        <ProjectWaivers
          rows={waivers}
          proposeAt={mayHere('waiver.propose') ? `${base}/waiver` : null}
          today={today}
          locale={locale}
        />
        {!project.cardOnly && (
          <div className="max-sm:order-2 max-sm:border-t-8 max-sm:border-page max-sm:px-4 max-sm:pt-2">
            <MilestoneBar milestones={project.milestones} today={today} t={t} />
          </div>
        )}
      </div>
      <div className="grid-cols-[minmax(0,1fr)] border-t border-divider max-sm:contents sm:grid print:flex print:flex-col lg:grid-cols-[minmax(0,1fr)_264px] xl:grid-cols-[minmax(0,1fr)_312px]">
        <section className="min-w-0 pb-6 max-sm:order-1 max-sm:pb-0 lg:pl-8 print:break-before-page print:pb-0">
          <div className="flex min-h-[52px] flex-wrap items-center gap-3 py-2 pr-6 max-lg:px-4">
            <h3 className="text-lg font-semibold">
              {t(project.cardOnly ? 'projectPage.ownProcedures' : 'projectPage.procedures')}
            </h3>
            <span className="text-ink-2">
              {t('projectPage.procedureCounts', {
                finished,
                running,
                idle: project.procedures.length - finished - running,
              })}
            </span>
            <span className="flex-1" />
            {!table && (
              <span className="hidden md:block">
                <GanttLegend to={project.line?.to} t={t} />
              </span>
            )}
            <nav
              aria-label={t('projectPage.viewAs')}
              className="no-print hidden h-8 overflow-hidden rounded border border-divider text-xs leading-[30px] md:inline-flex"
            >
              <Link
                href="?"
                scroll={false}
                aria-current={table ? undefined : 'true'}
                className={clsx('px-3', table ? 'text-ink-2' : 'bg-subtle font-semibold')}
              >
                {t('projectPage.gantt')}
              </Link>
              <Link
                href="?view=table"
                scroll={false}
                aria-current={table ? 'true' : undefined}
                className={clsx('px-3', table ? 'bg-subtle font-semibold' : 'text-ink-2')}
              >
                {t('projectPage.table')}
              </Link>
            </nav>
          </div>
          {project.correctUntil && (
            <p className="no-print mb-2 border-l-[3px] border-[var(--blue-border)] bg-zebra px-4 py-2 max-lg:mx-4 lg:mr-6">
              {t('projectPage.correctUntil', { day: dayIn(project.correctUntil, today) })}
            </p>
          )}
          {project.procedures.length === 0 ? (
            <div className="border-t border-control px-4 py-12 text-center">
              <p className="font-semibold">{t('projectPage.noProcedures')}</p>
              <p className="mt-1 text-ink-2">{t('projectPage.noProceduresHint')}</p>
            </div>
          ) : (
            <>
              {table ? (
                <div
                  className="hidden md:block"
                  {...markup(<ProcedureTable lines={project.procedures} today={today} locale={locale} />)}
                />
              ) : (
                <div className="hidden md:block">
                  <Gantt project={project} today={today} all={all === '1'} toggle="?all=1" locale={locale} />
                </div>
              )}
              <div className="md:hidden">
                <ProcedureCards lines={project.procedures} today={today} locale={locale} />
              </div>
            </>
          )}
        </section>
        <SidePanel project={project} today={today} locale={locale}>
          {time && <ProjectTime time={time} locale={locale} />}
          <ProjectReminders
            project={project}
            line={lines.get(project.id) ?? null}
            says={reminderKindOf(actor.role) === 'INSTRUCTION'}
            reminders={reminders}
            formKey={() => issueFormKey(actor.userId)}
            today={today}
            locale={locale}
          />
          <PapersOn papers={papers} today={today} locale={locale} />
          <ToldList told={told} today={today} locale={locale} />
        </SidePanel>
      </div>
    </article>
  )
}
