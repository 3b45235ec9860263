import 'server-only'
import type { Actor } from '@/lib/domain/access'
import {
  averageMinutes,
  historyByUnit,
  type PastTask,
  type TaskHistory,
  taskHistory,
} from '@/lib/domain/meeting/history'
import { addMonths, isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import { workdaysBetween } from '@/lib/domain/work-calendar'
import type { HistoryFigure, HistoryLine, HistoryQuery, MeetingHistory } from '@/lib/schemas/meeting-paper'
import { dayOrNull, fromDb, toDb } from './date'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { decisionsWhere, visibleTasks } from './meeting-decisions'

/** Months of meetings shown where nobody asks for others. */
const MONTHS = 6

const lineOf = (unitId: string | null, unit: string | null, history: TaskHistory): HistoryLine => ({
  unitId,
  unit,
  decided: history.decided.length,
  due: history.due.length,
  onTime: history.onTime.length,
  closed: history.closed.length,
  onTimeShare: history.onTimeShare,
  medianWd: history.medianWd,
})

/** The rows behind a figure. */
function rowsBehind(figure: HistoryFigure | undefined, history: TaskHistory): readonly PastTask[] {
  if (figure === undefined || figure === 'meetings') return []
  if (figure !== 'late') return history[figure]
  const onTime = new Set(history.onTime)
  return history.due.filter((task) => !onTime.has(task))
}

/**
 * What became of the meetings of a period and of what they decided 历史: lengths, decisions, in time, days to the end, for
 * each unit; with the rows behind the figure somebody opened.
 *
 * Who sees what: meetings as everybody who has to do with them, decisions as `visibleTasks`.
 */
export async function loadHistory(actor: Actor, query: HistoryQuery, today: PlainDate): Promise<MeetingHistory> {
  const [a, b] = [query.from ?? addMonths(today, -MONTHS), query.to ?? today]
  const [from, to] = a <= b ? [a, b] : [b, a]
  const held = {
    districtId: actor.districtId,
    state: { in: ['HELD' as const, 'SIGNED' as const] },
    on: { gte: toDb(from), lte: toDb(to) },
  }
  const [rows, meetings, { calendar }] = await Promise.all([
    db.task.findMany({
      where: { AND: [visibleTasks(actor), { meeting: held }] },
      orderBy: [{ year: 'asc' }, { week: 'asc' }, { nth: 'asc' }],
      select: {
        id: true,
        leadOrgId: true,
        leadOrg: { select: { shortName: true } },
        issuedOn: true,
        dueOn: true,
        closedOn: true,
        state: true,
        meeting: { select: { weekOf: true } },
      },
    }),
    db.meeting.findMany({
      where: held,
      orderBy: { weekOf: 'desc' },
      select: { id: true, weekOf: true, on: true, startedAt: true, closedAt: true },
    }),
    loadLevelContext(db, actor.districtId, today),
  ])
  const tasks = rows.map(
    (row): PastTask => ({
      id: row.id,
      unitId: row.leadOrgId,
      unit: row.leadOrg?.shortName ?? null,
      issuedOn: fromDb(row.issuedOn),
      dueOn: fromDb(row.dueOn),
      closedOn: dayOrNull(row.closedOn),
      state: row.state,
    }),
  )
  const workdays = (start: PlainDate, end: PlainDate) => workdaysBetween(calendar, start, end)
  const lengths = meetings.map(({ id, weekOf, on, startedAt, closedAt }) => ({
    id,
    weekOf: fromDb(weekOf),
    week: isoWeekOf(fromDb(weekOf)).week,
    on: fromDb(on),
    minutes: startedAt && closedAt ? Math.round((closedAt.getTime() - startedAt.getTime()) / 60_000) : null,
  }))
  const chosen =
    query.unit === undefined
      ? tasks
      : tasks.filter(({ unitId }) => unitId === (query.unit === 'none' ? null : query.unit))
  const behind = rowsBehind(query.figure, taskHistory(chosen, today, workdays))
  const weekOfTask = new Map(rows.map((row) => [row.id, fromDb(row.meeting.weekOf)]))
  const taken = new Map(
    behind.map(({ id, issuedOn, closedOn }) => [id, closedOn === null ? null : workdays(issuedOn, closedOn)]),
  )
  const listed = behind.length > 0 ? await decisionsWhere(actor, { id: { in: behind.map(({ id }) => id) } }, today) : []
  return {
    from,
    to,
    meetings: lengths.length,
    timed: lengths.filter(({ minutes }) => minutes !== null).length,
    averageMinutes: averageMinutes(lengths),
    total: lineOf(null, null, taskHistory(tasks, today, workdays)),
    units: historyByUnit(tasks, today, workdays).map(({ unitId, unit, history }) => lineOf(unitId, unit, history)),
    rows: {
      meetings: query.figure === 'meetings' ? lengths : [],
      tasks: listed.map((task) => ({
        ...task,
        weekOf: weekOfTask.get(task.id) ?? from,
        takenWd: taken.get(task.id) ?? null,
      })),
    },
  }
}
