import { z } from 'zod'
import { aggregate } from '@/lib/domain/aggregate'
import { PUBLISHED_YEARS } from '@/lib/domain/published-years'
import { rank } from '@/lib/domain/rank'
import { err, type Failure, ok, type Result } from '@/lib/domain/result'
import { readParameters } from '@/lib/domain/rule-parameters'
import { type ScoreTable, score } from '@/lib/domain/score'
import { buildCalendar, dueOn } from '@/lib/domain/work-calendar'
import { MESSAGES } from '@/lib/i18n/messages'
import { translator } from '@/lib/i18n/translator'
import {
  aggregateInput,
  dueOnInput,
  forecastInput,
  procedureInput,
  projectInput,
  rankInput,
  scoreInput,
} from './contract'
import { answerForecast } from './forecast-answer'
import { problemOf } from './problem'
import { answerProcedure } from './procedure-answer'
import { answerProject } from './project-answer'

const CALENDAR = buildCalendar(PUBLISHED_YEARS)
const TABLES: Readonly<Record<z.infer<typeof scoreInput>['table'], ScoreTable>> = {
  管家: 'STEWARD',
  部门: 'AGENCY',
  专班: 'TASKFORCE',
  板块: 'AREA',
}

const changedParameters = z.record(z.string(), z.unknown()).nullish()

type Answer = Result<Record<string, unknown>>

const named = (record: object, name: string): unknown =>
  Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined

/** The input in the shape of its schema, or the first place where it is not. */
function read<T extends z.ZodType>(schema: T, input: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const { path, text } = issue ? problemOf(issue, input) : { path: [], text: '' }
  return err({ code: 'INPUT_INVALID', path: ['input', ...path].join('.'), problem: text })
}

function answerWithParameters<T>(
  input: T,
  params: unknown,
  answer: (parameters: Parameters<typeof answerProcedure>[2], input: T) => Answer,
): Answer {
  const changes = read(changedParameters, params)
  if (!changes.ok) return changes
  const parameters = readParameters(changes.value ?? {})
  return parameters.ok ? answer(parameters.value, input) : parameters
}

function answerRank(input: z.infer<typeof rankInput>): Answer {
  // Ids come back as they were written, a number as a number.
  const ids = new Map(input.rows.map((row) => [String(row.id), row.id]))
  if (ids.size < input.rows.length) return err({ code: 'ITEM_REPEATED' })
  const ranks = rank(input.rows.map((row) => ({ ...row, id: String(row.id) })))
  return ranks.ok ? ok({ ranks: ranks.value.map((row) => ({ id: ids.get(row.id) ?? row.id, rank: row.rank })) }) : ranks
}

function answerLine(line: Readonly<Record<string, unknown>>): Answer {
  const { kind, input, params } = line
  switch (kind) {
    case 'procedure': {
      const facts = read(procedureInput, input)
      if (!facts.ok) return facts
      return answerWithParameters(facts.value, facts.value.params ?? params, (parameters, value) =>
        answerProcedure(value, CALENDAR, parameters),
      )
    }
    case 'project': {
      const facts = read(projectInput, input)
      if (!facts.ok) return facts
      return answerWithParameters(facts.value, params, (parameters, value) =>
        answerProject(value, CALENDAR, parameters),
      )
    }
    case 'aggregate': {
      const facts = read(aggregateInput, input)
      if (!facts.ok) return facts
      const { dims, waived, prev_month, prev_prev_month } = facts.value
      return ok({ ...aggregate(dims, waived ?? [], prev_month, prev_prev_month) })
    }
    case 'dueOn': {
      const limit = read(dueOnInput, input)
      return limit.ok ? dueOn(limit.value, CALENDAR) : limit
    }
    case 'score': {
      const facts = read(scoreInput, input)
      if (!facts.ok) return facts
      const { table, obs, mu, events } = facts.value
      const result = score(TABLES[table], obs, mu, events ?? 0)
      return result.ok ? ok({ ...result.value }) : result
    }
    case 'rank': {
      const facts = read(rankInput, input)
      return facts.ok ? answerRank(facts.value) : facts
    }
    case 'forecast': {
      const facts = read(forecastInput, input)
      return facts.ok ? answerForecast(facts.value, CALENDAR) : facts
    }
    default:
      return err({ code: 'KIND_UNKNOWN', kind: String(kind ?? '') })
  }
}

function sentence(failure: Failure): string {
  const words = translator('zh-CN')
  const { rules, refusals } = MESSAGES['zh-CN']
  if (named(rules.errors, failure.code))
    return words(`rules.errors.${failure.code as 'KIND_UNKNOWN'}`, failure as never)
  if (named(refusals, failure.code)) return words(`refusals.${failure.code as 'CALENDAR_MISSING'}`, failure as never)
  return failure.code
}

const refused = (id: unknown, failure: Failure) => ({ id, error: failure.code, message: sentence(failure) })

/** The answer to one line of text: what the rules say, or the code and sentence of why they say nothing. */
export function answer(text: string): Record<string, unknown> {
  let line: unknown
  try {
    line = JSON.parse(text)
  } catch {
    return refused(null, { code: 'JSON_UNREADABLE' })
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line))
    return refused(null, { code: 'JSON_UNREADABLE' })
  const record = line as Record<string, unknown>
  const id = record.id ?? null
  const result = answerLine(record)
  return result.ok ? { id, ...result.value } : refused(id, result.error)
}
