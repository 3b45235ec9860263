import { evaluateProcedure } from '@/lib/domain/level'
import { nextProcedureChange } from '@/lib/domain/next-change'
import type { ProcedureFacts } from '@/lib/domain/procedure'
import { ok, type Result } from '@/lib/domain/result'
import type { RuleParameters } from '@/lib/domain/rule-parameters'
import type { WorkCalendar } from '@/lib/domain/work-calendar'
import { ownerText } from '@/lib/i18n/reason-text'
import type { ProcedureInput } from './contract'
import { ruleText } from './rule-text'

// The owner column of rule P15 when the case names the blocking item but not its unit.
const BLOCKING_UNIT = '前置责任单位'

/** The facts a line states, in the words of the rules. */
export function factsOf(input: Omit<ProcedureInput, 'today' | 'params'>): ProcedureFacts {
  return {
    state: input.state,
    promisedWd: input.promised,
    statutoryWd: input.statutory,
    extensionWd: input.ext_wd ?? 0,
    receivedOn: input.received,
    acceptedOn: input.accepted,
    finishedOn: input.finished,
    rejectedOn: input.rejected_on,
    supplementSince: input.supp_since,
    supplementLimitWd: input.supp_limit,
    specialSince: input.special_since,
    specialLimitWd: input.special_limit,
    toleranceDueOn: input.tol_due,
    // A case does not say what a pause was for, and no rule asks.
    pauses: (input.pauses ?? []).map(([from, to]) => ({ from, to, kind: 'SUPPLEMENT' })),
    planSubmitOn: input.plan_submit,
    planFinishOn: input.plan_finish,
    enteredOn: input.entered,
    blockedBy: input.blocked_by ? { code: input.blocked_by, owner: input.blocked_by_owner ?? BLOCKING_UNIT } : null,
  }
}

/** The colour of a procedure, why, and when it changes next. */
export function answerProcedure(
  input: ProcedureInput,
  calendar: WorkCalendar,
  parameters: RuleParameters,
): Result<Record<string, unknown>> {
  const facts = factsOf(input)
  const now = evaluateProcedure(facts, input.today, calendar, parameters)
  if (!now.ok) return now
  const { level, owner, used, remaining, reasons, provisional } = now.value
  const next = nextProcedureChange(facts, input.today, calendar, parameters, now.value)
  return ok({
    level,
    owner: ownerText(owner, 'zh-CN'),
    used,
    remaining,
    reasons: reasons.map((reason) => ({
      level: reason.level,
      owner: ownerText(reason.owner, 'zh-CN'),
      text: ruleText(reason),
    })),
    nextLevelOn: next?.on ?? null,
    nextLevel: next?.level ?? null,
    // 暂定: the colour, a number in its reasons or the next change is counted into a year without published holidays.
    ...(provisional || next?.provisional || reasons.some((reason) => reason.provisional) ? { provisional: true } : {}),
  })
}
