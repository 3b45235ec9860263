import { meetingHref } from '@/components/meeting/week-link'
import { Link } from '@/components/ui/link'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { TaskDetail } from '@/lib/schemas/task'
import { Proof } from './proof'

/** Who decided it, who does it, by when, and what came of it. */
export function TaskFacts({
  task,
  meetings,
  today,
  t,
}: {
  task: TaskDetail
  /** Whether the reader sees meetings. */
  meetings: boolean
  today: PlainDate
  t: Translator
}) {
  const weekOf = mondayOfKey(task.meeting.key)
  const from = t('task.detail.fromYear', { year: String(task.meeting.year), week: task.meeting.week })
  const { project } = task
  const meeting =
    meetings && weekOf ? (
      <Link href={meetingHref(weekOf, '/agenda')} className="text-link">
        {from}
      </Link>
    ) : (
      from
    )
  const about = project?.open ? (
    <Link href={`/projects/${project.id}`} className="text-link">
      {project.name}
    </Link>
  ) : (
    project?.name
  )
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('task.filter.meeting'), meeting],
    [t('task.detail.project'), about],
    [t('task.detail.lead'), task.lead?.name],
    [t('task.detail.supports'), task.supports.length > 0 ? listed(task.supports, t) : null],
    [t('task.detail.owner'), task.owner],
    [t('task.detail.raisedBy'), task.raisedBy],
    [t('task.detail.tier'), t(`task.tier.${task.tier}`)],
    [t('task.detail.approver'), task.approver ?? t('task.detail.approverOffice')],
    [t('task.detail.issuedOn'), dayIn(task.issuedOn, today)],
    [t('task.detail.dueOn'), dayIn(task.dueOn, today)],
    [t('task.detail.closedOn'), task.closedOn && dayIn(task.closedOn, today)],
    [t('task.detail.result'), task.result],
    [t('task.detail.evidence'), (task.evidence || task.unproven) && <Proof task={task} t={t} />],
  ]
  return (
    <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 lang-en:grid-cols-[128px_minmax(0,1fr)]">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="col-span-2 grid grid-cols-subgrid border-b border-divider py-1.5">
              <dt className="text-ink-2">{label}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
