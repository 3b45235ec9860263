import { forbidden } from 'next/navigation'
import { briefingsHref } from '@/components/briefing/briefing-link'
import { BriefingTable } from '@/components/briefing/briefing-table'
import { BriefingTabs } from '@/components/briefing/briefing-tabs'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { PageSteps } from '@/components/ui/page-links'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { listBriefings } from '@/lib/data/briefings'
import { relationFor } from '@/lib/domain/access'
import { READS_BRIEFING_DRAFTS, READS_BRIEFINGS } from '@/lib/domain/briefing/sight'
import { translator } from '@/lib/i18n/translator'
import { BRIEFING_PAGE, BRIEFING_TABS, briefingFilter } from '@/lib/schemas/briefing'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('briefing.title')

export default async function BriefingsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!READS_BRIEFINGS.has(actor.role)) forbidden()
  const t = translator(locale)
  const asks = await searchParams
  const filter = briefingFilter.parse(asks)
  const { rows, total, counts } = await listBriefings(actor, filter)
  const writes = relationFor(actor.role, 'briefing.create') !== null
  const pages = Math.max(1, Math.ceil(total / BRIEFING_PAGE))
  return (
    <div className="page-lying-a4">
      <header className="flex flex-wrap items-end gap-x-6 border-b border-divider px-4 pt-2.5 sm:px-6">
        <h1 className="pb-2.5 text-xl font-semibold whitespace-nowrap">{t('briefing.title')}</h1>
        <BriefingTabs here="papers" writes={writes} t={t} />
        {writes && (
          <Link href="/briefings/new" className="btn btn-primary no-print mb-2">
            {t('briefing.new.open')}
          </Link>
        )}
      </header>
      <Misread parts={misread(briefingFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {READS_BRIEFING_DRAFTS.has(actor.role) && (
        <div className="no-print flex px-4 pt-2 sm:px-6">
          <TaskTabs
            label={t('briefing.states')}
            tabs={BRIEFING_TABS.map((name) => ({
              name,
              text: t(`briefing.state.${name}`),
              href: briefingsHref(filter, { state: name }),
              on: filter.state === name,
              n: counts[name],
            }))}
          />
        </div>
      )}
      {rows.length === 0 ? (
        <div className="px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t('briefing.none')}</p>
          <p className="mt-1 text-ink-2">{t(writes ? 'briefing.noneHint' : 'briefing.noneRead')}</p>
        </div>
      ) : (
        <div className="px-4 py-3 sm:px-6">
          <BriefingTable rows={rows} t={t} />
          {pages > 1 && (
            <p className="no-print flex gap-4 py-3">
              <PageSteps
                page={filter.page}
                pages={pages}
                hrefOf={(page) => briefingsHref(filter, { page })}
                words={{
                  previous: t('projects.previous'),
                  here: t('projects.page', { page: filter.page, pages }),
                  next: t('projects.next'),
                }}
              />
            </p>
          )}
        </div>
      )}
    </div>
  )
}
