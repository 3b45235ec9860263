import 'server-only'
import { forecast } from '@/lib/domain/forecast'
import { impossiblePlans } from '@/lib/domain/impossible-plan'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayOrNull } from './date'
import { FORECAST_TARGET, forecastItems } from './forecast-items'
import { type WorksRow, worksOf } from './forecast-works'
import type { LevelContext } from './level-context'
import type { FactsRow } from './project-facts'

/**
 * What is foreseen of a project 预测, as its page shows it. A preview asks the same of the facts as they would be, so that it
 * promises nothing the page does not show afterwards.
 */
export function foreseeProject(
  facts: FactsRow,
  project: WorksRow,
  today: PlainDate,
  context: Pick<LevelContext, 'calendar' | 'parameters'>,
) {
  const { edges, items } = forecastItems(facts, today, context)
  const works = worksOf(project, today, context.calendar)
  const conditions = facts.template?.startConditions ?? []
  const foreseen = forecast(today, edges, items, conditions, FORECAST_TARGET, context.calendar, works)
  const filings = facts.procedures.map(({ code, state, planSubmitOn }) => ({
    code,
    absent: state === 'NA',
    planSubmitOn: dayOrNull(planSubmitOn),
  }))
  const impossible = foreseen.ok ? impossiblePlans(edges, filings, foreseen.value, today) : []
  return { edges, items, works, conditions, foreseen, impossible }
}
