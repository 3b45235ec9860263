import 'server-only'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import { REPORT_STATES, type ReportState } from '@/lib/domain/sealed-report'
import { REPORT_PAGE, type ReportFilter, type ReportPage, type ReportView } from '@/lib/schemas/sealed-report'
import type { Prisma } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { lateReports, openReports, reportColumns, reportRowOf, visibleReports } from './report-rows'

const inView = (view: ReportView): Prisma.SealedReportWhereInput =>
  view === 'all' ? {} : view === 'open' ? openReports : { state: view }

/** What waits comes in the order it is due, everything else the latest first; within an hour there is no order. */
const orderOf = (view: ReportView): Prisma.SealedReportOrderByWithRelationInput[] => {
  const way = view === 'open' ? 'asc' : 'desc'
  return [{ filedOn: way }, { filedHour: way }, { id: 'asc' }]
}

/** A page of the reports the actor sees, still sealed, with how many there are of each kind. */
export async function listReports(actor: Actor, filter: ReportFilter, today: PlainDate): Promise<ReportPage> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const late = lateReports(today, calendar)
  const { from, to, view } = filter
  const days = { ...(from && { gte: toDb(from) }), ...(to && { lte: toDb(to) }) }
  const asked: Prisma.SealedReportWhereInput = {
    AND: [visibleReports(actor), ...(from || to ? [{ filedOn: days }] : [])],
  }
  const shown = { AND: [asked, inView(view), ...(filter.late ? [late] : [])] }
  const [records, total, lateTotal, open, states] = await Promise.all([
    db.sealedReport.findMany({
      where: shown,
      orderBy: orderOf(view),
      skip: (filter.page - 1) * REPORT_PAGE,
      take: REPORT_PAGE,
      select: reportColumns,
    }),
    db.sealedReport.count({ where: shown }),
    db.sealedReport.count({ where: { AND: [asked, inView(view), late] } }),
    db.sealedReport.count({ where: { AND: [asked, openReports] } }),
    db.sealedReport.groupBy({ by: ['state'], where: asked, _count: { _all: true } }),
  ])
  const inState = new Map<ReportState, number>(states.map(({ state, _count }) => [state, _count._all]))
  const byState = Object.fromEntries(REPORT_STATES.map((state) => [state, inState.get(state) ?? 0]))
  const all = [...inState.values()].reduce((a, b) => a + b, 0)
  return {
    rows: records.map((record) => reportRowOf(record, today, calendar)),
    total,
    late: lateTotal,
    counts: { ...byState, open, all } as ReportPage['counts'],
  }
}

/** How many reports wait for the commission, are not registered yet, and are past a limit; none for anybody else. */
export async function reportFigures(
  actor: Actor,
  today: PlainDate,
): Promise<Readonly<{ open: number; unregistered: number; late: number }>> {
  const { calendar } = await loadLevelContext(db, actor.districtId, today)
  const count = (where: Prisma.SealedReportWhereInput) =>
    db.sealedReport.count({ where: { AND: [visibleReports(actor), where] } })
  const [open, unregistered, late] = await Promise.all([
    count(openReports),
    count({ state: 'RECEIVED' }),
    count({ AND: [openReports, lateReports(today, calendar)] }),
  ])
  return { open, unregistered, late }
}
