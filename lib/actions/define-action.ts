import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { revalidatePath } from 'next/cache'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { actorOf } from '@/lib/auth/actor'
import { issueFormKey, readFormKey } from '@/lib/auth/form-key'
import { originOfRequest } from '@/lib/auth/origin'
import { prove } from '@/lib/auth/prove'
import { currentAccount } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import type { WriteOptions } from '@/lib/data/write'
import type { Actor } from '@/lib/domain/access'
import { eachOf, type Failure, type Result } from '@/lib/domain/result'
import type { Locale } from '@/lib/i18n/locale'
import { refusalText } from '@/lib/i18n/refusal-text'
import { requestLocale } from '@/lib/i18n/request-locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import { log } from '@/lib/log'
import { printable } from '@/lib/schemas/text'
import { conflictText, type RowConflict } from './conflict-text'
import {
  type Acknowledgement,
  type Conflict,
  type FormAction,
  type FormState,
  IDLE,
  PROOF_FIELD,
  type Preview,
  valuesOf,
} from './form-state'
import { previewText } from './preview-text'
import { type Rehearsal, type Rehearsed, rehearsed } from './rehearse'
import { staleAnswer } from './stale-answer'

type Options<T> = Readonly<{
  /** Where to go once it is done; stays on the page when absent, or where it says null. */
  goTo?: (value: T) => string | null
  /** What to say once it is done: the key of a message, or a sentence only this answer has. */
  say?: 'saved' | ((value: T, t: Translator) => string)
  /** What the bar below says was done, and how it is taken back. */
  acknowledge?: (value: T, t: Translator, formKey: () => string) => Acknowledgement | undefined
  /** A stored value as people read it, where a conflict shows it. */
  read?: (field: string, value: string, locale: Locale) => string
  /** Page that shows what somebody else changed meanwhile, when that is why it was refused; else its own is loaded anew. */
  latest?: (form: FormData) => string
  /** Who sends it shows once more that it is him, unless he just has (components/ui/proof-field.tsx). */
  proof?: true
  /** How the database is asked as well where the shape is wrong, so that all that is wrong is said at once. */
  rehearsal?: Rehearsal
}>

/** A form as the object its schema reads: a name ending in [] is a list, a dotted one a record. */
export function inputOf(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [name, value] of form) {
    if (name.startsWith('$') || name === 'formKey' || typeof value !== 'string') continue
    const path = name.replace(/\[\]$/, '').split('.')
    if (path.length > 4 || path.some((part) => part in Object.prototype)) continue
    const last = path.pop() ?? name
    const target = path.reduce<Record<string, unknown>>((level, part) => {
      level[part] ??= {}
      return level[part] as Record<string, unknown>
    }, input)
    const text = printable(value)
    if (name.endsWith('[]')) target[last] = [...((target[last] as unknown[] | undefined) ?? []), text]
    else target[last] = text
  }
  return input
}

/** @param conflict a new one; without it what was asked before stays asked */
const refused = (
  form: FormData,
  state: FormState,
  message: string,
  fields: Record<string, string> = {},
  conflict?: Conflict,
  preview?: Preview,
): FormState => ({
  status: 'refused',
  message,
  fields,
  // What was just taken over stands in its field, as if it had been typed: saving again changes nothing about it.
  values: { ...valuesOf(form), ...Object.fromEntries(takenOver(conflict)) },
  conflict: conflict ?? state.conflict,
  preview,
  attempt: state.attempt + 1,
})

/** Refused because of some fields: each says why, and above them stands how many they are. */
const refusedAt = (form: FormData, state: FormState, fields: Record<string, string>, locale: Locale): FormState => ({
  ...refused(form, state, translator(locale)('form.mend'), fields),
  several: severalText(fields, locale),
})

const takenOver = (conflict: Conflict | undefined) =>
  Object.entries(conflict?.taken ?? {}).map(([field, { theirs }]) => [field, theirs] as const)

/** A refusal code; a schema without one of its own says something else. */
const CODE = /^[A-Z][A-Z_]+$/

/** Sentences of a schema's complaints, by field; their messages are refusal codes. */
export function complaints(error: z.ZodError, locale: Locale): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.')
    const params = issue.code === 'custom' ? issue.params : undefined
    // Whoever has to shorten a text wants to know to how much.
    const failure =
      issue.code === 'too_big' &&
      (issue.message === 'TEXT_TOO_LONG' || (issue.origin === 'string' && !CODE.test(issue.message)))
        ? { code: 'TEXT_OVER', most: String(issue.maximum) }
        : { ...params, code: issue.message }
    fields[name] ??= refusalText(failure, locale)
  }
  return fields
}

/** What is wrong with the shape of a form, and what a rehearsal refused beside it where the form has a field for it. */
function allSaid(
  error: z.ZodError,
  also: Rehearsed | null,
  form: FormData,
  locale: Locale,
): Pick<FormState, 'fields' | 'question'> {
  const fields = complaints(error, locale)
  let question: FormState['question']
  for (const issues of also?.complaints ?? []) Object.assign(fields, { ...complaints(issues, locale), ...fields })
  const beside = new Set(Object.keys(fields))
  for (const failure of also?.failure ? eachOf(also.failure) : [])
    for (const name of fieldsOf(failure, form))
      if (!beside.has(name) && !also?.unsure(name, beside)) {
        fields[name] ??= refusalText(failure, locale)
        question ??= questionOf(failure, name, locale)
      }
  return { fields, question }
}

/** How the box beside a question is worded where it is not about a figure. */
const QUESTIONS: Readonly<
  Record<string, 'task.form.stillProof' | 'enterprise.form.another' | 'visit.form.apart' | 'financeEvent.form.another'>
> = {
  TASK_EVIDENCE_OPEN: 'task.form.stillProof',
  ENTERPRISE_LIKE: 'enterprise.form.another',
  VISIT_BOOKED: 'visit.form.apart',
  EVENT_INTENTION_TWICE: 'financeEvent.form.another',
}

/** What may be true although it looks odd is asked once; the answer stands for these very figures. */
const questionOf = ({ code, confirm }: Failure, field: string | undefined, locale: Locale): FormState['question'] =>
  field && typeof confirm === 'string'
    ? {
        field,
        value: confirm,
        words: translator(locale)(QUESTIONS[code] ?? 'form.right'),
      }
    : undefined

/** Said above the fields when several are wrong; nothing when one is. */
export function severalText(fields: Readonly<Record<string, string>>, locale: Locale): string | undefined {
  const n = Object.keys(fields).length
  return n > 1 ? translator(locale)('form.several', { n }) : undefined
}

/** Field a refusal belongs to, so that it is said where it can be mended. */
const FIELD_OF: Readonly<Record<string, string>> = {
  FUTURE_DATE: 'on',
  BEFORE_LAST_MOVE: 'on',
  CALENDAR_MISSING: 'on',
  DEEMED_ACCEPTED: 'on',
  LIMIT_MISSING: 'limitWd',
  DEPUTY_REVERSED: 'toOn',
  MERGE_TARGET_MISSING: 'mergedIntoId',
  MILESTONE_ORDER: 'actualOn',
  MILESTONE_ORDER_LATER: 'actualOn',
  REASON_MISSING: 'reason',
  APPROVER_MISSING: 'approverId',
  APPROVER_NOT_ENTITLED: 'approverId',
  APPROVAL_WHY_MISSING: 'text',
  NOT_A_COLLEAGUE: 'handlerId',
  ALREADY_HANDLES: 'handlerId',
  LIMIT_INVALID: 'limitWd',
  DUE_MISSING: 'dueOn',
  DUE_BEFORE_MOVE: 'dueOn',
  EXTENSION_TOO_LONG: 'days',
  EXTENSION_TOO_LATE: 'days',
  EXPIRES_BEFORE_FINISH: 'expiresOn',
  PLAN_REVERSED: 'planFinishOn',
  NAME_TAKEN: 'name',
  ORG_NAME_TAKEN: 'name',
  PERSON_KNOWN: 'name',
  PERSON_MISSING: 'deputyId',
  DEPUTY_SELF: 'deputyId',
  SPAN_PAST: 'toOn',
  NOT_A_STEWARD: 'toId',
  SAME_PERSON: 'toId',
  USERNAME_TAKEN: 'username',
  UNIT_MISSING: 'unitId',
  UNIT_KIND_WRONG: 'unitId',
  UNIT_DISSOLVED: 'unitId',
  ENTERPRISE_UNKNOWN: 'enterprise',
  CODE_TAKEN: 'code',
  NAME_MISSING: 'name',
  STEWARD_FULL: 'overloadReason',
  START_DOUBTFUL: 'startReason',
  NATURE_MISSING: 'nature',
  ENTERPRISE_MISSING: 'enterpriseName',
  TASKFORCE_MISSING: 'taskforceId',
  STREET_MISSING: 'streetId',
  LEADER_MISSING: 'leaderId',
  LEAD_UNIT_MISSING: 'leadUnitId',
  SPAN_REVERSED: 'buildTo',
  CONTACT_MISSING: 'contactName',
  WEEK_LIKELY_YUAN: 'completedWan',
  WEEK_OVER_TOTAL: 'completedWan',
  WEEK_OVER_PLAN: 'completedWan',
  PLAN_OVER_TOTAL: 'yearPlanWan',
  PROMISE_INVALID: 'promisedWd',
  PROMISE_OVER_STATUTE: 'promisedWd',
  AGENCY_MISSING: 'agencyId',
  TASK_TEXT_MISSING: 'text',
  TASK_EVIDENCE_MISSING: 'evidence',
  TASK_RECEIVER_MISSING: 'leadOrgId',
  TASK_EXTENSION_BACK: 'untilOn',
  TASK_EXTENSION_LONG: 'untilOn',
  EFFECTIVE_TOO_EARLY: 'effectiveOn',
  FACTOR_LEAD_MISSING: 'leadId',
  FACTOR_DATE_MISSING: 'committedOn',
  FACTOR_DATE_BACK: 'committedOn',
  FACTOR_AMOUNT_INVALID: 'provided',
  FACTOR_TEXT_MISSING: 'text',
  FACTOR_NEED_PAST: 'needBy',
  WAIVER_REASON_UNKNOWN: 'reason',
  WAIVER_PAST: 'fromOn',
  WAIVER_BACK: 'untilOn',
  WAIVER_LONG: 'untilOn',
  WAIVER_OVERLAPS: 'fromOn',
  WAIVER_TEXT_MISSING: 'text',
  WAIVER_WHY_MISSING: 'text',
}

type Run<S extends z.ZodType, T> = (actor: Actor, input: z.output<S>, options: WriteOptions) => Promise<Result<T>>

/** What became of a form: what to say, and what the write handed back when it was done. */
type Answer<T> = Readonly<{ state: FormState; value?: T }>

/**
 * The one way a form reaches a write: own pages only, a live session, a signed key, a schema; then the write; then words.
 *
 * @param schema what the form may say; unknown fields are dropped
 * @param run    a write of lib/data
 */
export function answering<S extends z.ZodType, T>(schema: S, run: Run<S, T>, options: Options<T> = {}) {
  return async (state: FormState, form: FormData): Promise<Answer<T>> => {
    let locale: Locale = 'zh-CN'
    const refuse = (...words: [message: string, fields?: Record<string, string>]) => ({
      state: refused(form, state, ...words),
    })
    try {
      const origin = await originOfRequest()
      const account = origin === 'foreign' ? null : await currentAccount()
      if (!account) return refuse(refusalText({ code: 'SESSION_EXPIRED' }, await requestLocale()))
      locale = account.locale
      if (account.mustChangePassword) return refuse(refusalText({ code: 'PASSWORD_EXPIRED' }, locale))
      const formKey = readFormKey(form.get('formKey'), account.id)
      if (!formKey) return refuse(refusalText({ code: 'FORM_EXPIRED' }, locale))
      const raw = inputOf(form)
      const parsed = schema.safeParse(raw)
      if (!parsed.success) {
        const also = options.rehearsal
          ? await rehearsed(schema, raw, actorOf(account), businessDay(), options.rehearsal, run)
          : null
        const { fields, question } = allSaid(parsed.error, also, form, locale)
        return { state: { ...refusedAt(form, state, fields, locale), question } }
      }
      const bodyHash = createHash('sha256').update(JSON.stringify(raw)).digest('base64url')
      const proof = options.proof && !account.proved ? await prove(account, form.get(PROOF_FIELD), new Date()) : null
      if (proof?.ok === false) {
        const failure = { ...proof.error, asks: PROOF_FIELD }
        return { state: answerOf(failure, form, state, locale, options.read) }
      }
      const actor = actorOf(proof ? { ...account, proved: true } : account)
      const result = await run(actor, parsed.data, { today: businessDay(), formKey, bodyHash })
      if (!result.ok) {
        const answer = answerOf(result.error, form, state, locale, options.read)
        return { state: staleAnswer(answer, result.error, options.latest?.(form), locale) }
      }
      return {
        state: {
          status: 'done',
          message: said(options.say, result.value, translator(locale)),
          fields: {},
          values: {},
          attempt: state.attempt + 1,
          done: options.acknowledge?.(result.value, translator(locale), () => issueFormKey(account.id)),
        },
        value: result.value,
      }
    } catch (error) {
      unstable_rethrow(error)
      const reference = randomUUID().slice(0, 8)
      log.error({ err: error, reference }, 'action failed')
      return refuse(refusalText({ code: 'UNEXPECTED', reference }, locale))
    }
  }
}

/** An action of a form: `answering`, and then the page it leads to. */
export function defineAction<S extends z.ZodType, T>(schema: S, run: Run<S, T>, options: Options<T> = {}): FormAction {
  const answer = answering(schema, run, options)
  return async (sentState, sentForm) => {
    // Anybody can call an action with anything.
    const form = sentForm instanceof FormData ? sentForm : new FormData()
    const { state, value } = await answer(Number.isInteger(sentState?.attempt) ? sentState : IDLE, form)
    if (state.status !== 'done') return state
    const place = options.goTo?.(value as T)
    if (place) redirect(place)
    revalidatePath('/', 'layout')
    return state
  }
}

/** Fields a refusal is said at: those it asks for though the form has not shown them yet, else its own where the form has it. */
function fieldsOf({ asks, missing, code, field: own }: Failure, form: FormData): string[] {
  if (typeof asks === 'string') return [asks]
  if (code === 'EARLIER_MISSING' && Array.isArray(missing)) return missing.map((kind) => `earlier.${kind}`)
  // A refusal that knows its field says so; of the others the code tells.
  const field = typeof own === 'string' ? own : FIELD_OF[code]
  if (!field || form.has(field)) return field ? [field] : []
  // What is wrong with a group is said at the first of its fields.
  const first = [...form.keys()].find((name) => name.startsWith(`${field}.`))
  return first ? [first] : []
}

const said = <T>(say: Options<T>['say'], value: T, t: Translator): string | null =>
  typeof say === 'function' ? say(value, t) : say ? t(`form.${say}`) : null

function answerOf(
  failure: Failure,
  form: FormData,
  state: FormState,
  locale: Locale,
  read: Options<never>['read'],
): FormState {
  if ('clashes' in failure) {
    const { message, fields, conflict } = conflictText(failure as unknown as RowConflict, locale, read)
    return refused(form, state, message, fields, conflict)
  }
  if ('preview' in failure) return refused(form, state, '', {}, undefined, previewText(failure as never, locale))
  const said = eachOf(failure).map((each) => ({ names: fieldsOf(each, form), text: refusalText(each, locale) }))
  const fields: Record<string, string> = {}
  for (const { names, text } of said) for (const name of names) fields[name] ??= text
  const answer = refusedAt(form, state, fields, locale)
  // What no field can mend is said of the form.
  const rest = said.filter(({ names }) => names.length === 0).map(({ text }) => text)
  if (rest.length > 0) return { ...answer, message: rest.join(' ') }
  const question = questionOf(failure, said[0]?.names[0], locale)
  return question ? { ...answer, question } : answer
}
