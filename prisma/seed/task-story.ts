import { SLIP_KINDS, type SlipKind } from '@/lib/domain/meeting/slip'
import type { TaskState } from '@/lib/domain/meeting/task-move'
import type { PlainDate } from '@/lib/domain/plain-date'
import { addWorkdays, type WorkCalendar, workdaysBetween, workdaysLate } from '@/lib/domain/work-calendar'

type Step = Readonly<{
  kind: string
  from: TaskState
  to: TaskState
  on: PlainDate
  /** Whose hand: the receiver's, or the office's. */
  by: 'RECEIVER' | 'OFFICE'
  text?: string
  untilOn?: PlainDate
}>
type Paper = Readonly<{
  kind: SlipKind
  draftedOn: PlainDate
  issuedOn: PlainDate | null
  reply?: string
  repliedOn?: PlainDate
}>

/** What became of a decision by today: its state, its steps, its papers. */
export type TaskStory = Readonly<{
  state: TaskState
  steps: readonly Step[]
  papers: readonly Paper[]
  askedUntilOn: PlainDate | null
  objectedOn: PlainDate | null
  submittedOn: PlainDate | null
  closedOn: PlainDate | null
  /** Day it was closed or withdrawn. */
  endedOn: PlainDate | null
  result: string | null
}>

/** How a decision goes on. */
export type Plot =
  | 'CLOSED'
  | 'TO_SIGN'
  | 'OBJECTED'
  | 'IN_HAND'
  | 'REPORTED'
  | 'ASKS'
  | 'SUSPENDED'
  | 'REVIEW'
  | 'WITHDRAWN'

const RESULT = '已按议定事项办结，资料在库'
const TEXTS = {
  object: '此事项牵头职责在上级部门，建议改派',
  report: '已对接项目单位，材料补齐三分之二',
  ask: '需等上级部门批复，申请延期',
  suspend: '等省级用地批复，非本区原因',
  withdraw: '已并入同一项目的另一事项办理',
} as const

type Term = Readonly<{ issuedOn: PlainDate; dueOn: PlainDate; today: PlainDate; calendar: WorkCalendar }>

/** Papers the job and the office would have made by today: issued the day after they were drafted, the last one waits. */
function papersOf({ issuedOn, dueOn, today, calendar }: Term, state: TaskState, signedOn: PlainDate | null): Paper[] {
  const assign: Paper = {
    kind: 'ASSIGN',
    draftedOn: issuedOn,
    issuedOn,
    ...(signedOn ? { repliedOn: signedOn } : {}),
  }
  if (state !== 'TO_SIGN' && state !== 'IN_HAND' && state !== 'REPORTED') return [assign]
  const late = workdaysLate(calendar, dueOn, today)
  const grown = SLIP_KINDS.filter((kind) => (kind === 'URGE' ? late >= 1 : kind === 'SUPERVISE' && late >= 5))
  return [
    assign,
    ...grown.map((kind): Paper => {
      const draftedOn = addWorkdays(calendar, dueOn, kind === 'URGE' ? 1 : 5)
      const issued = kind === 'URGE' && draftedOn < today ? addWorkdays(calendar, draftedOn, 1) : null
      const issuedThen = issued && issued <= today ? issued : null
      return { kind, draftedOn, issuedOn: issuedThen }
    }),
  ]
}

/**
 * Tells a decision to its end, or to today: every step on a working day that has come, in the order of the rules.
 *
 * A plot whose days have not come yet stops where it is.
 */
export function tellTask(plot: Plot, term: Term): TaskStory {
  const { issuedOn, dueOn, today, calendar } = term
  const steps: Step[] = []
  let state: TaskState = 'TO_SIGN'
  const step = (
    kind: string,
    to: TaskState,
    after: number,
    by: Step['by'],
    more: Partial<Step> = {},
  ): PlainDate | null => {
    const on = addWorkdays(calendar, issuedOn, after)
    if (on > today) return null
    steps.push({ kind, from: state, to, on, by, ...more })
    state = to
    return on
  }
  const signs = plot !== 'TO_SIGN' && plot !== 'OBJECTED'
  const signedOn = signs ? step('SIGN', 'IN_HAND', 1, 'RECEIVER') : null
  let objectedOn: PlainDate | null = null
  let askedUntilOn: PlainDate | null = null
  let submittedOn: PlainDate | null = null
  let closedOn: PlainDate | null = null
  let withdrawnOn: PlainDate | null = null
  if (plot === 'OBJECTED') objectedOn = step('OBJECT', 'TO_SIGN', 1, 'RECEIVER', { text: TEXTS.object })
  if (signedOn) {
    if (plot === 'REPORTED') step('REPORT', 'REPORTED', 2, 'RECEIVER', { text: TEXTS.report })
    if (plot === 'SUSPENDED') step('SUSPEND', 'SUSPENDED', 2, 'OFFICE', { text: TEXTS.suspend })
    if (plot === 'WITHDRAWN') withdrawnOn = step('WITHDRAW', 'WITHDRAWN', 2, 'OFFICE', { text: TEXTS.withdraw })
    if (plot === 'CLOSED' || plot === 'REVIEW') submittedOn = step('SUBMIT', 'REVIEW', 2, 'RECEIVER', { text: RESULT })
    if (plot === 'CLOSED' && submittedOn) closedOn = step('CLOSE', 'CLOSED', 2, 'OFFICE')
    const half = Math.floor(workdaysBetween(calendar, issuedOn, dueOn) / 2)
    if (plot === 'ASKS' && half > 0 && addWorkdays(calendar, issuedOn, 2) < dueOn) {
      const untilOn = addWorkdays(calendar, dueOn, half)
      if (step('ASK_EXTENSION', 'IN_HAND', 2, 'RECEIVER', { text: TEXTS.ask, untilOn })) askedUntilOn = untilOn
    }
  }
  return {
    state,
    steps,
    papers: papersOf(term, state, signedOn),
    askedUntilOn,
    objectedOn,
    submittedOn,
    closedOn,
    endedOn: closedOn ?? withdrawnOn,
    result: submittedOn ? RESULT : null,
  }
}
