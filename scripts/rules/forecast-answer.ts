import { type ForecastItem, forecast } from '@/lib/domain/forecast'
import { yearOf } from '@/lib/domain/plain-date'
import type { Edges } from '@/lib/domain/procedure-graph'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { isRunning, remainingWorkdays } from '@/lib/domain/remaining'
import { err, ok, type Result } from '@/lib/domain/result'
import { DEFAULT_PARAMETERS } from '@/lib/domain/rule-parameters'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import catalogue from '@/prisma/seed/procedures.json' with { type: 'json' }
import type { ForecastInput } from './contract'
import { factsOf } from './procedure-answer'

type TemplateItem = Readonly<{
  code: string
  need: string
  condition?: string
  predecessors_override?: readonly string[]
  promised_override?: number
}>
type Template = Readonly<{ code: string; start_conditions: readonly string[]; items: readonly TemplateItem[] }>

const TEMPLATES: readonly Template[] = catalogue.templates
const PROMISES = new Map(catalogue.procedures.map((item) => [item.code, item.promised.value]))
/** The item that ends a project: production confirmed. */
const TARGET = 'TC05'

const edgesOf = (template: Template): Edges => ({
  ...Object.fromEntries(catalogue.procedures.map((item) => [item.code, item.predecessors])),
  ...Object.fromEntries(
    template.items.flatMap((item) => (item.predecessors_override ? [[item.code, item.predecessors_override]] : [])),
  ),
})

const NOT_STARTED = {
  state: 'NOT_STARTED',
  statutory: null,
  ext_wd: null,
  received: null,
  accepted: null,
  pauses: null,
  plan_submit: null,
  plan_finish: null,
  finished: null,
  supp_since: null,
  supp_limit: null,
  special_since: null,
  special_limit: null,
  tol_due: null,
  rejected_on: null,
  entered: null,
  blocked_by: null,
  blocked_by_owner: null,
} as const

/**
 * Forecast of a project of a template. A conditional item is in when an answer (by code or by its condition) says so, or
 * when nothing is answered and the case lists it; an item the case does not list has not begun.
 */
export function answerForecast(input: ForecastInput, calendar: WorkCalendar): Result<Record<string, unknown>> {
  const { today, answers } = input
  if (!calendar.years.has(yearOf(today))) return err({ code: 'CALENDAR_MISSING', year: yearOf(today) })
  const template = TEMPLATES.find((known) => known.code === input.template)
  if (!template) return err({ code: 'TEMPLATE_UNKNOWN', template: input.template })
  const questions = new Set(template.items.flatMap((item) => [item.code, item.condition ?? item.code]))
  for (const question of Object.keys(answers ?? {}))
    if (!questions.has(question)) return err({ code: 'ANSWER_UNKNOWN', question })
  const listed = new Map(input.items.map((item) => [item.code, item]))
  if (listed.size < input.items.length) return err({ code: 'ITEM_REPEATED' })
  for (const code of listed.keys()) if (!PROMISES.has(code)) return err({ code: 'ITEM_UNKNOWN', item: code })

  const inTemplate = new Map(template.items.map((item) => [item.code, item]))
  const included = (item: TemplateItem): boolean => {
    if (item.need === 'required') return true
    return answers?.[item.code] ?? answers?.[item.condition ?? ''] ?? listed.has(item.code)
  }
  const codes = [
    ...template.items.filter(included).map((item) => item.code),
    ...[...listed.keys()].filter((code) => !inTemplate.has(code)),
  ]
  const items = codes.map((code): ForecastItem => {
    const stated = listed.get(code) ?? NOT_STARTED
    const promised = listed.get(code)?.promised ?? inTemplate.get(code)?.promised_override ?? PROMISES.get(code) ?? 0
    const facts = factsOf({ ...stated, promised })
    return {
      code,
      status: facts.state === 'NA' ? 'absent' : FINISHED_STATES.has(facts.state) ? 'finished' : 'open',
      remainingWd: remainingWorkdays(facts, today, calendar, DEFAULT_PARAMETERS),
      running: isRunning(facts.state),
      finishedOn: facts.finishedOn,
      planFinishOn: facts.planFinishOn,
    }
  })
  const result = forecast(today, edgesOf(template), items, template.start_conditions, TARGET, calendar)
  if (!result.ok) return result
  const { items: rows, constructionStart, production, driver, provisional } = result.value
  // 暂定: a day of it is counted into a year whose holidays are not published yet.
  return ok({ items: rows, constructionStart, production, driver, ...(provisional ? { provisional } : {}) })
}
