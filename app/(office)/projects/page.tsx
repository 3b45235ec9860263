import clsx from 'clsx'
import { forbidden, redirect } from 'next/navigation'
import { ExportMenu } from '@/components/project/export-menu'
import { LedgerBar } from '@/components/project/ledger-bar'
import { FilterChips, LedgerFilter } from '@/components/project/ledger-filter'
import { LedgerGrid } from '@/components/project/ledger-grid'
import { ledgerHref } from '@/components/project/ledger-link'
import { LedgerPager } from '@/components/project/ledger-pager'
import { LedgerTabs, ViewTools } from '@/components/project/ledger-tabs'
import { ColumnTool, DensityTool, GroupTool } from '@/components/project/ledger-tools'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { freshenLevels } from '@/lib/data/freshen-levels'
import { filterChoices } from '@/lib/data/project-choices'
import { countQueries, listProjects } from '@/lib/data/project-list'
import { countViews } from '@/lib/data/project-views'
import { ledgerSetting } from '@/lib/data/table-settings'
import { listViews } from '@/lib/data/views'
import { relationFor, SIGHT, sharesViews } from '@/lib/domain/access'
import { isWithinCard } from '@/lib/domain/project-card'
import { seesCardOnly } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { PROJECT_VIEWS, projectFilter } from '@/lib/schemas/project'
import { BoardView, EmptyLedger, GanttView, GroupLine, TableView } from './_views/views'

export const generateMetadata = pageTitle('projects.title')

export default async function ProjectsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SIGHT.project[actor.role]) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = projectFilter.parse(asks)
  // First, so that whatever counts colours counts the same.
  await freshenLevels(actor.districtId, today)
  const views = async () => {
    const saved = await listViews(actor)
    return { saved, savedCounts: await countQueries(actor, saved, today) }
  }
  const [page, counts, choices, { saved, savedCounts }, setting] = await Promise.all([
    listProjects(actor, filter, today),
    countViews(actor, PROJECT_VIEWS, today),
    filterChoices(actor, filter.steward),
    views(),
    ledgerSetting(actor),
  ])
  const pages = Math.max(1, Math.ceil(page.total / filter.size))
  if (filter.page > pages) redirect(ledgerHref(filter, { page: pages }))
  const cardOnly = seesCardOnly(actor.role)
  const chosen = filter.columns ?? setting.columns
  const columns = cardOnly ? chosen.filter(isWithinCard) : chosen
  const may = {
    remind: relationFor(actor.role, 'reminder.send') !== null,
    transfer: relationFor(actor.role, 'handover.propose') !== null,
  }
  const shared = { actor, page, filter, today, locale, t }
  const formKey = () => issueFormKey(actor.userId)
  return (
    <LedgerGrid
      key={ledgerHref(filter, { page: filter.page })}
      all={filter.pick === 'all' ? page.total : null}
      copyWords={t('projects.copyBlock', { rows: '#', columns: '$' })}
      className={clsx(
        'ledger page-lying-a3 group/ledger flex flex-col bg-card print:h-auto',
        filter.full ? 'full-screen fixed inset-0 z-40 h-dvh print:static' : 'sm:h-full',
      )}
    >
      <header className="flex flex-wrap items-end gap-x-4 border-b border-divider px-4 pt-2.5 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap max-sm:row-start-1">{t('projects.title')}</h1>
        <LedgerTabs filter={filter} counts={counts} saved={saved} savedCounts={savedCounts} t={t} />
        <ViewTools
          filter={filter}
          saved={saved}
          mayShare={sharesViews(actor.role)}
          formKeys={[formKey(), formKey(), formKey()]}
          t={t}
        />
        <span className="flex-1 max-sm:hidden" />
        {relationFor(actor.role, 'project.create') && (
          <Link href="/projects/new" className="btn mb-2 no-print max-sm:col-start-2 max-sm:row-start-1">
            {t('projects.create')}
          </Link>
        )}
        <span className="pb-3 text-xs text-ink-3 max-lg:hidden">{t('projects.asOf', { day: today })}</span>
      </header>
      <Misread parts={misread(projectFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <LedgerFilter filter={filter} choices={choices} t={t} />
      <LedgerBar
        filter={filter}
        total={page.total}
        may={may}
        chips={<FilterChips filter={filter} choices={choices} t={t} />}
        tools={
          filter.show === 'table' && (
            <>
              <GroupTool filter={filter} t={t} />
              <DensityTool filter={filter} density={setting.density} formKey={formKey()} t={t} />
              <ColumnTool filter={filter} columns={columns} cardOnly={cardOnly} formKey={formKey()} t={t} />
            </>
          )
        }
        t={t}
      >
        <ExportMenu filter={filter} cardOnly={cardOnly} t={t} />
      </LedgerBar>
      {filter.group && filter.show === 'table' && page.total > 0 && <GroupLine {...shared} group={filter.group} />}
      {page.total === 0 ? (
        <EmptyLedger nothing={counts.all === 0} t={t} />
      ) : (
        <>
          {filter.show === 'table' && (
            <TableView {...shared} columns={columns} density={setting.density} pickable={may.remind || may.transfer} />
          )}
          {filter.show === 'gantt' && <GanttView {...shared} />}
          {filter.show === 'board' && <BoardView {...shared} />}
          {(filter.show !== 'board' || filter.stage) && <LedgerPager filter={filter} total={page.total} t={t} />}
        </>
      )}
    </LedgerGrid>
  )
}
