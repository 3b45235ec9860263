import { forbidden } from 'next/navigation'
import { ComplaintFilterBar } from '@/components/complaint/complaint-filter'
import { complaintQuery, complaintsHref } from '@/components/complaint/complaint-link'
import { ComplaintCards, ComplaintTable } from '@/components/complaint/complaint-table'
import { SupervisionHead } from '@/components/supervision/supervision-head'
import { ListFoot } from '@/components/task/list-foot'
import { TaskTabs } from '@/components/task/task-tabs'
import { Link } from '@/components/ui/link'
import { Misread } from '@/components/ui/misread'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { complaintChoices, listComplaints } from '@/lib/data/complaint-list'
import { relationFor } from '@/lib/domain/access'
import { SEES_COMPLAINTS } from '@/lib/domain/sight'
import { translator } from '@/lib/i18n/translator'
import { COMPLAINT_TABS, complaintFilter } from '@/lib/schemas/complaint'
import { misread } from '@/lib/schemas/misread'

export const generateMetadata = pageTitle('complaint.title')

export default async function ComplaintsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor, locale } = await requireActor()
  if (!SEES_COMPLAINTS.has(actor.role)) forbidden()
  const t = translator(locale)
  const today = businessDay()
  const asks = await searchParams
  const filter = complaintFilter.parse(asks)
  // What the bureau accepted is about itself: it has gone out of its sight, and here it is said to whom.
  const handed = actor.role === 'BIZENV' && /^\d{1,7}$/.exec(String(asks._handed ?? ''))?.[0]
  const [page, choices] = await Promise.all([listComplaints(actor, filter, today), complaintChoices(actor, today)])
  const asked = complaintQuery(filter, { state: undefined }) !== ''
  const some = asked || page.counts.all > 0
  // What somebody has totals of and no rows says so, instead of looking like an empty list.
  const note =
    actor.role === 'OFFICE' ? t('complaint.totalsOnly') : actor.role === 'HEAD' ? t('complaint.redOnly') : null
  const total = actor.role === 'OFFICE' ? page.counts[filter.state] : page.total
  return (
    <div className="page-lying-a4 flex flex-col sm:h-full print:block print:h-auto">
      <SupervisionHead title={t('complaint.title')} at="complaints" role={actor.role} t={t}>
        {relationFor(actor.role, 'complaint.enter') !== null && (
          <Link
            href="/supervision/complaints/new"
            className="no-print inline-flex items-center pb-2.5 text-link max-sm:min-h-11 max-sm:pb-0"
          >
            {t(actor.role === 'CONTACT' ? 'complaint.enterOwn' : 'complaint.enter')}
          </Link>
        )}
      </SupervisionHead>
      <div className="border-b border-divider px-4 pt-2.5 sm:px-6">
        <TaskTabs
          label={t('complaint.tabs')}
          tabs={COMPLAINT_TABS.map((tab) => ({
            name: tab,
            text: tab === 'open' || tab === 'all' ? t(`complaint.tab.${tab}`) : t(`complaint.state.${tab}`),
            href: complaintsHref(filter, { state: tab }),
            on: filter.state === tab,
            n: page.counts[tab],
          }))}
        />
      </div>
      {handed && (
        <p role="status" className="border-b border-divider bg-subtle px-4 py-2 sm:px-6">
          {t('complaint.handed', { n: handed })}
        </p>
      )}
      <Misread parts={misread(complaintFilter, asks)} words={(parts) => t('shell.misread', { parts })} />
      {actor.role !== 'OFFICE' && <ComplaintFilterBar filter={filter} choices={choices} t={t} />}
      {note && <p className="px-4 py-2 text-ink-2 sm:px-6">{note}</p>}
      {page.rows.length === 0 ? (
        actor.role !== 'OFFICE' && (
          <div className="flex flex-1 flex-col items-center border-t border-control px-4 pt-24 text-center">
            <p className="text-lg font-semibold">{t(some ? 'complaint.empty' : 'complaint.none')}</p>
            <p className="mt-1 text-ink-2">{t(some ? 'complaint.emptyHint' : 'complaint.noneHint')}</p>
            {some && (
              <Link href={complaintsHref({ state: 'all' })} className="btn mt-5">
                {t('complaint.showAll')}
              </Link>
            )}
          </div>
        )
      ) : (
        <>
          <section
            tabIndex={0}
            className="under-heads relative hidden flex-1 overflow-auto border-t border-control sm:block print:overflow-visible print:[zoom:0.72]"
            aria-label={t('complaint.title')}
          >
            <ComplaintTable rows={page.rows} today={today} locale={locale} />
          </section>
          <div className="sm:hidden">
            <ComplaintCards rows={page.rows} today={today} locale={locale} />
          </div>
        </>
      )}
      <ListFoot
        totals={[
          t('complaint.total', { n: total }),
          // Beside rows of which he reads the red ones only, the number of all that are late would count others.
          ...(page.late > 0 && actor.role !== 'HEAD' ? [t('complaint.lateTotal', { n: page.late })] : []),
        ]}
        doors={
          page.total === 0
            ? []
            : [
                { href: `/supervision/complaints/print${complaintQuery(filter)}`, label: t('complaint.print') },
                { href: `/api/export/complaints${complaintQuery(filter)}`, label: t('complaint.export'), file: true },
              ]
        }
        page={filter.page}
        total={page.total}
        paged
        hrefOf={(n) => complaintsHref(filter, { page: n })}
        t={t}
      />
    </div>
  )
}
