import 'server-only'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type RuleParameters, readParameters } from '@/lib/domain/rule-parameters'
import { buildCalendar, type WorkCalendar } from '@/lib/domain/work-calendar'
import { fromDb, toDb } from './date'
import type { Tx } from './db'

export type LevelContext = Readonly<{
  districtId: string
  calendar: WorkCalendar
  parameters: RuleParameters
  rulesVersion: number
}>

/**
 * Calendar and rule parameters of a district on a day. Which parameters hold is decided by the day evaluated.
 *
 * @throws when the stored parameters are not valid: they were checked when they were published
 */
export async function loadLevelContext(tx: Tx, districtId: string, today: PlainDate): Promise<LevelContext> {
  // One after the other: inside a transaction there is one connection.
  const years = await tx.holidayYear.findMany()
  const overrides = await tx.calendarOverride.findMany({ where: { districtId }, select: { day: true, working: true } })
  const rules = await tx.rulesVersion.findFirst({
    where: { districtId, effectiveOn: { lte: toDb(today) } },
    orderBy: [{ effectiveOn: 'desc' }, { number: 'desc' }],
  })
  const parameters = readParameters((rules?.params ?? {}) as Record<string, unknown>)
  if (!parameters.ok) throw new Error(`rules version ${rules?.number} is not valid: ${parameters.error.code}`)
  const calendar = buildCalendar(
    years.map((y) => ({ year: y.year, off: y.off as Record<string, string>, work: y.work as Record<string, string> })),
    overrides.map((o) => ({ day: fromDb(o.day), working: o.working })),
  )
  return { districtId, calendar, parameters: parameters.value, rulesVersion: rules?.number ?? 0 }
}
