import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type RuleParameters, readParameters } from '@/lib/domain/rule-parameters'
import { buildCalendar, type CalendarOverride, type PublishedYear, type WorkCalendar } from '@/lib/domain/work-calendar'
import type { Tx } from './db'

export type LevelContext = Readonly<{
  districtId: string
  calendar: WorkCalendar
  parameters: RuleParameters
  rulesVersion: number
}>

/** Versions kept ready; a server meets a handful. */
const KEPT = 32

/** What was made of some text, kept by that text: the same calendar and rules are asked for with every page. */
function kept<T>(make: (text: string) => T) {
  const made = new Map<string, T>()
  return (text: string): T => {
    const known = made.get(text)
    if (known !== undefined) return known
    if (made.size >= KEPT) made.clear()
    const fresh = make(text)
    made.set(text, fresh)
    return fresh
  }
}

const calendarOf = kept((text) => {
  const [years, overrides] = JSON.parse(text) as [PublishedYear[], CalendarOverride[]]
  return buildCalendar(years, overrides)
})
const parametersOf = kept((text) => readParameters(JSON.parse(text) as Record<string, unknown>))

/**
 * Calendar and rule parameters of a district on a day. Which parameters hold is decided by the day evaluated.
 *
 * One question each time, so that a change counts at once; what it says is worked out once.
 *
 * @throws when the stored parameters are not valid: they were checked when they were published
 */
export async function loadLevelContext(tx: Tx, districtId: string, today: PlainDate): Promise<LevelContext> {
  const [found] = await tx.$queryRaw<[{ calendar: string; number: number | null; params: string | null }]>`
    SELECT jsonb_build_array(
        (SELECT coalesce(jsonb_agg(jsonb_build_object('year', "year", 'off', "off", 'work', "work") ORDER BY "year"), '[]')
          FROM "HolidayYear"),
        (SELECT coalesce(jsonb_agg(jsonb_build_object('day', "day", 'working', "working") ORDER BY "day"), '[]')
          FROM "CalendarOverride" WHERE "districtId" = ${districtId}::uuid))::text AS calendar,
      r."number", r."params"::text AS params
    FROM (SELECT 1) always LEFT JOIN LATERAL (
      SELECT "number", "params" FROM "RulesVersion"
      WHERE "districtId" = ${districtId}::uuid AND "effectiveOn" <= ${today}::date
      ORDER BY "effectiveOn" DESC, "number" DESC LIMIT 1) r ON true`
  const parameters = parametersOf(found.params ?? '{}')
  if (!parameters.ok) throw new Error(`rules version ${found.number} is not valid: ${parameters.error.code}`)
  return {
    districtId,
    calendar: calendarOf(found.calendar),
    parameters: parameters.value,
    rulesVersion: found.number ?? 0,
  }
}
