import { forbidden } from 'next/navigation'
import { ListFoot } from '@/components/task/list-foot'
import { TaskCards } from '@/components/task/task-cards'
import { TaskFilterBar } from '@/components/task/task-filter'
import { slipsHref, taskQuery, tasksHref } from '@/components/task/task-link'
import { TaskTable } from '@/components/task/task-table'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listTasks, taskChoices } from '@/lib/data/task-list'
import { SEES_TASKS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { TASK_TABS, taskFilter } from '@/lib/schemas/task'

export const generateMetadata = pageTitle('task.title')

export default async function TasksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_TASKS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = taskFilter.parse(asks)
  const [page, choices] = await Promise.all([listTasks(actor, filter, today), taskChoices(actor)])
  const asked = taskQuery(filter, { state: undefined }) !== ''
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 max-sm:justify-between sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('task.title')}</h1>
        <TaskTabs
          label={t('task.tabs')}
          tabs={TASK_TABS.map((tab) => ({
            name: tab,
            // What waits to be handed out is counted there too.
            text: t(tab === 'TO_SIGN' ? 'task.toSignTab' : `task.tab.${tab}`),
            href: tasksHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
        <Link href={slipsHref({})} className="pb-3 text-link">
          {t('task.slipsLink')}
        </Link>
      </header>
      <Misread parts={misread(taskFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <TaskFilterBar filter={filter} choices={choices} role={actor.role} t={t} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(asked ? 'task.empty' : 'task.none')}</p>
          <p className="mt-1 text-ink-2">{t(asked ? 'task.emptyHint' : 'task.noneHint')}</p>
          {(asked || page.counts.all > 0) && (
            <Link href={tasksHref({ state: 'all' })} className="btn mt-5">
              {t('task.showAll')}
            </Link>
          )}
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.78]"
            aria-label={t('task.title')}
          >
            <TaskTable rows={page.rows} today={today} t={t} />
          </section>
          <div className="sm:hidden">
            <TaskCards rows={page.rows} today={today} t={t} />
          </div>
        </>
      )}
      <ListFoot
        totals={[t('task.total', { n: page.total }), ...(page.late > 0 ? [t('task.lateTotal', { n: page.late })] : [])]}
        doors={[
          { href: `/tasks/print${taskQuery(filter)}`, label: t('task.print') },
          { href: `/api/export/decisions${taskQuery(filter)}`, label: t('task.export'), file: true },
        ]}
        page={filter.page}
        total={page.total}
        hrefOf={(n) => tasksHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
