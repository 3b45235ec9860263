import { HEAD_WD, ON_SITE_WD } from './escalation'
import type { Turn } from './level-history'
import { compareLevel, type Level } from './level-scale'
import { YELLOW_WD } from './meeting/agenda'
import { compareMoments, digestFrom, type Moment, mayWrite, OPENS_AT, writableFrom } from './message-hours'
import type { PlainDate } from './plain-date'
import type { Owner } from './reason'
import { addWorkdays, dayWithPassed, type WorkCalendar } from './work-calendar'

/** What somebody is to a project: the functions a colour is told to 告知对象. */
export const FUNCTIONS = [
  'HANDLER', // 经办人
  'CONTACT', // 项目单位联系人
  'STEWARD', // 项目管家
  'LIAISON', // 首席代表、科室负责人
  'TASKFORCE', // 专班负责人
  'DEPUTY', // 部门分管领导
  'AGENCY_HEAD', // 部门一把手
  'LEADER', // 分包区领导
  'OFFICE', // 领导小组办公室
  'HEAD', // 组长
  'DISCIPLINE', // 纪委监督岗
] as const
export type PersonFunction = (typeof FUNCTIONS)[number]

/** Who is told instead of somebody who is not there or cannot sign in. The discipline office has no stand-in. */
const INSTEAD: Readonly<Record<PersonFunction, PersonFunction | null>> = {
  HANDLER: 'LIAISON',
  LIAISON: 'AGENCY_HEAD',
  DEPUTY: 'AGENCY_HEAD',
  AGENCY_HEAD: 'OFFICE',
  CONTACT: 'STEWARD',
  STEWARD: 'TASKFORCE',
  TASKFORCE: 'OFFICE',
  LEADER: 'OFFICE',
  HEAD: 'OFFICE',
  OFFICE: null,
  DISCIPLINE: null,
}

/** How a message goes out: in the morning's digest, as a to-do, as a to-do that also rings, or on the weekly red list. */
export type Channel = 'DIGEST' | 'TODO' | 'URGENT' | 'RED_LIST'

type Rung = Readonly<{
  step: string
  level: Level
  /** Working days at that colour or a worse one. */
  afterWd: number
  /** Only while nobody answered with a reason and a new day. */
  unanswered?: true
  whom: readonly PersonFunction[]
  channel: Channel
  /** Working days for an answer, and for a plan. */
  answerWd?: number
  planWd?: number
}>

const YELLOW_WHOM = ['HANDLER', 'STEWARD', 'LIAISON', 'TASKFORCE'] as const

/**
 * The ladder 逐级上报: who is told of a colour when, the lowest rung first.
 *
 * @source four-colours §6
 */
export const LADDER = [
  { step: 'BLUE_0', level: 'BLUE', afterWd: 0, whom: ['HANDLER', 'STEWARD'], channel: 'DIGEST' },
  { step: 'YELLOW_0', level: 'YELLOW', afterWd: 0, whom: YELLOW_WHOM, channel: 'TODO', answerWd: 2 },
  {
    step: 'YELLOW_3',
    level: 'YELLOW',
    afterWd: YELLOW_WD,
    unanswered: true,
    whom: ['DEPUTY'],
    channel: 'TODO',
  },
  {
    step: 'RED_0',
    level: 'RED',
    afterWd: 0,
    whom: [...YELLOW_WHOM, 'DEPUTY', 'AGENCY_HEAD', 'LEADER', 'OFFICE'],
    channel: 'URGENT',
    answerWd: 1,
    planWd: 3,
  },
  { step: 'RED_5', level: 'RED', afterWd: ON_SITE_WD, whom: ['LEADER'], channel: 'TODO' },
  { step: 'RED_10', level: 'RED', afterWd: HEAD_WD, whom: ['HEAD', 'DISCIPLINE'], channel: 'RED_LIST' },
] as const satisfies readonly Rung[]
export type Step = (typeof LADDER)[number]['step']

const RUNGS: readonly Rung[] = LADDER
const rankOf = (step: Step): number => LADDER.findIndex((rung) => rung.step === step)

/** Minute of the daily evaluation, at which a colour turns that no fact turned. */
export const EVALUATED_AT = 6 * 60

/** Somebody a message can go to; without an account nobody can read it. */
export type Recipient = Readonly<{ personId: string; account: boolean }>

/** A thing with a colour, as far as who must be told depends on it. */
export type LadderItem = Readonly<{
  id: string
  owner: Owner | null
  /** Its changes of colour, oldest first, with the minute; the daily evaluation where nobody says. */
  turns: readonly (Turn & Readonly<{ minute?: number }>)[]
  /** Days on which somebody answered with a reason and a new day. */
  answeredOn: readonly PlainDate[]
  /** A waiver is in force 正当理由豁免: nobody is told. */
  waived: boolean
  /** It stands for something that is told of itself: papers are drafted of it, messages go out of the other. */
  quiet?: boolean
  /** Who is told at each rung, where it is not whom the ladder says. */
  whom?: Readonly<Record<Step, readonly PersonFunction[]>>
  /** The office let the discipline office have a copy. */
  disciplineApproved: boolean
  people: Readonly<Partial<Record<PersonFunction, readonly Recipient[]>>>
}>

/** Who was told of what, and when: one row a message. */
export type Told = Readonly<{ itemId: string; since: PlainDate; step: Step; personId: string; at: Moment }>

/** A message to send now. Words are made of it where it is shown; nothing personal is in it but whom it goes to. */
export type LadderMessage = Omit<Told, 'at'> &
  Readonly<{
    level: Level
    channel: Channel
    /** As what he is told. */
    as: PersonFunction
    /** In the place of somebody who cannot be reached. */
    instead: boolean
    /** Written to a project unit, which is told of its own to-do and never of the chain inside. */
    neutral: boolean
    answerBy: PlainDate | null
    planBy: PlainDate | null
  }>

/** A colour that is to be told to a function nobody holds, or nobody who could read it. */
export type LadderGap = Readonly<{ itemId: string; step: Step; as: PersonFunction }>

/**
 * A warning from the day the thing was last in order, or the day it rose again after it had eased: what is told, is told once in
 * it.
 */
type Episode = Readonly<{ since: PlainDate; level: Level; risenTo: ReadonlyMap<Level, Moment> }>

const WARNINGS = ['BLUE', 'YELLOW', 'RED'] as const

/**
 * The warning a thing stands in, and since when it is at each colour or a worse one; null while it is in order.
 *
 * @source four-colours §6: repeat only when the level rises
 */
function episodeOf(item: Pick<LadderItem, 'turns'>, now: Moment): Episode | null {
  let since: PlainDate | null = null
  let level: Level = 'GREEN'
  let eased = false
  const risenTo = new Map<Level, Moment>()
  for (const turn of item.turns) {
    const at = { day: turn.on, minute: turn.minute ?? EVALUATED_AT }
    if (compareMoments(at, now) > 0) break
    const rise = compareLevel(turn.to, level)
    level = turn.to
    if (compareLevel(level, 'GREEN') <= 0) since = null
    else if (since === null || (eased && rise > 0)) since = turn.on
    eased = since !== null && (rise < 0 || (eased && rise === 0))
    for (const warning of WARNINGS)
      if (compareLevel(level, warning) < 0) risenTo.delete(warning)
      else if (!risenTo.has(warning)) risenTo.set(warning, at)
  }
  return since === null ? null : { since, level, risenTo }
}

/** When a rung is to be told; null while its colour is not reached, or once somebody answered. */
function dueAt(rung: Rung, item: LadderItem, { risenTo }: Episode, calendar: WorkCalendar): Moment | null {
  const risen = risenTo.get(rung.level)
  if (!risen) return null
  if (rung.channel === 'DIGEST') return digestFrom(risen, calendar)
  if (rung.afterWd === 0) return writableFrom(risen, calendar)
  const day = dayWithPassed(calendar, risen.day, rung.afterWd)
  const answered = rung.unanswered && item.answeredOn.some((on) => on >= risen.day && on < day)
  return answered ? null : { day, minute: OPENS_AT }
}

const OF_AGENCY: ReadonlySet<PersonFunction> = new Set(['LIAISON', 'DEPUTY', 'AGENCY_HEAD', 'DISCIPLINE'])

/** The functions of a rung that have to do with an item: an agency is not told of what is not its to do (K13). */
function functionsOf(rung: Rung, { owner, whom, disciplineApproved }: LadderItem): readonly PersonFunction[] {
  if (whom) return whom[rung.step as Step]
  const ofAgency = owner?.kind === 'AGENCY' || owner?.kind === 'NAMED'
  return rung.whom
    .filter((as) => (ofAgency || !OF_AGENCY.has(as)) && (as !== 'DISCIPLINE' || disciplineApproved))
    .map((as) => (as === 'HANDLER' && !ofAgency ? (owner?.kind === 'ENTERPRISE' ? 'CONTACT' : 'STEWARD') : as))
}

/** Whom a function reaches: whoever holds it and can read it, or the next one who can. */
function reach({ people }: LadderItem, as: PersonFunction): Readonly<{ as: PersonFunction; ids: readonly string[] }> {
  for (let next: PersonFunction | null = as; next; next = INSTEAD[next]) {
    const ids = (people[next] ?? []).flatMap(({ personId, account }) => (account ? [personId] : []))
    if (ids.length > 0) return { as: next, ids }
  }
  return { as, ids: [] }
}

type Due = Readonly<{ rank: number; rung: Rung; at: Moment; as: PersonFunction; instead: boolean }>

/** The highest rung each person is to be told of by now, and the functions that reach nobody. */
function dueOf(item: LadderItem, episode: Episode, now: Moment, calendar: WorkCalendar) {
  const byPerson = new Map<string, Due>()
  const gaps = new Map<PersonFunction, LadderGap>()
  for (const [rank, rung] of RUNGS.entries()) {
    const at = dueAt(rung, item, episode, calendar)
    if (!at || compareMoments(at, now) > 0) continue
    for (const wanted of functionsOf(rung, item)) {
      const { as, ids } = reach(item, wanted)
      if (ids.length === 0) gaps.set(wanted, { itemId: item.id, step: rung.step as Step, as: wanted })
      const instead = as !== wanted
      for (const id of ids) {
        const had = byPerson.get(id)
        // Told in his own function rather than in the place of somebody else.
        if (had?.rank !== rank || (had.instead && !instead)) byPerson.set(id, { rank, rung, at, as, instead })
      }
    }
  }
  return { byPerson, gaps: [...gaps.values()] }
}

/** The last minute of a day: whatever turned on it counts. */
const LAST_MINUTE = 24 * 60 - 1

/** Day the warning began a thing stands in on a day; null while it is in order. */
export const warnedSince = (turns: LadderItem['turns'], day: PlainDate): PlainDate | null =>
  episodeOf({ turns }, { day, minute: LAST_MINUTE })?.since ?? null

const keyOf = (itemId: string, since: PlainDate, personId: string) => `${itemId} ${since} ${personId}`

/**
 * The messages to send now 逐级上报: to everybody the highest rung he has not been told of yet.
 *
 * One message per item, rung and person, and none once he was told of a higher one; an item that was in order in between, or
 * eased and rose again, begins anew. What a missed run should have sent is sent by the next one, as far as it still holds: nobody is told of a colour that
 * has gone. So it does not matter how often it runs, or when it last did. In the evening, at night and on days off nothing is
 * sent; a person gets one digest a day.
 *
 * @param told every message so far, of the items asked about
 * @source four-colours §6
 * @example ladder(items, [], { day: on('2026-11-23'), minute: 510 }, calendar).messages // the digest of 08:30
 */
export function ladder(
  items: readonly LadderItem[],
  told: readonly Told[],
  now: Moment,
  calendar: WorkCalendar,
): Readonly<{ messages: readonly LadderMessage[]; gaps: readonly LadderGap[] }> {
  const messages: LadderMessage[] = []
  const gaps: LadderGap[] = []
  if (!mayWrite(now, calendar)) return { messages, gaps }
  const highest = new Map<string, number>()
  const hadDigest = new Set<string>()
  for (const { itemId, since, personId, step, at } of told) {
    const key = keyOf(itemId, since, personId)
    highest.set(key, Math.max(highest.get(key) ?? -1, rankOf(step)))
    if (step === 'BLUE_0' && at.day === now.day) hadDigest.add(personId)
  }
  for (const item of items) {
    const episode = item.waived || item.quiet ? null : episodeOf(item, now)
    if (!episode) continue
    const due = dueOf(item, episode, now, calendar)
    gaps.push(...due.gaps)
    for (const [personId, { rank, rung, at, as, instead }] of due.byPerson) {
      const { since } = episode
      if ((highest.get(keyOf(item.id, since, personId)) ?? -1) >= rank) continue
      if (rung.channel === 'DIGEST' && hadDigest.has(personId)) continue
      const within = (days: number | undefined) => (days ? addWorkdays(calendar, at.day, days) : null)
      messages.push({
        itemId: item.id,
        since,
        step: rung.step as Step,
        personId,
        level: rung.level,
        channel: rung.channel,
        as,
        instead,
        neutral: as === 'CONTACT',
        answerBy: within(rung.answerWd),
        planBy: within(rung.planWd),
      })
    }
  }
  return { messages, gaps }
}

/** Rungs an item has reached by now, told or not: what stands on an agenda, in a draft, or in a check. */
export function rungsReached(item: LadderItem, now: Moment, calendar: WorkCalendar): readonly Step[] {
  const episode = item.waived ? null : episodeOf(item, now)
  if (!episode) return []
  return RUNGS.flatMap((rung) => {
    const at = dueAt(rung, item, episode, calendar)
    return at && compareMoments(at, now) <= 0 ? [rung.step as Step] : []
  })
}
