import type { Level } from './level-scale'
import type { Owner, ReasonCode } from './reason'
import { DEFAULT_PARAMETERS, type ParameterName, type RuleParameters } from './rule-parameters'
import type { SourceId } from './sources'

/** Rules a reason can come from: procedures, projects, the stopped clock and the third yellow month. */
export const RULES = [
  'P1',
  'P2',
  'P3',
  'P4',
  'P5',
  'P6',
  'P7',
  'P8',
  'P9',
  'P10',
  'P11',
  'P12',
  'P13',
  'P14',
  'P15',
  'P16',
  'P17',
  'P18',
  'K10',
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
  'D8',
  'D9',
  'AGG',
] as const
export type RuleId = (typeof RULES)[number]

/** Whose move a reason is; ANY is decided by the row: a named unit, or whoever an issue lies with. */
export type RuleOwner = Owner['kind'] | 'ANY'

/** A reason of a rule with the numbers of an example, so that its sentence can be said as a row would say it. */
export type RuleReason = Readonly<{
  code: ReasonCode
  level: Level
  owners: readonly RuleOwner[]
  example: Readonly<Record<string, string | number>>
}>
/** Where a rule comes from: texts of `SOURCES`, a section of the rule book decided for this product, or both. */
export type RuleOrigin = Readonly<{ sources: readonly SourceId[]; section: string | null }>
export type Rule = Readonly<{
  id: RuleId
  parameters: readonly ParameterName[]
  origin: RuleOrigin
  reasons: readonly RuleReason[]
}>

const reason = (
  code: ReasonCode,
  level: Level,
  owners: readonly RuleOwner[],
  example: RuleReason['example'] = {},
): RuleReason => ({ code, level, owners, example })

const ours = (section: string, ...sources: readonly SourceId[]): RuleOrigin => ({ sources, section })
const sourced = (...sources: readonly SourceId[]): RuleOrigin => ({ sources, section: null })

const AGENCY: readonly RuleOwner[] = ['AGENCY']
const ENTERPRISE: readonly RuleOwner[] = ['ENTERPRISE']
const STEWARD: readonly RuleOwner[] = ['STEWARD']
const WHOSE_TURN: readonly RuleOwner[] = ['AGENCY', 'ENTERPRISE', 'STEWARD']

/** The over and the left side of a limit, in its three colours. */
const limit = (
  over: ReasonCode,
  left: ReasonCode,
  owners: readonly RuleOwner[],
  blue: number,
  red: number,
): readonly RuleReason[] => [
  reason(left, 'BLUE', owners, { days: blue }),
  reason(over, 'YELLOW', owners, { days: 1 }),
  reason(over, 'RED', owners, { days: red }),
]

/** Reasons of a rule, with examples at the thresholds in force. */
type Reasons = (p: RuleParameters) => readonly RuleReason[]
type Entry = readonly [parameters: readonly ParameterName[], origin: RuleOrigin, reasons: Reasons]

const BOOK: Readonly<Record<RuleId, Entry>> = {
  P1: [[], sourced('行政许可法-42', '民法典-201'), () => [reason('STATUTE_OVER', 'RED', AGENCY, { days: 1 })]],
  P2: [['promise_red_wd'], ours('P2'), (p) => [reason('PROMISE_OVER', 'RED', AGENCY, { days: p.promise_red_wd })]],
  P3: [
    ['plan_red_wd'],
    ours('P3'),
    (p) => [
      reason('PLAN_OVER', 'RED', WHOSE_TURN, { days: p.plan_red_wd }),
      reason('SUBMIT_OVER', 'RED', ENTERPRISE, { days: p.plan_red_wd }),
    ],
  ],
  P4: [[], ours('P4'), () => [reason('PROMISE_OVER', 'YELLOW', AGENCY, { days: 1 })]],
  P5: [
    [],
    ours('P5'),
    () => [
      reason('PLAN_OVER', 'YELLOW', WHOSE_TURN, { days: 1 }),
      reason('SUBMIT_OVER', 'YELLOW', ENTERPRISE, { days: 1 }),
    ],
  ],
  P6: [
    ['warn_ratio', 'warn_min_wd', 'warn_max_wd'],
    ours('P6'),
    (p) => [reason('PROMISE_LEFT', 'BLUE', AGENCY, { days: p.warn_min_wd })],
  ],
  P7: [
    ['plan_blue_wd'],
    ours('P7'),
    (p) => [
      reason('PLAN_LEFT', 'BLUE', WHOSE_TURN, { days: p.plan_blue_wd }),
      reason('SUBMIT_LEFT', 'BLUE', ENTERPRISE, { days: p.plan_blue_wd }),
    ],
  ],
  P8: [
    ['supp_limit_wd', 'supp_blue_wd', 'supp_red_wd'],
    ours('P8'),
    (p) => limit('SUPPLEMENT_OVER', 'SUPPLEMENT_LEFT', ENTERPRISE, p.supp_blue_wd, p.supp_red_wd),
  ],
  P9: [
    ['accept_wd'],
    ours('P9', '行政许可法-32'),
    (p) => [
      reason('ACCEPTANCE_LEFT', 'BLUE', AGENCY, { days: 1 }),
      reason('DEEMED_ACCEPTED', 'BLUE', AGENCY, { days: p.accept_wd }),
    ],
  ],
  P10: [
    ['special_red_wd'],
    ours('P10', '行政许可法-45'),
    (p) => limit('SPECIAL_OVER', 'SPECIAL_LEFT', AGENCY, 2, p.special_red_wd),
  ],
  P11: [
    ['tol_limit_wd', 'tol_blue_wd', 'tol_red_wd'],
    ours('P11'),
    (p) => limit('TOLERANCE_OVER', 'TOLERANCE_LEFT', ENTERPRISE, p.tol_blue_wd, p.tol_red_wd),
  ],
  P12: [
    ['reject_red_wd'],
    ours('P12'),
    (p) => [
      reason('NOT_REFILED', 'YELLOW', ENTERPRISE, { days: 1 }),
      reason('NOT_REFILED', 'RED', ENTERPRISE, { days: p.reject_red_wd }),
    ],
  ],
  P13: [
    ['noplan_blue_wd', 'noplan_yellow_wd'],
    ours('P13'),
    (p) => [
      reason('NO_PLAN', 'BLUE', STEWARD, { days: p.noplan_blue_wd }),
      reason('NO_PLAN', 'YELLOW', STEWARD, { days: p.noplan_yellow_wd }),
    ],
  ],
  // Grey by its base: a rule without a reason of its own.
  P14: [[], ours('P14'), () => []],
  P15: [
    ['plan_red_wd'],
    ours('P15'),
    (p) => [
      reason('BLOCKED_OVER', 'YELLOW', ['ANY'], { days: 1, by: 'GH02' }),
      reason('BLOCKED_OVER', 'RED', ['ANY'], { days: p.plan_red_wd, by: 'GH02' }),
    ],
  ],
  P16: [
    [],
    ours('P16'),
    () => [
      reason('DONE_IN_TIME', 'GREEN', []),
      reason('DONE_LATE', 'YELLOW', [], { promise: 1, statute: 0, plan: 2 }),
      reason('DONE_LATE', 'GREEN', [], { promise: 1, statute: 0, plan: 2 }),
    ],
  ],
  P17: [[], ours('P17'), () => [reason('NOT_APPLICABLE', 'GREY', [])]],
  P18: [[], ours('P18'), () => [reason('TREND', 'BLUE', STEWARD, { days: 3 })]],
  K10: [[], ours('K10', '行政许可法-45', '行政许可法-82'), () => [reason('CLOCK_PAUSED', 'GREY', AGENCY, { used: 3 })]],
  // As its procedures say (P1–P18); what is beside the critical path at most yellow.
  D1: [[], ours('D1'), () => []],
  D2: [
    ['dev_blue_pp', 'dev_yellow_pp', 'dev_red_pp', 'dev_min_planned_pct'],
    ours('D2', 'S01'),
    (p) =>
      (
        [
          ['BLUE', p.dev_blue_pp],
          ['YELLOW', p.dev_yellow_pp],
          ['RED', p.dev_red_pp + 1],
        ] as const
      ).map(([level, pp]) =>
        reason('PROGRESS_BEHIND', level, ENTERPRISE, {
          behind: pp * 100,
          planned: 6_000,
          actual: 6_000 - pp * 100,
        }),
      ),
  ],
  D3: [
    ['start_blue_wd', 'start_red_month_ends'],
    ours('D3', 'S01'),
    (p) => [
      reason('START_UNREADY', 'BLUE', STEWARD, { days: p.start_blue_wd }),
      reason('START_MISSED', 'YELLOW', ENTERPRISE, { monthEnds: 0 }),
      reason('START_MISSED', 'RED', ENTERPRISE, { monthEnds: p.start_red_month_ends }),
    ],
  ],
  D4: [
    ['stat_yellow_months', 'stat_red_months'],
    sourced('S01'),
    (p) => [
      reason('NOT_ENROLLED', 'YELLOW', ENTERPRISE, { months: p.stat_yellow_months }),
      reason('NOT_ENROLLED', 'RED', ENTERPRISE, { months: p.stat_red_months }),
    ],
  ],
  D5: [
    ['issue_blue_wd', 'issue_red_wd'],
    ours('D5'),
    (p) => [
      ...limit('ISSUE_OVER', 'ISSUE_LEFT', ['ANY'], p.issue_blue_wd, p.issue_red_wd),
      reason('ISSUE_UNSOLVED', 'RED', ['ANY'], { meetings: 2 }),
    ],
  ],
  D6: [
    ['plan_blue_wd', 'plan_red_wd'],
    ours('D6'),
    (p) => limit('FACTOR_OVER', 'FACTOR_LEFT', ['ANY'], p.plan_blue_wd, p.plan_red_wd),
  ],
  D7: [
    ['fresh_blue_cd', 'fresh_yellow_cd'],
    ours('D7'),
    (p) => [
      reason('NOT_UPDATED', 'BLUE', STEWARD, { days: p.fresh_blue_cd }),
      reason('NOT_UPDATED', 'YELLOW', STEWARD, { days: p.fresh_yellow_cd }),
    ],
  ],
  D8: [
    ['expiry_blue_cd', 'expiry_yellow_cd'],
    ours('D8', '建筑法-9'),
    (p) => [
      reason('EXPIRES', 'BLUE', ENTERPRISE, { days: p.expiry_blue_cd }),
      reason('EXPIRES', 'YELLOW', ENTERPRISE, { days: p.expiry_yellow_cd }),
      reason('EXPIRED', 'RED', ENTERPRISE, { days: 1 }),
    ],
  ],
  D9: [
    [],
    sourced('S13'),
    () => [
      reason('TALKS_STALLED', 'BLUE', STEWARD, { months: 1 }),
      reason('TALKS_STALLED', 'YELLOW', STEWARD, { months: 2 }),
      reason('TALKS_STALLED', 'RED', STEWARD, { months: 3 }),
      reason('TALKS_DROP', 'RED', STEWARD, { months: 6 }),
    ],
  ],
  AGG: [[], ours('§5', 'S04', 'S05'), () => [reason('THIRD_MONTH', 'RED', ['ANY'])]],
}

/**
 * The rule book as it holds with some parameters 规则手册: every rule with its thresholds, reasons, owners and origin.
 *
 * What the rules decide is in level*.ts and project-dimension.ts; a test lets them speak and looks each reason up here.
 *
 * @source four-colours §4, §5, §8
 */
export const ruleBook = (parameters: RuleParameters): readonly Rule[] =>
  RULES.map((id) => {
    const [names, origin, reasons] = BOOK[id]
    return { id, parameters: names, origin, reasons: reasons(parameters) }
  })

/** The parameters a rule reads. */
export const parametersOf = (id: RuleId): readonly ParameterName[] => BOOK[id][0]

/** Where a rule comes from. */
export const originOf = (id: RuleId): RuleOrigin => BOOK[id][1]

/** What a parameter counts in: working days, calendar days, percentage points, per cent, months, month ends, or a share. */
export type ParameterUnit = 'wd' | 'cd' | 'pp' | 'pct' | 'months' | 'month_ends' | 'ratio'

/** Unit of a parameter: the end of its name. */
export function unitOf(name: ParameterName): ParameterUnit {
  for (const unit of ['month_ends', 'months', 'ratio', 'wd', 'cd', 'pp', 'pct'] as const)
    if (name.endsWith(`_${unit}`)) return unit
  throw new Error(`a parameter without a unit: ${name}`)
}

/** Every parameter with its unit, the value in force, the one it is delivered with, and the rules that read it. */
export const parameterTable = (parameters: RuleParameters) =>
  (Object.keys(DEFAULT_PARAMETERS) as ParameterName[]).map((name) => ({
    name,
    unit: unitOf(name),
    value: parameters[name],
    delivered: DEFAULT_PARAMETERS[name],
    rules: RULES.filter((id) => BOOK[id][0].includes(name)),
  }))
export type ParameterLine = ReturnType<typeof parameterTable>[number]
