import { forbidden } from 'next/navigation'
import { PointFilterBar } from '@/components/point/point-filter'
import { pointQuery, pointsHref } from '@/components/point/point-link'
import { PointCards, PointTable } from '@/components/point/point-table'
import { SupervisionHead } from '@/components/supervision/supervision-head'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listPoints } from '@/lib/data/monitor-points'
import { relationFor } from '@/lib/domain/access'
import { SEES_POINTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { POINT_TABS, pointFilter } from '@/lib/schemas/monitor-point'

export const generateMetadata = pageTitle('point.title')

export default async function PointsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_POINTS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = pointFilter.parse(asks)
  const page = await listPoints(actor, filter, today)
  const prints = relationFor(actor.role, 'plate.issue') !== null
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <SupervisionHead title={t('point.title')} at="points" role={actor.role} t={t}>
        {prints && (
          <Link href="/supervision/posters" className="btn mb-2">
            {t('point.posters')}
          </Link>
        )}
        {relationFor(actor.role, 'point.create') !== null && (
          <Link href="/supervision/points/new" className="no-print btn btn-primary mb-2">
            {t('point.new')}
          </Link>
        )}
      </SupervisionHead>
      <Misread parts={misread(pointFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <div className="flex flex-wrap px-4 pt-1 sm:px-6">
        <TaskTabs
          label={t('point.tabs')}
          tabs={POINT_TABS.map((tab) => ({
            name: tab,
            text: tab === 'all' ? t('point.all') : t(`point.state.${tab}`),
            href: pointsHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
      </div>
      <PointFilterBar filter={filter} t={t} />
      {page.rows.length === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t('point.empty')}</p>
          <p className="mt-1 text-ink-2">{t('point.emptyHint')}</p>
          <Link href={pointsHref({}, { state: 'all' })} className="btn mt-5">
            {t('point.showAll')}
          </Link>
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.78]"
            aria-label={t('point.title')}
          >
            <PointTable rows={page.rows} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <PointCards rows={page.rows} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[t('point.total', { n: page.total })]}
        doors={[
          {
            href: `/api/export/points${pointQuery(filter, { page: undefined })}`,
            label: t('point.export'),
            file: true,
          },
        ]}
        page={filter.page}
        total={page.total}
        hrefOf={(to) => pointsHref(filter, { page: String(to) })}
        t={t}
      />
    </div>
  )
}
