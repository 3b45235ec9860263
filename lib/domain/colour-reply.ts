import { type DraftKind, termOf } from './escalation-draft'
import type { PlainDate } from './plain-date'
import { err, ok, type Result } from './result'

/** What is done with an issued paper of a colour 督办单办理; the first four by whom it went to, the last two by the office. */
export const PAPER_STEPS = [
  'SIGN', // 签收
  'EXPLAIN', // 书面说明
  'PLAN', // 报整改计划
  'REPORT', // 报整改情况
  'RETURN', // 退回重报
  'ACCEPT', // 认可
] as const
export type PaperStepKind = (typeof PAPER_STEPS)[number]
/** What the office checks. */
export type PaperChecked = Extract<PaperStepKind, 'EXPLAIN' | 'PLAN' | 'REPORT'>
/** A step that was taken; what was checked goes with a return and an acceptance. */
export type PaperStep = Readonly<{ kind: PaperStepKind; about: PaperChecked | null }>

/** Whom an issued paper is addressed to. */
export const PAPER_OWNERS = ['UNIT', 'ENTERPRISE', 'STEWARD'] as const
export type PaperOwner = (typeof PAPER_OWNERS)[number]

/** Where an issued paper stands between whom it went to and the office. */
export type PaperStanding = Readonly<{
  /** What whom it went to owes next; null when nothing. */
  wants: Extract<PaperStepKind, 'SIGN' | PaperChecked> | null
  /** What was handed in last and nobody has looked at; null when nothing. */
  toCheck: PaperChecked | null
  /** What is owed was handed in before and sent back. */
  returned: boolean
  /** What was done about it was accepted. */
  accepted: boolean
}>

const CHECKED: ReadonlySet<PaperStepKind> = new Set(['EXPLAIN', 'PLAN', 'REPORT'])
const isChecked = (kind: PaperStepKind): kind is PaperChecked => CHECKED.has(kind)

/** What a paper of a kind asks for after it was signed for, in the order it is owed. */
function asked(kind: DraftKind): readonly PaperChecked[] {
  const { answerWd, planWd } = termOf(kind)
  if (kind === 'CIRCULAR') return []
  return [...(answerWd > 0 ? (['EXPLAIN'] as const) : []), ...(planWd > 0 ? (['PLAN'] as const) : []), 'REPORT']
}

/**
 * Where an issued paper stands: what is owed next, and what waits to be looked at.
 *
 * Whoever hands something in has received the paper. What was sent back counts as never handed in; what is handed in again
 * takes the place of what was there. An explanation stands as it is said and needs no acceptance, but may be sent back.
 *
 * @param steps oldest first
 * @source four-colours §6: answer 1 wd, plan 3 wd; §7.3: closed once the red has gone and the issuer confirms
 */
export function paperStanding(kind: DraftKind, steps: readonly PaperStep[]): PaperStanding {
  const last = new Map<PaperChecked, 'IN' | 'BACK' | 'OK'>()
  for (const step of steps) {
    if (isChecked(step.kind)) last.set(step.kind, 'IN')
    else if (step.about) last.set(step.about, step.kind === 'RETURN' ? 'BACK' : 'OK')
  }
  const signed = steps.some((step) => step.kind === 'SIGN' || isChecked(step.kind))
  const owed = asked(kind).find((one) => (last.get(one) ?? 'BACK') === 'BACK') ?? null
  const handed = (['REPORT', 'PLAN'] as const).find((one) => last.get(one) === 'IN') ?? null
  const accepted = last.get('REPORT') === 'OK'
  return {
    wants: signed ? owed : 'SIGN',
    // With what was done its plan is accepted.
    toCheck: accepted ? null : handed,
    returned: owed !== null && last.get(owed) === 'BACK',
    accepted,
  }
}

type Facts = Readonly<{ kind: DraftKind; issued: boolean; closed: boolean; steps: readonly PaperStep[] }>

/**
 * The steps that may be taken with a paper now. What was handed in may be put right until the office accepted what was done.
 *
 * @param part whose steps: those of whom it went to, or the office's
 */
export function paperSteps({ kind, issued, closed, steps }: Facts, part: 'RECEIVER' | 'OFFICE'): PaperStepKind[] {
  if (!issued || closed) return []
  const { wants, toCheck, accepted } = paperStanding(kind, steps)
  if (part === 'OFFICE') {
    const last = steps.findLast((step) => step.kind !== 'SIGN')
    if (toCheck) return ['ACCEPT', 'RETURN']
    return last?.kind === 'EXPLAIN' ? ['RETURN'] : []
  }
  if (wants === 'SIGN') return kind === 'CIRCULAR' ? ['SIGN'] : ['SIGN', ...asked(kind).slice(0, 1)]
  if (accepted) return []
  const due = asked(kind)
  // Each only once what comes before it was handed in.
  return due.slice(0, wants === null ? due.length : due.indexOf(wants) + 1)
}

/**
 * Whether a step may be taken now, and what it checks.
 *
 * @returns err SLIP_NOT_ISSUED for a draft or one that is closed, COLOUR_PAPER_STEP when it is not the time for it
 */
export function mayStep(
  facts: Facts,
  step: PaperStepKind,
  part: 'RECEIVER' | 'OFFICE',
): Result<{ about: PaperChecked | null }> {
  if (!facts.issued || facts.closed) return err({ code: 'SLIP_NOT_ISSUED' })
  if (!paperSteps(facts, part).includes(step)) return err({ code: 'COLOUR_PAPER_STEP' })
  if (step !== 'RETURN' && step !== 'ACCEPT') return ok({ about: null })
  return ok({ about: paperStanding(facts.kind, facts.steps).toCheck ?? 'EXPLAIN' })
}

/** Day by which what is owed was to be there; null where nobody set one. */
export const owedBy = (
  { wants }: Pick<PaperStanding, 'wants'>,
  { answerBy, planBy, plannedOn }: Readonly<Record<'answerBy' | 'planBy' | 'plannedOn', PlainDate | null>>,
): PlainDate | null =>
  wants === 'SIGN' || wants === 'EXPLAIN' ? answerBy : wants === 'PLAN' ? planBy : wants === 'REPORT' ? plannedOn : null
