import clsx from 'clsx'
import { TextField } from '@/components/ui/fields'
import { Form, Submit } from '@/components/ui/form'
import { Plus, Settings2 } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import { addView, deleteView, editView } from '@/lib/actions/views'
import type { Translator } from '@/lib/i18n/translator'
import { PROJECT_VIEWS, type ProjectFilter } from '@/lib/schemas/project'
import { savedViewHref, viewQuery } from '@/lib/schemas/project-address'
import { VIEW_NAME_MAX } from '@/lib/schemas/view'

export type SavedView = Readonly<{
  id: string
  name: string
  query: string
  shared: boolean
  version: number
  mine: boolean
  owner: string
}>

/** Views of the ledger as tabs, each with what it holds for the reader: the usual ones, his own, those others share. */
export function LedgerTabs({
  filter,
  counts,
  saved,
  savedCounts,
  t,
}: {
  filter: ProjectFilter
  counts: Readonly<Record<(typeof PROJECT_VIEWS)[number], number>>
  saved: readonly SavedView[]
  savedCounts: ReadonlyMap<string, number>
  t: Translator
}) {
  const open = saved.find((view) => view.id === filter.saved)
  return (
    <nav
      aria-label={t('projects.views')}
      className="flex min-w-0 gap-1 overflow-x-auto max-sm:col-start-1 max-sm:row-start-2"
      {...markup(
        <>
          {PROJECT_VIEWS.filter((view) => view !== 'mine' || counts.mine > 0).map((view) => (
            <Tab
              key={view}
              href={view === 'all' ? '/projects' : `/projects?view=${view}`}
              current={!open && filter.view === view}
              name={t(`project.view.${view}`)}
              count={counts[view]}
            />
          ))}
          {saved.map((view) => (
            <Tab
              key={view.id}
              href={savedViewHref(view.id, view.query)}
              current={open === view}
              name={view.name}
              title={view.mine ? undefined : t('views.sharedBy', { name: view.owner })}
              count={savedCounts.get(view.id) ?? 0}
            />
          ))}
        </>,
      )}
    />
  )
}

function Tab({
  href,
  current,
  name,
  title,
  count,
}: {
  href: string
  current: boolean
  name: string
  title?: string
  count: number
}) {
  return (
    <Link
      href={href}
      title={title}
      aria-current={current ? 'page' : undefined}
      className={clsx(
        'relative px-2.5 pt-1.5 pb-3 whitespace-nowrap',
        current
          ? 'font-semibold text-ink after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:bg-ink'
          : 'text-ink-2 hover:text-ink',
      )}
    >
      {name}
      <span className="ml-1 font-normal text-ink-3">{count}</span>
    </Link>
  )
}

const summary =
  'inline-flex list-none items-center gap-1 px-1 pt-1.5 pb-3 whitespace-nowrap text-ink-3 hover:text-ink [&::-webkit-details-marker]:hidden'
const panel =
  'absolute right-0 z-40 w-72 rounded-md border border-control bg-card p-4 shadow-lg max-sm:fixed max-sm:inset-x-4 max-sm:w-auto'

/** ＋存为视图, and beside it what can be done with the view that is open. */
export function ViewTools({
  filter,
  saved,
  mayShare,
  formKeys,
  t,
}: {
  filter: ProjectFilter
  saved: readonly SavedView[]
  mayShare: boolean
  formKeys: readonly [string, string, string]
  t: Translator
}) {
  const open = saved.find((view) => view.id === filter.saved)
  const query = viewQuery(filter)
  return (
    <div className={clsx('no-print flex gap-2', open ? 'max-sm:col-span-2' : 'max-sm:col-start-2 max-sm:row-start-2')}>
      <details name="ledger-tool" className="relative">
        <summary className={summary}>
          <Plus size={14} aria-hidden="true" />
          {t('views.save')}
        </summary>
        <div className={panel}>
          <Form action={addView} formKey={formKeys[0]} label={t('views.save')} className="space-y-3">
            <input type="hidden" name="query" value={query} />
            <TextField name="name" label={t('views.name')} maxLength={VIEW_NAME_MAX} autoComplete="off" />
            {mayShare && <Share t={t} />}
            <p className="text-xs text-ink-3">{t('views.saveHint')}</p>
            <Submit>{t('form.save')}</Submit>
          </Form>
        </div>
      </details>
      {open && !open.mine && (
        <span className="pt-1.5 pb-3 text-xs whitespace-nowrap text-ink-3">
          {t('views.sharedBy', { name: open.owner })}
        </span>
      )}
      {open?.mine && (
        <details name="ledger-tool" className="relative">
          <summary className={summary}>
            <Settings2 size={14} aria-hidden="true" />
            {t('views.change')}
          </summary>
          <div className={panel}>
            <Form action={editView} formKey={formKeys[1]} label={t('views.change')} className="space-y-3">
              <input type="hidden" name="viewId" value={open.id} />
              <input type="hidden" name="version" value={open.version} />
              <TextField name="name" label={t('views.name')} initial={open.name} maxLength={VIEW_NAME_MAX} />
              {mayShare && <Share shared={open.shared} t={t} />}
              {query !== open.query && (
                <label className="flex items-center gap-2">
                  <input type="checkbox" name="query" value={query} className="size-4 accent-[var(--brand-solid)]" />
                  {t('views.refill')}
                </label>
              )}
              <Submit>{t('form.save')}</Submit>
            </Form>
            <Form action={deleteView} formKey={formKeys[2]} className="mt-3 border-t border-divider pt-3">
              <input type="hidden" name="viewId" value={open.id} />
              <Submit quiet>{t('views.remove')}</Submit>
              <span className="ml-2 text-xs text-ink-3">{t('views.removeHint')}</span>
            </Form>
          </div>
        </details>
      )}
      {open && query !== open.query && (
        <Link href={savedViewHref(open.id, open.query)} className="pt-1.5 pb-3 text-xs whitespace-nowrap text-link">
          {t('views.restore')}
        </Link>
      )}
    </div>
  )
}

function Share({ shared = false, t }: { shared?: boolean; t: Translator }) {
  return (
    <label className="flex items-center gap-2">
      <input type="checkbox" name="shared" defaultChecked={shared} className="size-4 accent-[var(--brand-solid)]" />
      {t('views.share')}
    </label>
  )
}
