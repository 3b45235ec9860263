import clsx from 'clsx'
import { forbidden } from 'next/navigation'
import { RulerLegend } from '@/components/level/legend'
import { QueueCards } from '@/components/procedure/queue-cards'
import { QueueChips, QueueFilter } from '@/components/procedure/queue-filter'
import { queueHref } from '@/components/procedure/queue-link'
import { QueueTable } from '@/components/procedure/queue-table'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { PageSizes, PageSteps } from '@/components/ui/page-links'
import { Rows } from '@/components/ui/rows'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { freshenLevels } from '@/lib/data/freshen-levels'
import { countGroups, listProcedures, procedureChoices } from '@/lib/data/procedure-list'
import { SIGHT } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { procedureFilter, QUEUE_GROUPS } from '@/lib/schemas/procedure-queue'
import { PAGE_SIZES } from '@/lib/schemas/project'

export const generateMetadata = pageTitle('queue.title')

export default async function ProceduresPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SIGHT.procedure[actor.role]) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = procedureFilter.parse(asks)
  // First, so that whatever counts colours and states counts the same.
  await freshenLevels(actor.districtId, today)
  const [page, counts, choices] = await Promise.all([
    listProcedures(actor, filter, today),
    countGroups(actor, filter, today),
    procedureChoices(actor, filter),
  ])
  const pages = Math.max(1, Math.ceil(page.total / filter.size))
  const asked = queueHref(filter, { group: undefined, size: undefined }) !== '/procedures'
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('queue.title')}</h1>
        <nav aria-label={t('queue.groups')} className="flex min-w-0 flex-1 gap-1 overflow-x-auto">
          {QUEUE_GROUPS.map((group) => (
            <Link
              key={group}
              href={queueHref(filter, { group, kept: undefined })}
              aria-current={filter.group === group ? 'page' : undefined}
              className={clsx(
                'relative px-2.5 pt-1.5 pb-3 whitespace-nowrap max-sm:pt-3',
                filter.group === group
                  ? 'font-semibold text-ink after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:bg-ink'
                  : 'text-ink-2 hover:text-ink',
              )}
            >
              {t(`queue.group.${group}`)}
              {counts[group] !== undefined && <span className="ml-1 font-normal text-ink-3">{counts[group]}</span>}
            </Link>
          ))}
        </nav>
        <Link href="/time" className="no-print inline-flex items-center pt-1.5 pb-3 text-link max-sm:min-h-11">
          {t('time.title')}
        </Link>
        <span className="pb-3 text-xs text-ink-3 max-lg:hidden">{t('projects.asOf', { day: today })}</span>
      </header>
      <Misread parts={misread(procedureFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <QueueFilter filter={filter} choices={choices} role={actor.role} locale={locale} />
      <QueueChips filter={filter} choices={choices} role={actor.role} locale={locale} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(asked ? 'queue.empty' : 'queue.none')}</p>
          <p className="mt-1 text-ink-2">{t(asked ? 'queue.emptyHint' : 'queue.noneHint')}</p>
          {asked && (
            <Link href="/procedures" className="btn mt-5">
              {t('queue.showAll')}
            </Link>
          )}
        </div>
      ) : (
        <>
          <Rows
            as="section"
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.8] lang-en:print:[zoom:0.75]"
            aria-label={t('queue.title')}
          >
            <QueueTable page={page} people={actor.role !== 'CONTACT'} today={today} locale={locale} />
          </Rows>
          <Rows as="div" className="sm:hidden">
            <QueueCards page={page} today={today} locale={locale} />
          </Rows>
          <nav
            aria-label={t('queue.pages')}
            className="no-print flex min-h-10 flex-wrap items-center gap-4 border-t border-divider px-4 text-sm text-ink-2 max-sm:py-2 sm:px-6"
          >
            <span>{t('queue.count', { n: page.total })}</span>
            <span className="max-sm:hidden">
              <RulerLegend t={t} />
            </span>
            <span className="flex-1" />
            <PageSizes
              sizes={PAGE_SIZES}
              size={filter.size}
              hrefOf={(size) => queueHref(filter, { size })}
              words={(n) => t('projects.perPage', { n })}
            />
            <PageSteps
              page={filter.page}
              pages={pages}
              hrefOf={(to) => queueHref(filter, { page: to })}
              words={{
                previous: t('projects.previous'),
                here: t('queue.page', { page: filter.page, pages }),
                next: t('projects.next'),
              }}
            />
          </nav>
        </>
      )}
    </div>
  )
}
