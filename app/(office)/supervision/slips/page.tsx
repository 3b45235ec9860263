import { forbidden } from 'next/navigation'
import { SupervisionFilterBar } from '@/components/supervision/slip-filter'
import { supervisionQuery, supervisionsHref } from '@/components/supervision/slip-link'
import { SupervisionCards, SupervisionTable } from '@/components/supervision/slip-table'
import { SupervisionHead } from '@/components/supervision/supervision-head'
import { ListFoot } from '@/components/task/list-foot'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listSupervisions, supervisionChoices } from '@/lib/data/supervision-list'
import { SEES_SLIPS } from '@/lib/domain/supervision/sight'
import { translator } from '@/lib/i18n/translator'
import { misread } from '@/lib/schemas/misread'
import { supervisionFilter } from '@/lib/schemas/supervision'

export const generateMetadata = pageTitle('supervisionSlip.title')

export default async function SlipsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_SLIPS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = supervisionFilter.parse(asks)
  const [page, choices] = await Promise.all([listSupervisions(actor, filter, today), supervisionChoices(actor)])
  const asked = supervisionQuery(filter) !== ''
  return (
    <div className="flex flex-col sm:h-full print:block print:h-auto">
      <SupervisionHead title={t('supervisionSlip.title')} at="slips" role={actor.role} t={t} />
      <Misread parts={misread(supervisionFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      <SupervisionFilterBar filter={filter} choices={choices} t={t} />
      {page.total === 0 ? (
        <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
          <p className="text-lg font-semibold">{t(asked ? 'supervisionSlip.empty' : 'supervisionSlip.noneYet')}</p>
          <p className="mt-1 text-ink-2">{t(asked ? 'supervisionSlip.emptyHint' : 'supervisionSlip.noneYetHint')}</p>
          <Link href={supervisionsHref({ state: 'all' })} className="btn mt-5">
            {t('supervisionSlip.showAll')}
          </Link>
        </div>
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible"
            aria-label={t('supervisionSlip.title')}
          >
            <SupervisionTable rows={page.rows} today={today} t={t} />
          </section>
          <div className="sm:hidden">
            <SupervisionCards rows={page.rows} today={today} t={t} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('supervisionSlip.total', { n: page.total }),
          ...(page.late > 0 ? [t('supervisionSlip.lateTotal', { n: page.late })] : []),
          ...(page.released === null ? [] : [t('supervisionSlip.releasedTotal', { n: page.released })]),
        ]}
        doors={
          page.total === 0
            ? []
            : [
                { href: `/supervision/slips/print${supervisionQuery(filter)}`, label: t('supervisionSlip.print') },
                {
                  href: `/api/export/supervision${supervisionQuery(filter)}`,
                  label: t('supervisionSlip.export'),
                  file: true,
                },
              ]
        }
        page={filter.page}
        total={page.total}
        hrefOf={(n) => supervisionsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
