import { forbidden, notFound } from 'next/navigation'
import { ClockRuler } from '@/components/level/clock-ruler'
import { Lamp } from '@/components/level/lamp'
import { SlipList } from '@/components/task/slip-list'
import { TaskFacts } from '@/components/task/task-facts'
import { TaskForms } from '@/components/task/task-forms'
import { TaskHistory } from '@/components/task/task-history'
import { tasksHref } from '@/components/task/task-link'
import { notesOf } from '@/components/task/task-words'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findTask } from '@/lib/data/task-detail'
import { SEES_MEETINGS, SEES_TASKS } from '@/lib/domain/sight'
import { listed } from '@/lib/i18n/joined'
import { taskStateText } from '@/lib/i18n/task-text'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { SlipsAbout } from '../../supervision/_parts/slips-about'

export const generateMetadata = pageTitle('task.title')

export default async function TaskPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!SEES_TASKS.has(actor.role)) forbidden()
  const { id } = await params
  const today = businessDay()
  const task = isUuid(id) ? await findTask(actor, id, today) : null
  if (!task) notFound()
  const t = translator(locale)
  const formKey = () => issueFormKey(actor.userId)
  const notes = notesOf(task, today, t)
  return (
    <article className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_376px]">
      <div className="px-4 pt-5 pb-8 sm:px-8">
        <p className="no-print pb-1">
          <Link href={tasksHref({})} className="inline-flex min-h-8 items-center text-link max-sm:min-h-11">
            {t('task.detail.back')}
          </Link>
        </p>
        <header className="border-b border-control pb-4">
          <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
            <span>{task.no}</span>
            <b className="text-ink">{taskStateText(task, t)}</b>
            {notes.length > 0 && <span>{listed(notes, t)}</span>}
          </p>
          <h1 lang="zh-CN" className="mt-1 text-2xl font-semibold">
            {task.text}
          </h1>
          <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            <span className="flex items-center gap-3 text-lg">
              <Lamp level={task.level} size="m" t={t} />
              <span className={`why-${task.level}`}>{t(`task.reason.${task.reason.code}`, task.reason)}</span>
            </span>
            {task.clock && <ClockRuler clock={task.clock} t={t} />}
          </div>
        </header>
        <section className="no-print pt-5">
          <h2 className="mb-1 text-lg font-semibold">{t('task.detail.actions')}</h2>
          {task.receiverGone && task.state !== 'CLOSED' && task.state !== 'WITHDRAWN' && (
            <p className="border-l-[3px] border-[var(--yellow-border)] bg-zebra px-3 py-2">
              {t('task.detail.receiverGone')}
            </p>
          )}
          <TaskForms key={task.version} task={task} formKey={formKey} today={today} t={t} />
        </section>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('task.detail.history')}</h2>
          <TaskHistory steps={task.steps} today={today} t={t} />
        </section>
        <section className="pt-6">
          <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('task.detail.slips')}</h2>
          {task.slips.length === 0 ? (
            <p className="py-2 text-ink-2">{t('task.detail.noSlips')}</p>
          ) : (
            <div className="-mx-4 sm:-mx-6">
              <SlipList rows={task.slips} office={actor.role === 'OFFICE'} formKey={formKey} today={today} t={t} />
            </div>
          )}
        </section>
        <SlipsAbout of="task" id={task.id} actor={actor} locale={locale} />
      </div>
      <aside className="border-divider bg-zebra px-4 py-6 max-lg:border-t sm:px-6 lg:border-l">
        <h2 className="mb-1 text-lg font-semibold">{t('task.detail.facts')}</h2>
        <TaskFacts task={task} meetings={SEES_MEETINGS.has(actor.role)} today={today} t={t} />
      </aside>
    </article>
  )
}
