import type { FactorKind } from '../factor-need'
import { compareLevel, type Level } from '../level-scale'
import { addDays, type PlainDate } from '../plain-date'
import type { MilestoneKind } from '../project'
import { leaning } from '../provisional'
import { type WorkCalendar, workdaysBetween, workdaysLate } from '../work-calendar'
import type { TaskTier } from './task-term'

/**
 * Why something comes before the meeting, in the order it comes 议题规则.
 *
 * @source domain meetings-and-ranking.md A2
 */
export const AGENDA_RULES = [
  'UNFINISHED', // 上次没办完
  'NEW_RED', // 新红
  'YELLOW_UNANSWERED', // 黄灯超过3个工作日没有回应
  'RAISED', // 提请区级
  'FACTOR_GAP', // 要素缺口
  'STARTS', // 两周内开工
  'EXPIRES', // 两周内到期
  'MOVED_AGAIN', // 再次改期
] as const
export type AgendaRule = (typeof AGENDA_RULES)[number]

/** Working days a yellow may go unanswered. */
export const YELLOW_WD = 3
/** Days looked ahead for starts and expiries. */
export const AHEAD_DAYS = 14
/** Moves of one plan from which on the meeting hears of it. */
export const MOVES = 2

/** A task that is not finished, as an agenda speaks of it. */
export type AgendaTask = Readonly<{
  id: string
  no: string
  text: string
  dueOn: PlainDate
  issuedOn: PlainDate
  extensions: number
  /** Whoever it was given to has accepted it 签收. */
  signed: boolean
  /** Its result is in and waits for whoever raised it 销号审核. */
  handedIn: boolean
  raisedById: string | null
  orgIds: readonly string[]
}>

/** What is missing of a factor, for agendas in another language; `amount` is null where none was given. */
export type AgendaGap = Readonly<{ kind: FactorKind; amount: string | null; unit: string }>

/** The facts of one project an agenda is made from; days are those known at the data line. */
export type AgendaProject = Readonly<{
  id: string
  number: number
  level: Level
  /** At the data line before; null: it was not there. */
  lastLevel: Level | null
  /** Since when it has this colour. */
  levelSince: PlainDate | null
  /** The colour it had until that day; null: none, or not known. */
  turnedFrom: Level | null
  /** Last day somebody did or said something about it besides “no change”. */
  answeredOn: PlainDate | null
  /** Unit that has to move, by its id; null where a person has to. */
  ownerOrgId: string | null
  stewardId: string | null
  streetId: string | null
  taskforceId: string | null
  tasks: readonly AgendaTask[]
  /** Open issues that were raised to the district. */
  issues: readonly Readonly<{ id: string; number: number; raisedOn: PlainDate; text: string; orgId: string | null }>[]
  /** Gaps in land, energy, money … that nobody has promised to close in time. */
  factorGaps: readonly Readonly<{
    id: string
    neededOn: PlainDate
    text: string
    orgId: string | null
    gap?: AgendaGap
  }>[]
  starts: readonly Readonly<{ kind: MilestoneKind; on: PlainDate }>[]
  expiries: readonly Readonly<{ id: string; code: string; on: PlainDate; orgId: string | null }>[]
  /** Plans moved since the data line before, with how often by now. */
  moves: readonly Readonly<{ kind: MilestoneKind; nth: number; from: PlainDate | null; to: PlainDate | null }>[]
}>

/** One line of its history, as a code for its sentence and what stands in it. */
export type AgendaHistory =
  | Readonly<{
      code: 'TASK'
      no: string
      text: string
      ageWd: number
      lateWd: number
      extensions: number
      more: number
      /** Its result is in; agendas drafted before this was told do not say. */
      handedIn?: boolean
    }>
  /** The last change itself; `lastWeek` is the colour of the data line before, where it was yet another one. */
  | Readonly<{ code: 'TURNED_RED'; from: Level | null; on: PlainDate | null; lastWeek?: Level }>
  | Readonly<{ code: 'YELLOW_FOR'; on: PlainDate; days: number }>
  | Readonly<{ code: 'RAISED'; number: number; text: string; on: PlainDate; days: number }>
  /** `text` is how a Chinese paper says the gap; agendas drafted before have nothing else. */
  | Readonly<{ code: 'FACTOR'; text: string; on: PlainDate; gap?: AgendaGap }>
  | Readonly<{ code: 'STARTS'; kind: MilestoneKind; on: PlainDate }>
  | Readonly<{ code: 'EXPIRES'; item: string; on: PlainDate }>
  | Readonly<{ code: 'MOVED'; kind: MilestoneKind; nth: number; from: PlainDate | null; to: PlainDate | null }>

/** What the system proposes to decide: a code for its sentence, by when, and which level takes it. */
export type AgendaProposal = Readonly<{
  code: 'FINISH' | 'SIGN_OFF' | 'CLEAR' | 'ANSWER' | 'SETTLE' | 'SUPPLY' | 'CONFIRM' | 'RENEW' | 'FIX_DATE'
  dueOn: PlainDate
  /** The data line it is asked for by lies in a year whose holidays are not published 暂定. */
  provisional?: true
  tier: TaskTier
}>

/** A line of the agenda 议题. */
export type AgendaTopic = Readonly<{
  rule: AgendaRule
  /** Further rules that speak of the same project; it is discussed once. */
  also: readonly AgendaRule[]
  /** Null of a task that belongs to no project; then its title says what it is about. */
  projectId: string | null
  title: string | null
  level: Level | null
  history: AgendaHistory
  proposal: AgendaProposal
  orgIds: readonly string[]
  personIds: readonly string[]
}>

/** What else an agenda depends on. */
export type AgendaSetting = Readonly<{
  dataLineOn: PlainDate
  /** The data line before, whether or not the week was frozen at it. */
  lastLineOn: PlainDate
  meetingOn: PlainDate
  /** The data line after the meeting: what is decided is asked for by then. */
  nextDataLineOn: PlainDate
  calendar: WorkCalendar
}>

type Hit = Readonly<{
  rule: AgendaRule
  history: AgendaHistory
  code: AgendaProposal['code']
  tier: TaskTier
  orgIds: readonly (string | null)[]
  personIds?: readonly (string | null)[]
  /** The more the earlier within its rule. */
  weight: number
}>

/** The day a proposal is due: the data line of the next meeting. */
const nextLine = ({
  meetingOn,
  nextDataLineOn,
  calendar,
}: AgendaSetting): Pick<AgendaProposal, 'dueOn' | 'provisional'> => ({
  dueOn: nextDataLineOn,
  ...leaning(calendar, meetingOn, nextDataLineOn),
})

const first = <T>(rows: readonly T[], compare: (a: T, b: T) => number): T | undefined => rows.toSorted(compare)[0]
const byDay =
  <T>(day: (row: T) => PlainDate) =>
  (a: T, b: T) =>
    day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0

function unfinished({ tasks }: Pick<AgendaProject, 'tasks'>, { meetingOn, calendar }: AgendaSetting): Hit | null {
  const due = tasks.filter((task) => task.dueOn <= meetingOn)
  // What is still to be done comes before what only waits to be confirmed.
  const task = first(due, (a, b) => Number(a.handedIn) - Number(b.handedIn) || byDay<typeof a>((t) => t.dueOn)(a, b))
  if (!task) return null
  const lateWd = Math.max(0, workdaysLate(calendar, task.dueOn, meetingOn))
  const ageWd = workdaysBetween(calendar, task.issuedOn, meetingOn)
  const { no, text, extensions, handedIn } = task
  return {
    rule: 'UNFINISHED',
    history: {
      code: 'TASK',
      no,
      text,
      ageWd,
      lateWd,
      extensions,
      more: due.length - 1,
      ...(handedIn ? { handedIn } : {}),
    },
    code: handedIn ? 'SIGN_OFF' : 'FINISH',
    tier: 'DISTRICT',
    orgIds: due.flatMap((t) => t.orgIds),
    personIds: due.flatMap((t) => (t.handedIn ? t.raisedById : null)),
    weight: lateWd,
  }
}

function newRed(p: AgendaProject, { lastLineOn }: AgendaSetting): Hit | null {
  if (p.level !== 'RED' || p.lastLevel === 'RED') return null
  // Not kept at the line before: the day it turned says whether it is new.
  if (p.lastLevel === null && p.levelSince !== null && p.levelSince <= lastLineOn) return null
  const from = p.turnedFrom ?? p.lastLevel
  const lastWeek = p.lastLevel && p.lastLevel !== from ? { lastWeek: p.lastLevel } : {}
  const history = { code: 'TURNED_RED', from, on: p.levelSince, ...lastWeek } as const
  return { rule: 'NEW_RED', history, code: 'CLEAR', tier: 'DISTRICT', orgIds: [p.ownerOrgId, p.streetId], weight: 0 }
}

/** What a meeting has decided about it since a day and still has time. */
const decidedSince = (p: AgendaProject, day: PlainDate, { meetingOn }: AgendaSetting): readonly AgendaTask[] =>
  p.tasks.filter((task) => task.issuedOn >= day && task.dueOn > meetingOn)

function yellow(p: AgendaProject, setting: AgendaSetting): Hit | null {
  const { dataLineOn, calendar } = setting
  if (p.level !== 'YELLOW' || !p.levelSince || (p.answeredOn && p.answeredOn >= p.levelSince)) return null
  // An answer is a reason, or a task somebody accepted: one that nobody has signed answers nothing.
  if (decidedSince(p, p.levelSince, setting).some(({ signed }) => signed)) return null
  const days = workdaysBetween(calendar, p.levelSince, dataLineOn)
  if (days <= YELLOW_WD) return null
  const history = { code: 'YELLOW_FOR', on: p.levelSince, days } as const
  return { rule: 'YELLOW_UNANSWERED', history, code: 'ANSWER', tier: 'TASKFORCE', orgIds: [p.ownerOrgId], weight: days }
}

function raised(p: AgendaProject, setting: AgendaSetting): Hit | null {
  const { dataLineOn, calendar } = setting
  const waiting = p.issues.filter((issue) => decidedSince(p, issue.raisedOn, setting).length === 0)
  const issue = first(
    waiting,
    byDay((i) => i.raisedOn),
  )
  if (!issue) return null
  const days = workdaysBetween(calendar, issue.raisedOn, dataLineOn)
  return {
    rule: 'RAISED',
    history: { code: 'RAISED', number: issue.number, text: issue.text, on: issue.raisedOn, days },
    code: 'SETTLE',
    tier: 'DISTRICT',
    orgIds: waiting.map((i) => i.orgId),
    weight: days,
  }
}

function factorGap(p: AgendaProject): Hit | null {
  const gap = first(
    p.factorGaps,
    byDay((g) => g.neededOn),
  )
  if (!gap) return null
  const history = { code: 'FACTOR', text: gap.text, on: gap.neededOn, ...(gap.gap ? { gap: gap.gap } : {}) } as const
  return { rule: 'FACTOR_GAP', history, code: 'SUPPLY', tier: 'DISTRICT', orgIds: [gap.orgId], weight: 0 }
}

const soon = (day: PlainDate, { meetingOn }: AgendaSetting) => day >= meetingOn && day <= addDays(meetingOn, AHEAD_DAYS)

function starts(p: AgendaProject, setting: AgendaSetting): Hit | null {
  const start = first(
    p.starts.filter((s) => soon(s.on, setting)),
    byDay((s) => s.on),
  )
  if (!start) return null
  const weight = -workdaysBetween(setting.calendar, setting.meetingOn, start.on)
  const history = { code: 'STARTS', kind: start.kind, on: start.on } as const
  return { rule: 'STARTS', history, code: 'CONFIRM', tier: 'TASKFORCE', orgIds: [p.taskforceId, p.streetId], weight }
}

function expires(p: AgendaProject, setting: AgendaSetting): Hit | null {
  const permit = first(
    p.expiries.filter((e) => soon(e.on, setting)),
    byDay((e) => e.on),
  )
  if (!permit) return null
  const weight = -workdaysBetween(setting.calendar, setting.meetingOn, permit.on)
  const history = { code: 'EXPIRES', item: permit.code, on: permit.on } as const
  return { rule: 'EXPIRES', history, code: 'RENEW', tier: 'DEPARTMENT', orgIds: [permit.orgId], weight }
}

function movedAgain(p: AgendaProject): Hit | null {
  const move = p.moves.filter(({ nth }) => nth >= MOVES).toSorted((a, b) => b.nth - a.nth)[0]
  if (!move) return null
  const history = { code: 'MOVED', ...move } as const
  return {
    rule: 'MOVED_AGAIN',
    history,
    code: 'FIX_DATE',
    tier: 'TASKFORCE',
    orgIds: [p.taskforceId],
    weight: move.nth,
  }
}

const RULES: readonly ((p: AgendaProject, setting: AgendaSetting) => Hit | null)[] = [
  unfinished,
  newRed,
  yellow,
  raised,
  factorGap,
  starts,
  expires,
  movedAgain,
]

const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))]

/**
 * Topics of unfinished tasks that belong to no project, each one by itself, by their numbers.
 *
 * @source domain meetings-and-ranking.md A2
 */
export const proposeLoose = (tasks: readonly AgendaTask[], setting: AgendaSetting): readonly AgendaTopic[] =>
  tasks
    .toSorted((a, b) => (a.no < b.no ? -1 : 1))
    .flatMap((task) => {
      const hit = unfinished({ tasks: [task] }, setting)
      if (!hit) return []
      const { rule, history, code, tier, orgIds, personIds = [] } = hit
      return {
        rule,
        also: [],
        projectId: null,
        title: task.text,
        level: null,
        history,
        proposal: { code, ...nextLine(setting), tier },
        orgIds: known(orgIds),
        personIds: known(personIds),
      }
    })

/**
 * The topics the rules propose 议题建议: a project once, under the first rule that speaks of it.
 *
 * By rule, then the worse colour, the longer wait, the project's number; so the same data give the same agenda, however
 * they are read. Without a topic no meeting is proposed.
 *
 * @returns everything the rules find; how many of them fit is the meeting's business (`maxTopics`)
 * @source domain meetings-and-ranking.md A2
 */
export function proposeAgenda(projects: readonly AgendaProject[], setting: AgendaSetting): readonly AgendaTopic[] {
  const lines = projects.flatMap((project) => {
    const hits = RULES.flatMap((rule) => rule(project, setting) ?? [])
    const [lead, ...also] = hits
    return lead ? [{ project, lead, also, hits }] : []
  })
  return lines
    .toSorted(
      (a, b) =>
        AGENDA_RULES.indexOf(a.lead.rule) - AGENDA_RULES.indexOf(b.lead.rule) ||
        compareLevel(b.project.level, a.project.level) ||
        b.lead.weight - a.lead.weight ||
        a.project.number - b.project.number,
    )
    .map(({ project, lead, also, hits }) => ({
      rule: lead.rule,
      also: also.map((hit) => hit.rule),
      projectId: project.id,
      title: null,
      level: project.level,
      history: lead.history,
      proposal: { code: lead.code, ...nextLine(setting), tier: lead.tier },
      orgIds: known([...hits.flatMap((hit) => hit.orgIds), project.taskforceId]),
      personIds: known([project.stewardId, ...hits.flatMap((hit) => hit.personIds ?? [])]),
    }))
}
