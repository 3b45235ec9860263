import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Failure } from '@/lib/domain/result'
import { log } from '@/lib/log'

/** How a form is rehearsed though some of it cannot be read. */
export type Rehearsal = Readonly<{
  /** The write that is rehearsed, where the form's action is not the write itself. */
  of?: unknown
  /** What stands in for fields it cannot do without; nothing is ever said of them. */
  standIns?: (today: PlainDate, actor: Actor) => Readonly<Record<string, unknown>>
  /** Fields that are judged by others: nothing is said of them while one of those cannot be read. */
  judgedBy?: Readonly<Record<string, readonly string[]>>
}>

/** What a rehearsal brought to light. */
export type Rehearsed = Readonly<{
  /** Complaints of the schema that came up only once the first ones were out of the way. */
  complaints: readonly z.ZodError[]
  /** What the write would refuse. */
  failure: Failure | null
  /** Whether a refusal at a field may come from something that could not be read. */
  unsure: (field: string, wrong: ReadonlySet<string>) => boolean
}>

type Rehearses = Readonly<{ rehearse: (actor: Actor, input: never, today: PlainDate) => Promise<Failure | null> }>
const rehearses = (run: unknown): run is Rehearses => typeof run === 'function' && 'rehearse' in run

// Complaints hidden behind others: a schema judges fields by each other once each can be read.
const ROUNDS = 3

/**
 * Asks a write what it would refuse of a form whose shape is wrong: what cannot be read is left out, what it cannot do
 * without is stood in for, and the write is rehearsed, which writes nothing.
 *
 * @param action what the form does; where it is no write of lib/data, `of` names the one to ask
 */
export async function rehearsed(
  schema: z.ZodType,
  raw: Readonly<Record<string, unknown>>,
  actor: Actor,
  today: PlainDate,
  { of, standIns, judgedBy = {} }: Rehearsal,
  action: unknown,
): Promise<Rehearsed | null> {
  const run = of ?? action
  if (!rehearses(run)) return null
  const input = structuredClone(raw) as Record<string, unknown>
  const substitutes = standIns?.(today, actor) ?? {}
  const complaints: z.ZodError[] = []
  const unsure: Rehearsed['unsure'] = (field, wrong) =>
    [...wrong].some((other) => parentOf(other) !== '' && parentOf(other) === parentOf(field)) ||
    (judgedBy[field] ?? []).some((other) => wrong.has(other))
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = schema.safeParse(input)
    if (parsed.success) return { complaints, failure: await refusalOf(run, actor, parsed.data, today), unsure }
    if (round > 0) complaints.push(parsed.error)
    for (const { path } of parsed.error.issues) leaveOut(input, path.map(String), substitutes)
  }
  return { complaints, failure: null, unsure }
}

async function refusalOf({ rehearse }: Rehearses, actor: Actor, input: unknown, today: PlainDate) {
  try {
    return await rehearse(actor, input as never, today)
  } catch (error) {
    // What is wrong with its shape is said in any case.
    log.error({ err: error }, 'rehearsal failed')
    return null
  }
}

/** The row of a form a field stands in; '' for a field of the form itself. */
const parentOf = (field: string): string => field.slice(0, Math.max(0, field.lastIndexOf('.')))

function leaveOut(
  input: Record<string, unknown>,
  path: readonly string[],
  substitutes: Readonly<Record<string, unknown>>,
): void {
  const [first = '', ...rest] = path
  const within = input[first]
  if (rest.length > 0 && within !== null && typeof within === 'object' && !Array.isArray(within))
    leaveOut(within as Record<string, unknown>, rest, {})
  else if (Object.hasOwn(substitutes, first)) input[first] = substitutes[first]
  else delete input[first]
}
