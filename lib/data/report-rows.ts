import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { lateBefore } from '@/lib/domain/meeting/task-level'
import type { PlainDate } from '@/lib/domain/plain-date'
import {
  type ReportFacts,
  reportClock,
  reportLevel,
  reportLimit,
  SETTLED_REPORTS,
  TELL_WD,
} from '@/lib/domain/sealed-report'
import { SEES_REPORTS } from '@/lib/domain/sight'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import type { ReportRow } from '@/lib/schemas/sealed-report'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, fromDb, toDb } from './date'

/** The reports an actor sees: the commission its district's, nobody else any. */
export const visibleReports = ({ role, districtId }: Actor): Prisma.SealedReportWhereInput =>
  SEES_REPORTS.has(role) ? { districtId } : { id: { in: [] } }

/** What waits for the commission: what is not settled, and what somebody who gave his name has not been told of. */
export const openReports: Prisma.SealedReportWhereInput = {
  OR: [{ state: { notIn: [...SETTLED_REPORTS] } }, { realName: true, OR: [{ toldOn: null }, { answeredOn: null }] }],
}

/** What is past its limit by a working day or more: as `reportLimit` says it. */
export function lateReports(today: PlainDate, calendar: WorkCalendar): Prisma.SealedReportWhereInput {
  const before = { lt: toDb(lateBefore(calendar, today, TELL_WD + 1)) }
  return {
    OR: [
      { toldOn: null, filedOn: before, OR: [{ realName: null }, { realName: true }] },
      { toldOn: { not: null }, realName: true, closedOn: before, answeredOn: null },
    ],
  }
}

export const reportColumns = {
  id: true,
  version: true,
  keyId: true,
  sealed: true,
  filedOn: true,
  filedHour: true,
  year: true,
  number: true,
  realName: true,
  state: true,
  registeredOn: true,
  closedOn: true,
  toldOn: true,
  answeredOn: true,
  _count: { select: { files: true } },
} satisfies Prisma.SealedReportSelect
type Record = Prisma.SealedReportGetPayload<{ select: typeof reportColumns }>

/** What the limits of a report follow from. */
export const factsOf = (record: Omit<Record, '_count' | 'sealed'>): ReportFacts => ({
  state: record.state,
  filedOn: fromDb(record.filedOn),
  realName: record.realName,
  toldOn: dayOrNull(record.toldOn),
  closedOn: dayOrNull(record.closedOn),
  answeredOn: dayOrNull(record.answeredOn),
})

/** A report as a line of the list; what was told is still sealed. */
export function reportRowOf(record: Record, today: PlainDate, calendar: WorkCalendar): ReportRow {
  const facts = factsOf(record)
  const limit = reportLimit(facts, today, calendar)
  return {
    id: record.id,
    version: record.version,
    keyId: record.keyId,
    sealed: Buffer.from(record.sealed).toString('base64'),
    filedOn: facts.filedOn,
    filedHour: record.filedHour,
    register: record.year && record.number ? { year: record.year, number: record.number } : null,
    realName: record.realName,
    state: record.state,
    limit,
    level: reportLevel(limit),
    clock: reportClock(limit, today, calendar),
    photos: record._count.files,
  }
}
