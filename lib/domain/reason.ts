import { compareLevel, type Level } from './level-scale'

/** Who has to move 责任方. NAMED carries the name of somebody found through the graph. */
export type Owner = Readonly<{ kind: 'AGENCY' | 'ENTERPRISE' | 'STEWARD' | 'NAMED'; name?: string }>

export const AGENCY: Owner = { kind: 'AGENCY' }
export const ENTERPRISE: Owner = { kind: 'ENTERPRISE' }
export const STEWARD: Owner = { kind: 'STEWARD' }
/** The office of the leading group as papers name it: it has what nobody was given yet 领导小组办公室. */
export const OFFICE_UNIT = '领导小组办公室'

/**
 * An owner as one word: a role, or the name of a unit or person.
 *
 * @example ownerKey(AGENCY) // 'AGENCY'
 */
export const ownerKey = (owner: Owner | null): string | null =>
  owner && (owner.kind === 'NAMED' ? (owner.name ?? null) : owner.kind)

/** The owner a word stands for; the inverse of `ownerKey`. */
export const ownerOf = (key: string): Owner =>
  key === 'AGENCY' || key === 'ENTERPRISE' || key === 'STEWARD' ? { kind: key } : { kind: 'NAMED', name: key }

/** Why something has its colour: a rule, a code for its sentence, and the numbers in it. */
export type Reason = Readonly<{
  rule: string
  code: ReasonCode
  level: Level
  owner: Owner | null
  params: Readonly<Record<string, string | number>>
  /** Its days are counted through a year whose holidays are not published 暂定; left out where they are not. */
  provisional?: true
}>

export const REASON_CODES = [
  'STATUTE_OVER',
  'PROMISE_OVER',
  'PROMISE_LEFT',
  'PLAN_OVER',
  'PLAN_LEFT',
  'SUBMIT_OVER',
  'SUBMIT_LEFT',
  'BLOCKED_OVER',
  'SUPPLEMENT_OVER',
  'SUPPLEMENT_LEFT',
  'CLOCK_PAUSED',
  'ACCEPTANCE_LEFT',
  'DEEMED_ACCEPTED',
  'SPECIAL_OVER',
  'SPECIAL_LEFT',
  'TOLERANCE_OVER',
  'TOLERANCE_LEFT',
  'NOT_REFILED',
  'NO_PLAN',
  'DONE_LATE',
  'DONE_IN_TIME',
  'NOT_APPLICABLE',
  'TREND',
  'PROGRESS_BEHIND',
  'START_MISSED',
  'START_UNREADY',
  'NOT_ENROLLED',
  'ISSUE_OVER',
  'ISSUE_LEFT',
  'ISSUE_UNSOLVED',
  'FACTOR_OVER',
  'FACTOR_LEFT',
  'NOT_UPDATED',
  'EXPIRES',
  'EXPIRED',
  'TALKS_STALLED',
  'TALKS_DROP',
  'THIRD_MONTH',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

/** Worst first; reasons of the same level keep the order they were found in. */
export const sortReasons = <R extends { level: Level }>(reasons: readonly R[]): R[] =>
  reasons.toSorted((a, b) => compareLevel(b.level, a.level))
