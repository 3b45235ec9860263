import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { MILESTONES } from '@/lib/domain/project'
import { type ProjectMilestone, standingOf } from '@/lib/domain/project-plan'
import { dayIn, monthOrDay } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { ProjectPage } from '@/lib/schemas/project-row'

/** The Gantt of the ledger as words: a column for each milestone, plan above what happened. */
export function ProjectGanttTable({
  page,
  milestones,
  today,
  t,
}: {
  page: ProjectPage
  milestones: ReadonlyMap<string, readonly ProjectMilestone[]>
  today: PlainDate
  t: Translator
}) {
  const th = 'sticky top-0 z-10 h-10 border-b border-control bg-thead px-2.5 text-left text-sm font-normal text-ink-2'
  return (
    <table className="w-[1376px] table-fixed border-separate border-spacing-0 print:w-full">
      <caption className="sr-only">{t('projects.gantt.label', { n: page.rows.length })}</caption>
      <thead>
        <tr>
          <th scope="col" className={clsx(th, 'left-0 z-20! w-[276px] pl-6! shadow-[1px_0_0_var(--line-control)]')}>
            {t('projects.column.name')}
          </th>
          {MILESTONES.map((kind) => (
            <th key={kind} scope="col" className={th}>
              {t(`project.milestone.${kind}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <tr key={row.id} className="group [&>*]:border-b [&>*]:border-divider [&>*]:py-1.5">
            <th
              scope="row"
              className="sticky left-0 z-1 truncate bg-card pr-2.5 pl-6 text-left shadow-[1px_0_0_var(--line-control)] group-hover:bg-hover"
            >
              <Link href={`/projects/${row.id}`} title={row.name} className="hover:text-link">
                {row.name}
              </Link>
            </th>
            {MILESTONES.map((kind) => (
              <td key={kind} className="bg-card px-2.5 align-top text-sm whitespace-nowrap group-hover:bg-hover">
                <Standing milestone={milestones.get(row.id)?.find((m) => m.kind === kind)} today={today} t={t} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({
  milestone,
  today,
  t,
}: {
  milestone: ProjectMilestone | undefined
  today: PlainDate
  t: Translator
}) {
  if (!milestone) return <span className="text-ink-3">—</span>
  const standing = standingOf(milestone, today)
  const plan = milestone.plannedOn && monthOrDay(milestone.plannedOn, milestone.monthOnly, today)
  return (
    <>
      {plan && <span className="block text-ink-3">{t('projects.gantt.planned', { day: plan })}</span>}
      {milestone.actualOn && (
        <span className="block">{t('projects.gantt.actual', { day: dayIn(milestone.actualOn, today) })}</span>
      )}
      {standing.kind === 'overdue' && <b className="block">{t('projects.gantt.late', { n: standing.days })}</b>}
      {standing.kind === 'reached' && standing.days !== null && standing.days > 0 && (
        <span className="block text-ink-3">{t('projects.gantt.lateBy', { n: standing.days })}</span>
      )}
    </>
  )
}
