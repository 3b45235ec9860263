import 'server-only'
import type { ForecastItem } from '@/lib/domain/forecast'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Edges } from '@/lib/domain/procedure-graph'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { expectedWorkdays, isRunning } from '@/lib/domain/remaining'
import { dayOrNull } from './date'
import type { LevelContext } from './level-context'
import { type FactsProcedure, type FactsRow, procedureFactsOf } from './project-facts'

/** Code of the item every template ends with. */
export const FORECAST_TARGET = 'TC05'

/** The graph of a project and what each of its items still needs, as a forecast reads them. */
export function forecastItems(
  row: FactsRow,
  today: PlainDate,
  { calendar, parameters }: Pick<LevelContext, 'calendar' | 'parameters'>,
): Readonly<{ edges: Edges; items: readonly ForecastItem[] }> {
  const byCode: ReadonlyMap<string, FactsProcedure> = new Map(row.procedures.map((p) => [p.code, p]))
  return {
    edges: Object.fromEntries(row.procedures.map((p) => [p.code, p.predecessors])),
    items: row.procedures.map((p) => ({
      code: p.code,
      status: p.state === 'NA' ? 'absent' : FINISHED_STATES.has(p.state) ? 'finished' : 'open',
      remainingWd: expectedWorkdays(procedureFactsOf(p, byCode), today, calendar, parameters),
      running: isRunning(p.state),
      finishedOn: dayOrNull(p.finishedOn),
      planFinishOn: dayOrNull(p.planFinishOn),
    })),
  }
}
