import type { Forecast } from './forecast'
import { addMonths, daysBetween, latest, type PlainDate } from './plain-date'
import { type WorkCalendar, workdayFrom } from './work-calendar'

/**
 * What uses up a permit before it expires: another item once it is done, or the start of construction. The months are the
 * catalogue's; a permit that is not named is used in operation.
 */
const USED_BY: Readonly<Record<string, string>> = {
  LX02: 'START', // 核准后2年内开工
  LX09: 'LX10', // 用地规划许可证1年内办用地手续
  LX12: 'START', // 环评批复5年内开工
  LX13: 'START', // 水保批复3年内开工
  GC02: 'SG04', // 工程规划许可证1年内办开工手续
  SG04: 'START', // 施工许可证3个月内开工
}

/** A permit in hand, or one that is foreseen with its months of validity. */
export type Permit = Readonly<{ code: string; expiresOn: PlainDate | null; validityMonths: number | null }>

/** A permit that will have expired when it is needed 用前到期. */
export type ExpiryAhead = Readonly<{
  code: string
  expiresOn: PlainDate
  /** It is not issued yet: the day follows from the forecast. */
  foreseen: boolean
  usedBy: 'START' | 'ITEM'
  usedCode: string | null
  usedOn: PlainDate
  /** Calendar days between. */
  days: number
}>

/**
 * Permits that will have expired before what uses them, as things are foreseen 证照用前到期.
 *
 * The colour (D8) warns when an expiry comes near; this says already now that the use will come too late. Construction is
 * not foreseen to start before the day it is planned for.
 *
 * @param plannedStart day construction is planned to start, where it is
 * @source four-colours D8; 建筑法-9; procedures.md §2 (validities)
 */
export function expiringBeforeUse(
  permits: readonly Permit[],
  { items, constructionStart }: Pick<Forecast, 'items' | 'constructionStart'>,
  plannedStart: PlainDate | null,
  calendar: WorkCalendar,
): readonly ExpiryAhead[] {
  const rows = new Map(items.map((row) => [row.code, row]))
  const start =
    constructionStart && plannedStart
      ? workdayFrom(calendar, latest(constructionStart, plannedStart))
      : constructionStart
  return permits
    .flatMap(({ code, expiresOn, validityMonths }): ExpiryAhead[] => {
      const user = USED_BY[code]
      const row = rows.get(code)
      if (!user || !row) return []
      const ends =
        expiresOn ?? (row.slack !== null && row.finish && validityMonths ? addMonths(row.finish, validityMonths) : null)
      const usedOn = user === 'START' ? start : rows.get(user)?.slack === null ? null : (rows.get(user)?.finish ?? null)
      if (!ends || !usedOn || ends >= usedOn) return []
      return [
        {
          code,
          expiresOn: ends,
          foreseen: expiresOn === null,
          usedBy: user === 'START' ? 'START' : 'ITEM',
          usedCode: user === 'START' ? null : user,
          usedOn,
          days: daysBetween(ends, usedOn),
        },
      ]
    })
    .sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))
}
