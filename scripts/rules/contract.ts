// What a line may say. Keys are the contract's own; anything misspelt is refused rather than ignored.
import { z } from 'zod'
import { LEVELS } from '@/lib/domain/level-scale'
import { type PlainDate, parsePlainDate } from '@/lib/domain/plain-date'
import { PROCEDURE_STATES } from '@/lib/domain/procedure'

// Longest span the calendar can be counted through without running off its end.
const MOST_DAYS = 2500
const MOST_ITEMS = 10_000

const day = z.string({ error: 'DATE_INVALID' }).transform((text, context): PlainDate => {
  const read = parsePlainDate(text)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'DATE_INVALID' })
  return z.NEVER
})
const whole = () => z.int({ error: 'NOT_WHOLE' })
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null)
const count = whole().min(0).max(MOST_DAYS)
const limit = whole().min(1).max(MOST_DAYS)
const decimal = z.union([z.string().regex(/^-?\d{1,15}(\.\d{1,15})?$/), z.int().transform(String)])
const level = z.enum(LEVELS)
const params = z.record(z.string(), z.unknown()).nullish()

const procedureFacts = {
  state: z.enum(PROCEDURE_STATES),
  promised: limit,
  statutory: maybe(limit),
  ext_wd: maybe(count),
  received: maybe(day),
  accepted: maybe(day),
  pauses: maybe(
    z.array(
      z
        .tuple([day, day.nullable()])
        .refine(([from, to]) => to === null || from <= to, { error: 'PAUSE_REVERSED', abort: true }),
    ),
  ),
  plan_submit: maybe(day),
  plan_finish: maybe(day),
  finished: maybe(day),
  supp_since: maybe(day),
  supp_limit: maybe(limit),
  special_since: maybe(day),
  special_limit: maybe(limit),
  tol_due: maybe(day),
  rejected_on: maybe(day),
  entered: maybe(day),
  blocked_by: maybe(z.string().min(1)),
  blocked_by_owner: maybe(z.string().min(1)),
}
export const procedureInput = z.strictObject({ ...procedureFacts, today: day, params })
export type ProcedureInput = z.infer<typeof procedureInput>

/** The dimensions of a project a line can ask about, in the order of the forms below. */
export const DIMENSIONS: readonly unknown[] = ['progress', 'start', 'stat', 'issue', 'fresh', 'expiry']
const share = z.number().min(-1_000_000).max(1_000_000)
export const projectInput = z.union(
  [
    z.tuple([z.literal('progress'), share, share]),
    z.tuple([z.literal('start'), day.nullable(), day.nullable(), day, z.boolean()]),
    z.tuple([z.literal('stat'), day.nullable(), z.boolean(), day]),
    z.tuple([z.literal('issue'), day.nullable(), day]),
    z.tuple([z.literal('fresh'), day, day]),
    z.tuple([z.literal('expiry'), day, day]),
  ],
  { error: 'PROJECT_INPUT_INVALID' },
)
export type ProjectInput = z.infer<typeof projectInput>

export const aggregateInput = z.strictObject({
  dims: z.record(z.string(), level),
  waived: maybe(z.array(z.string())),
  prev_month: maybe(level),
  prev_prev_month: maybe(level),
})

export const dueOnInput = z.strictObject({ from: day, days: count, unit: z.enum(['WD', 'CD']) })

const observation = z.strictObject({ num: decimal, den: decimal, n: whole().min(0) })
export const scoreInput = z.strictObject({
  table: z.enum(['管家', '部门', '专班', '板块']),
  obs: z.strictObject({
    A: observation.optional(),
    B: observation.optional(),
    C: observation.optional(),
    D: observation.optional(),
    E: observation.optional(),
  }),
  mu: z.strictObject({ A: decimal, B: decimal, C: decimal, D: decimal, E: decimal }),
  events: maybe(whole().min(0)),
})

export const rankInput = z.strictObject({
  rows: z
    .array(z.object({ id: z.union([z.string(), z.number()]), score: decimal, due: whole().min(0) }))
    .max(MOST_ITEMS),
})

export const forecastInput = z.strictObject({
  today: day,
  template: z.string(),
  answers: maybe(z.record(z.string(), z.boolean())),
  items: z
    .array(z.strictObject({ ...procedureFacts, promised: limit.optional(), code: z.string().min(1) }))
    .max(MOST_ITEMS),
})
export type ForecastInput = z.infer<typeof forecastInput>
