import clsx from 'clsx'
import { Maximize, Minimize, Printer, RefreshCw } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import type { Translator } from '@/lib/i18n/translator'
import { PROJECT_SHOWS, type ProjectFilter } from '@/lib/schemas/project'
import { ledgerQuery } from '@/lib/schemas/project-address'
import { HiddenQuery } from './hidden-query'
import { TickedCount } from './ledger-grid'
import { ledgerHref } from './ledger-link'

export const iconButton = 'btn size-8 border-transparent! p-0! text-ink-2 max-sm:size-11'

/**
 * The bar above the rows: what can be done with the ticked ones, what is filtered by, ways to show them, tools.
 *
 * @param tools the tools that remember something; `children` stand at the right end, where the export is
 */
export function LedgerBar({
  filter,
  total,
  may,
  chips,
  tools,
  children,
  t,
}: {
  filter: ProjectFilter
  total: number
  may: Readonly<{ remind: boolean; transfer: boolean }>
  chips: React.ReactNode
  tools: React.ReactNode
  children?: React.ReactNode
  t: Translator
}) {
  const here = ledgerHref(filter, { page: filter.page })
  return (
    <div className="no-print flex min-h-[42px] flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-2.5 sm:px-6">
      {(may.remind || may.transfer) && <TickedActions filter={filter} total={total} may={may} t={t} />}
      {chips}
      <span className="flex-1" />
      <nav
        aria-label={t('projects.shows')}
        className="flex h-8 overflow-hidden rounded border border-divider text-xs max-sm:h-11"
        {...markup(
          PROJECT_SHOWS.map((show) => (
            <Link
              key={show}
              href={ledgerHref(filter, { show, as: undefined })}
              aria-current={filter.show === show ? 'true' : undefined}
              className={clsx(
                'grid place-items-center px-3 max-sm:px-4',
                filter.show === show ? 'bg-subtle font-semibold text-ink' : 'text-ink-2 hover:bg-hover',
              )}
            >
              {t(`projects.show.${show}`)}
            </Link>
          )),
        )}
      />
      <div className="flex items-center max-sm:hidden">
        <a href={here} className={iconButton} title={t('projects.refresh')} aria-label={t('projects.refresh')}>
          <RefreshCw size={16} aria-hidden="true" />
        </a>
        {tools}
        <Link
          href={ledgerHref(filter, { page: filter.page, full: filter.full ? undefined : '1' })}
          className={iconButton}
          title={t(filter.full ? 'projects.fullEnd' : 'projects.full')}
          aria-label={t(filter.full ? 'projects.fullEnd' : 'projects.full')}
        >
          {filter.full ? <Minimize size={16} aria-hidden="true" /> : <Maximize size={16} aria-hidden="true" />}
        </Link>
        <button
          type="button"
          data-print
          className={clsx(iconButton, 'hidden! group-data-ready/ledger:inline-flex!')}
          title={t('projects.print')}
          aria-label={t('projects.print')}
        >
          <Printer size={16} aria-hidden="true" />
        </button>
      </div>
      {children}
    </div>
  )
}

/** A GET form: the ticked rows, or the filter that holds them, go on to the page that says what will happen. */
function TickedActions({
  filter,
  total,
  may,
  t,
}: {
  filter: ProjectFilter
  total: number
  may: Readonly<{ remind: boolean; transfer: boolean }>
  t: Translator
}) {
  const rest = ledgerQuery(filter, { page: filter.page })
  return (
    <form id="ticked" action="/projects/transfer" className="when-ticked flex flex-wrap items-center gap-2">
      <HiddenQuery query={rest} />
      {filter.pick === 'all' && <input type="hidden" name="pick" value="all" />}
      <b className="hidden whitespace-nowrap group-data-ready/ledger:inline">
        <TickedCount words={t('projects.ticked', { n: '#' })} />
      </b>
      {may.remind && (
        <button type="submit" formAction="/projects/remind" className="btn border-divider!">
          {t('projects.remind')}
        </button>
      )}
      {may.transfer && (
        <button type="submit" className="btn border-divider!">
          {t('projects.transfer')}
        </button>
      )}
      {filter.pick !== 'all' && total > 0 && (
        <a
          href={ledgerHref(filter, { page: filter.page, pick: 'all' })}
          className="btn btn-text group-data-ready/ledger:not-group-data-whole/ledger:hidden"
        >
          {t('projects.tickAll', { n: total })}
        </a>
      )}
      <a href={ledgerHref(filter, { page: filter.page })} className="btn btn-text">
        {t('projects.untick')}
      </a>
    </form>
  )
}
