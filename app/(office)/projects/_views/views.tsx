import clsx from 'clsx'
import { GanttToday } from '@/components/project/gantt-today'
import { groupName } from '@/components/project/group-name'
import { LedgerCards } from '@/components/project/ledger-cards'
import { ledgerHref } from '@/components/project/ledger-link'
import { LedgerTable } from '@/components/project/ledger-table'
import { ProjectBoard } from '@/components/project/project-board'
import { ProjectGantt } from '@/components/project/project-gantt'
import { ProjectGanttTable } from '@/components/project/project-gantt-table'
import { Link } from '@/components/ui/link'
import { Rows } from '@/components/ui/rows'
import { projectBoard } from '@/lib/data/project-board'
import { loadExtras } from '@/lib/data/project-extras'
import { countGroups, groupTotals } from '@/lib/data/project-groups'
import { milestonesOf } from '@/lib/data/project-milestones'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { seesCardOnly } from '@/lib/domain/sight'
import type { Locale } from '@/lib/i18n/locale'
import type { Translator } from '@/lib/i18n/translator'
import type { Density, ProjectFilter, ProjectGroup } from '@/lib/schemas/project'
import type { ProjectColumn } from '@/lib/schemas/project-column'
import type { ProjectPage } from '@/lib/schemas/project-row'

type View = Readonly<{
  actor: Actor
  page: ProjectPage
  filter: ProjectFilter
  today: PlainDate
  locale: Locale
  t: Translator
}>

const frame = 'under-heads relative flex-1 overflow-auto border-t border-control print:overflow-visible'

export async function TableView({
  columns,
  density,
  pickable,
  ...view
}: View & { columns: readonly ProjectColumn[]; density: Density; pickable: boolean }) {
  const { actor, page, filter, today, locale, t } = view
  const [extras, groups] = await Promise.all([
    loadExtras(
      actor,
      page.rows.map((row) => row.id),
      columns,
      today,
    ),
    filter.group ? groupTotals(actor, filter, filter.group, page.rows, today) : null,
  ])
  return (
    <>
      <Rows
        as="section"
        tabIndex={0}
        className={clsx(frame, 'hidden sm:block print:block')}
        aria-label={t('projects.title')}
      >
        <LedgerTable
          page={page}
          extras={extras}
          groups={groups}
          filter={filter}
          columns={columns}
          density={density}
          pickable={pickable}
          today={today}
          locale={locale}
        />
      </Rows>
      <Rows as="div" className="sm:hidden print:hidden">
        <LedgerCards
          page={page}
          filter={filter}
          cardOnly={seesCardOnly(actor.role)}
          pickable={pickable}
          today={today}
          locale={locale}
        />
      </Rows>
    </>
  )
}

export async function GanttView({ actor, page, filter, today, locale, t }: View) {
  const milestones = await milestonesOf(seesCardOnly(actor.role) ? [] : page.rows.map((row) => row.id))
  return (
    <>
      <Rows as="section" tabIndex={0} className={frame} aria-label={t('projects.show.gantt')}>
        {filter.as === 'table' ? (
          <ProjectGanttTable page={page} milestones={milestones} today={today} t={t} />
        ) : (
          <ProjectGantt page={page} milestones={milestones} today={today} locale={locale} />
        )}
      </Rows>
      <GanttToday />
    </>
  )
}

export async function BoardView({ actor, filter, today, locale, t }: View) {
  const columns = await projectBoard(actor, filter, today)
  return (
    <section tabIndex={0} className={frame} aria-label={t('projects.show.board')}>
      <ProjectBoard columns={columns} filter={filter} locale={locale} />
    </section>
  )
}

/** All groups of the filter with what they hold, each the way to its rows: also those on other pages. */
export async function GroupLine({ actor, filter, group, today, t }: View & { group: ProjectGroup }) {
  const groups = await countGroups(actor, filter, group, today)
  return (
    <ul aria-label={t('projects.groups')} className="flex flex-wrap gap-x-4 px-4 pb-2 text-sm sm:px-6">
      {groups.map(({ key, name, total }) => (
        <li key={key}>
          <Link href={ledgerHref(filter, { group: undefined, [group]: key })} className="text-ink-2 hover:text-link">
            {groupName(group, key, name, t)}
            <span className="ml-1 text-ink-3">{total}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function EmptyLedger({ nothing, t }: { nothing: boolean; t: Translator }) {
  return (
    <div className="flex flex-1 flex-col items-center border-t border-control pt-24 text-center">
      <p className="text-lg font-semibold">{t(nothing ? 'projects.none' : 'projects.empty')}</p>
      <p className="mt-1 text-ink-2">{t(nothing ? 'projects.noneHint' : 'projects.emptyHint')}</p>
      {!nothing && (
        <Link href="/projects" className="btn mt-5">
          {t('projects.showAll')}
        </Link>
      )}
    </div>
  )
}
