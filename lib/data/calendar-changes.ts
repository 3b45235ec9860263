import 'server-only'
import type { Actor } from '@/lib/domain/access'
import { statuteDay } from '@/lib/domain/deadline'
import { DUE_STATES, dueOf } from '@/lib/domain/due'
import { parseHolidayNotice } from '@/lib/domain/holiday-notice'
import { type PlainDate, parsePlainDate, yearOf } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { err, ok, type Result } from '@/lib/domain/result'
import { buildCalendar, type PublishedYear, type WorkCalendar } from '@/lib/domain/work-calendar'
import type { CalendarImportInput, CalendarOverrideInput, CalendarPreview, CalendarShift } from '@/lib/schemas/calendar'
import { fromDb, toDb } from './date'
import type { Tx } from './db'
import { db } from './db'
import { loadLevelContext } from './level-context'
import { decideLevels, refreshProjects } from './levels'
import { itemNames } from './live-reasons'
import { type FactsRow, loadFactsRows, procedureFactsOf } from './project-facts'
import { districtIds, projectPages } from './project-pages'
import { forgetTimeSpent } from './time-spent'
import { write } from './write'

/** Shifts on a page of the preview. */
const PAGE = 200

/**
 * Reads a year of holidays from what an office has: the notice as pasted text, or JSON `{ year, off, work }`.
 *
 * @returns err of `parseHolidayNotice`, or NOTICE_JSON when the JSON is not a year
 */
export function readHolidayYear(text: string): Result<PublishedYear> {
  if (!text.trimStart().startsWith('{')) return parseHolidayNotice(text)
  try {
    const value = JSON.parse(text) as Partial<PublishedYear>
    const days = [value.off, value.work].map((named) => Object.keys(named ?? {}))
    const valid =
      Number.isInteger(value.year) && days.every((list) => list.every((day) => parsePlainDate(day) !== null))
    if (!valid || !value.off || !value.work || days[0]?.length === 0) return err({ code: 'NOTICE_JSON' })
    return ok({ year: Number(value.year), off: value.off, work: value.work })
  } catch {
    return err({ code: 'NOTICE_JSON' })
  }
}

async function calendarParts(tx: Tx, districtId: string) {
  const years = await tx.holidayYear.findMany()
  const overrides = await tx.calendarOverride.findMany({ where: { districtId } })
  return {
    years: years.map((y) => ({
      year: y.year,
      off: y.off as Record<string, string>,
      work: y.work as Record<string, string>,
    })),
    overrides: overrides.map((o) => ({ day: fromDb(o.day), working: o.working })),
  }
}

/** Every due day and colour of a project that another calendar would move. */
function shiftsOf(
  row: FactsRow,
  name: string,
  today: PlainDate,
  before: Parameters<typeof decideLevels>[2],
  after: WorkCalendar,
): Omit<CalendarShift, 'nameZh' | 'nameEn'>[] {
  const then = { ...before, calendar: after }
  const [was, will] = [decideLevels(row, today, before), decideLevels(row, today, then)]
  const byCode = new Map(row.procedures.map((p) => [p.code, p]))
  const codes = new Map(row.procedures.map((p) => [p.id, p]))
  const limitsOf = (id: string | null, calendar: WorkCalendar) => {
    const p = codes.get(id ?? '')
    // What has ended is due no more; whether it was late its colour says.
    if (!p || FINISHED_STATES.has(p.state)) return null
    const facts = procedureFactsOf(p, byCode)
    const { parameters } = before
    return {
      state: p.state,
      due: dueOf(facts, calendar, parameters),
      statute: statuteDay(facts, today, calendar, parameters),
    }
  }
  const shift = (procedureId: string | null, a: typeof was.project | (typeof was.procedures)[number], b: typeof a) => {
    const [old, next] = [limitsOf(procedureId, before.calendar), limitsOf(procedureId, after)]
    return {
      projectId: row.id,
      project: name,
      procedureId,
      dueIn: DUE_STATES.find((state) => state === next?.state) ?? null,
      dueFrom: old?.due?.on ?? null,
      dueTo: next?.due?.on ?? null,
      dueProvisional: next?.due?.provisional ?? false,
      statuteFrom: old?.statute?.on ?? null,
      statuteTo: next?.statute?.on ?? null,
      statuteProvisional: next?.statute?.provisional ?? false,
      levelFrom: a.level,
      levelTo: b.level,
      nextFrom: a.next?.on ?? null,
      nextTo: b.next?.on ?? null,
      nextProvisional: b.next?.provisional ?? false,
    }
  }
  const after_ = new Map(will.procedures.map((p) => [p.id, p]))
  return [
    shift(null, was.project, will.project),
    ...was.procedures.flatMap((p) => {
      const next = after_.get(p.id)
      return next ? [shift(p.id, p, next)] : []
    }),
  ].filter(
    (s) =>
      s.dueFrom !== s.dueTo || s.statuteFrom !== s.statuteTo || s.levelFrom !== s.levelTo || s.nextFrom !== s.nextTo,
  )
}

/**
 * What a new calendar would move in the actor's district, before anything is stored: due days, colours, next changes; all
 * of it, a page at a time.
 *
 * @param change a year to import, or a district's own day
 */
export async function previewCalendar(
  actor: Actor,
  change: Readonly<{ year?: PublishedYear; override?: Readonly<{ day: PlainDate; working: boolean }> }>,
  today: PlainDate,
  page = 1,
): Promise<CalendarPreview> {
  const { districtId } = actor
  const { years, overrides } = await calendarParts(db, districtId)
  const { year, override } = change
  const after = buildCalendar(
    year ? [...years.filter((y) => y.year !== year.year), year] : years,
    override ? [...overrides.filter((o) => o.day !== override.day), override] : overrides,
  )
  const before = await loadLevelContext(db, districtId, today)
  const found: Omit<CalendarShift, 'nameZh' | 'nameEn'>[] = []
  const codeOf = new Map<string, string>()
  for await (const ids of projectPages(districtId)) {
    const [rows, projects] = await Promise.all([
      loadFactsRows(db, ids, today),
      db.project.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    ])
    const names = new Map(projects.map((p) => [p.id, p.name]))
    for (const row of rows) {
      for (const p of row.procedures) codeOf.set(p.id, p.code)
      found.push(...shiftsOf(row, names.get(row.id) ?? '', today, before, after))
    }
  }
  const items = await itemNames(districtId, [...new Set(codeOf.values())])
  const worst = (s: { levelFrom: string; levelTo: string }) => (s.levelFrom === s.levelTo ? 1 : 0)
  return {
    year: year?.year ?? null,
    off: Object.keys(year?.off ?? {}).length,
    work: Object.keys(year?.work ?? {}).length,
    total: found.length,
    page,
    pages: Math.max(1, Math.ceil(found.length / PAGE)),
    shifts: found
      .sort((a, b) => worst(a) - worst(b) || (a.project === b.project ? 0 : a.project < b.project ? -1 : 1))
      .slice((page - 1) * PAGE, page * PAGE)
      .map((s) => {
        const item = s.procedureId ? items.get(codeOf.get(s.procedureId) ?? '') : undefined
        return { ...s, nameZh: item?.nameZh ?? null, nameEn: item?.nameEn ?? null }
      }),
  }
}

/** Evaluates every project of some districts anew, inside the transaction that changed their calendar. */
async function refreshDistricts(tx: Tx, ids: readonly string[], today: PlainDate, actorId: string): Promise<number> {
  let count = 0
  for (const districtId of ids)
    for await (const page of projectPages(districtId))
      count += await refreshProjects(tx, page, today, 'CALENDAR', actorId)
  return count
}

/**
 * Imports a year of holidays for all districts and evaluates everything anew 导入放假安排.
 *
 * @returns err of `readHolidayYear`; CALENDAR_PAST for a year that is over: its days were counted and published
 */
export const importCalendar = write('calendar.import', async (tx, actor, input: CalendarImportInput, today) => {
  const read = readHolidayYear(input.text)
  if (!read.ok) return read
  const { year, off, work } = read.value
  if (year < yearOf(today)) return err({ code: 'CALENDAR_PAST', year })
  const data = { off: { ...off }, work: { ...work }, importedAt: new Date() }
  await tx.holidayYear.upsert({ where: { year }, create: { year, ...data }, update: data })
  await forgetTimeSpent(tx, null)
  const changed = await refreshDistricts(tx, await districtIds(), today, actor.userId)
  return ok({
    value: { year, changed },
    subject: String(year),
    detail: { year, off: Object.keys(off), work: Object.keys(work), changed },
  })
})

/**
 * Makes a day a working day or a day off in the actor's district 本区临时调整, for example a typhoon day.
 *
 * @returns err CALENDAR_MISSING when its year is not published
 */
export const overrideCalendar = write('calendar.override', async (tx, actor, input: CalendarOverrideInput, today) => {
  const { districtId } = actor
  if (!(await tx.holidayYear.findUnique({ where: { year: yearOf(input.day) } })))
    return err({ code: 'CALENDAR_MISSING', year: yearOf(input.day) })
  const key = { districtId_day: { districtId, day: toDb(input.day) } }
  const data = { working: input.working, reason: input.reason }
  const { id } = await tx.calendarOverride.upsert({
    where: key,
    create: { districtId, day: toDb(input.day), ...data },
    update: data,
    select: { id: true },
  })
  await forgetTimeSpent(tx, districtId)
  const changed = await refreshDistricts(tx, [districtId], today, actor.userId)
  return ok({ value: { changed }, subject: id, detail: { ...input, changed } })
})

/** Published years and the district's own days, for the calendar page. */
export async function loadCalendarPage(actor: Actor) {
  const { years } = await calendarParts(db, actor.districtId)
  const overrides = await db.calendarOverride.findMany({
    where: { districtId: actor.districtId },
    orderBy: { day: 'desc' },
  })
  return {
    years: years
      .map((y) => ({ year: y.year, off: Object.keys(y.off).length, work: Object.keys(y.work).sort() as PlainDate[] }))
      .sort((a, b) => b.year - a.year),
    overrides: overrides.map((o) => ({ id: o.id, day: fromDb(o.day), working: o.working, reason: o.reason })),
  }
}
