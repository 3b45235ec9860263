import type { PlainDate } from '../plain-date'
import { countedDay } from '../provisional'
import type { Failure } from '../result'
import { type WorkCalendar, workdaysBetween } from '../work-calendar'
import { type Book, type BookPerson, type BookUnit, type Mention, mentionsIn } from './decision-mention'
import { dueSaidIn, parseDue, vagueTimeIn } from './due-phrase'
import { defaultDue, type TaskTier } from './task-term'
import { type UnknownUnit, unknownUnits } from './unknown-unit'
import type { WeekRhythm } from './week'

/** Three lines of the screen, and of a slip. */
export const DECISION_MAX = 200

/**
 * A sentence without a key of the meeting mode (N, T, F) that slipped into it: one small letter that stands alone, or right
 * before the first Chinese word. `F区` and `T台` are words.
 */
export const withoutStrayKey = (text: string): string => text.replace(/^\s*[ntf]\s*(?=$|\p{Script=Han})/u, '')

/** Somebody a sentence names: him, or those it may mean. Nothing ambiguous is guessed. */
export type Named = Readonly<{ id: string | null; choices: readonly string[]; said: string | null }>

/** The day of a decision and where it comes from: said, the term of its level, or left open on purpose. */
export type ReadDue = Readonly<{
  from: 'SAID' | 'TERM' | 'OPEN'
  said: string | null
  on: PlainDate | null
  /** Working days from the meeting to it. */
  workdays: number
  provisional: boolean
  dayOff: boolean
  /** Words about time that are no day 尽快: the term is taken although something was said. */
  vague: string | null
  /** Why what was said is no day. */
  error: Failure | null
}>

/** What a typed sentence decides 议定 as it was understood. */
export type Reading = Readonly<{
  /** As it is recorded: letters replaced by the name they stand for. */
  text: string
  lead: Named
  supportIds: readonly string[]
  /** Units named without a part in it: whoever types may make them supporting ones. */
  alsoIds: readonly string[]
  /** Units named that nobody knows. */
  unknown: readonly UnknownUnit[]
  /** Those of them that are not asked for as the one who leads: they have no part in it until somebody says which. */
  strange: readonly UnknownUnit[]
  owner: Named
  due: ReadDue
  tier: TaskTier
}>

/** What somebody chose himself, which no sentence overrules. */
export type Picks = Readonly<{
  leadOrgId?: string | undefined
  ownerId?: string | undefined
  supportIds?: readonly string[] | undefined
  dueSaid?: string | undefined
  tier?: TaskTier | undefined
  /** Units nobody knows that somebody left out on purpose. */
  leftOut?: readonly string[] | undefined
}>

export type ReadingSetting = Readonly<{
  book: Book
  from: PlainDate
  calendar: WorkCalendar
  rhythm: WeekRhythm
  tier: TaskTier
}>

const JOINED = /^[\s、,，]*(?:和|与|及|以及)?[\s、,，]*$/u
const SUPPORTS_AFTER = /^\s*(?:等(?:单位)?)?(?:予以|做好|积极)?(?:配合|协助|参与|参加|支持)/u
const LEADS_AFTER = /^\s*(?:牵头|负责|主办|承办)/u
const SUPPORTS_BEFORE = /(?:会同|联合|商)\s*$/u
const LEADS_BEFORE = /(?:由|请|责成|责令|配合|协助)\s*$/u
const TARGET_BEFORE = /(?:向|报|送|给|交|对)\s*$/u
export const OPEN_DUE = /(?:时间|时限|期限|日期)(?:另行?定|待定|再定|另行确定)/u
export const TIERS: readonly (readonly [RegExp, TaskTier])[] = [
  [/区级/u, 'DISTRICT'],
  [/专班级/u, 'TASKFORCE'],
  [/部门级/u, 'DEPARTMENT'],
]

type Part = 'LEAD' | 'SUPPORT' | 'TARGET' | 'PLAIN'
export type Group = Readonly<{ mentions: readonly Mention[]; part: Part }>

/** Mentions that stand together, with the part the words around give them. */
export function groupsOf(sentence: string, mentions: readonly Mention[]): Group[] {
  const groups: Mention[][] = []
  for (const mention of mentions) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && JOINED.test(sentence.slice(before.end, mention.at))) last.push(mention)
    else groups.push([mention])
  }
  return groups.map((group) => {
    const before = sentence.slice(0, group[0]?.at ?? 0)
    const after = sentence.slice(group.at(-1)?.end ?? 0)
    const part: Part = SUPPORTS_AFTER.test(after)
      ? 'SUPPORT'
      : LEADS_AFTER.test(after) || LEADS_BEFORE.test(before)
        ? 'LEAD'
        : SUPPORTS_BEFORE.test(before)
          ? 'SUPPORT'
          : TARGET_BEFORE.test(before)
            ? 'TARGET'
            : 'PLAIN'
    return { mentions: group, part }
  })
}

const ids = (rows: readonly Readonly<{ id: string }>[]): string[] => [...new Set(rows.map(({ id }) => id))]

/** Who leads: whoever is told to, else the first who is named and neither supports nor is reported to. */
function leadGroup(groups: readonly Group[]): Group | undefined {
  const withUnits = groups.filter(({ mentions }) => mentions.some((m) => m.units.length > 0))
  return withUnits.find(({ part }) => part === 'LEAD') ?? withUnits.find(({ part }) => part === 'PLAIN')
}

const nobody: Named = { id: null, choices: [], said: null }

function named(rows: readonly string[], said: string | null, picked: string | undefined): Named {
  if (picked) return { id: picked, choices: rows.length > 1 ? rows : [], said }
  return { id: rows.length === 1 ? (rows[0] ?? null) : null, choices: rows.length > 1 ? rows : [], said }
}

function readLead(lead: Group | undefined, picked: string | undefined): Named {
  const mentions = lead?.mentions.filter((m) => m.units.length > 0) ?? []
  return mentions.length === 0
    ? picked
      ? named([], null, picked)
      : nobody
    : named(ids(mentions.flatMap((m) => m.units)), mentions.map((m) => m.said).join('、'), picked)
}

/** The person; of several with one name the one of the unit that leads. */
function readOwner(mentions: readonly Mention[], leadId: string | null, picked: string | undefined): Named {
  const mention = mentions.find((m) => m.people.length > 0 && m.units.length === 0)
  if (!mention) return picked ? named([], null, picked) : nobody
  const ofLead = mention.people.filter((one) => leadId !== null && one.orgId === leadId)
  return named(ids(ofLead.length === 1 ? ofLead : mention.people), mention.said, picked)
}

function readDue(sentence: string, picks: Picks, tier: TaskTier, setting: ReadingSetting): ReadDue {
  const { from, calendar, rhythm } = setting
  const none = { on: null, workdays: 0, provisional: false, dayOff: false, vague: null, error: null }
  const found = picks.dueSaid
    ? { said: picks.dueSaid, due: parseDue(picks.dueSaid, from, calendar, rhythm) }
    : dueSaidIn(sentence, from, calendar, rhythm)
  if (found) {
    const { said, due } = found
    if (!due.ok) return { ...none, from: 'SAID', said, error: due.error }
    return { ...none, from: 'SAID', said, ...due.value, workdays: workdaysBetween(calendar, from, due.value.on) }
  }
  if (OPEN_DUE.test(sentence)) return { ...none, from: 'OPEN', said: null }
  const on = defaultDue(tier, from, calendar)
  const vague = vagueTimeIn(sentence)
  return {
    ...none,
    from: 'TERM',
    said: null,
    vague,
    ...countedDay(calendar, from, on),
    workdays: workdaysBetween(calendar, from, on),
  }
}

/** The sentence with letters replaced by the names they stand for, where that is settled. */
function spelledOut(sentence: string, mentions: readonly Mention[], settled: ReadonlySet<string>, book: Book): string {
  const nameOf = new Map<string, BookUnit | BookPerson>([...book.units, ...book.people].map((one) => [one.id, one]))
  let text = ''
  let at = 0
  for (const mention of mentions) {
    const all = ids([...mention.units, ...mention.people])
    const id = all.length === 1 ? all[0] : all.find((one) => settled.has(one))
    const letters = /^[a-z0-9]+$/u.test(mention.said)
    text += sentence.slice(at, mention.at) + (letters && id ? (nameOf.get(id)?.name ?? mention.said) : mention.said)
    at = mention.end
    // A space typed between letters and what follows belongs to neither.
    if (letters && id && sentence[at] === ' ') at += 1
  }
  return (text + sentence.slice(at)).trim()
}

/**
 * What a sentence typed in the meeting decides: who leads, who supports, which person, until when, on which level.
 *
 * Units go by name, short name or pinyin letters. Who is named first leads, unless the words say 牵头, 配合 or 会同; several
 * named together, or letters of more than one, are choices and never a guess. Where no day is said the term of the level is
 * proposed; where the sentence leaves it open (时间另定) there is none.
 *
 * @param picks what was chosen by hand; it stands whatever the sentence says
 * @example readSentence('zgj下周一前核发规划许可证', {}, setting).due.on // '2026-11-30'
 */
export function readSentence(sentence: string, picks: Picks, setting: ReadingSetting): Reading {
  const { book } = setting
  const mentions = mentionsIn(sentence, book)
  const groups = groupsOf(sentence, mentions)
  const leading = leadGroup(groups)
  const unknown = unknownUnits(sentence, mentions, book)
  // Whoever is told to lead and is not known is asked for; another one who is named does not take his place.
  const stranger = picks.leadOrgId || leading?.part === 'LEAD' ? undefined : unknown.find(({ leads }) => leads)
  const byUnit = stranger
    ? { id: null, choices: stranger.choices, said: stranger.said }
    : readLead(leading, picks.leadOrgId)
  const owner = readOwner(mentions, byUnit.id, picks.ownerId)
  // Whoever names a person only, means his unit.
  const hisUnit = book.people.find((one) => one.id === owner.id)?.orgId ?? null
  const lead =
    byUnit.id === null && byUnit.choices.length === 0 && !stranger && hisUnit ? { ...nobody, id: hisUnit } : byUnit
  const unitsOf = (wanted: (group: Group) => boolean) =>
    ids(groups.filter(wanted).flatMap((g) => g.mentions.flatMap((m) => (m.units.length === 1 ? m.units : []))))
  const supporting = unitsOf(
    (g) => g.part === 'SUPPORT' || (g === leading && lead.id !== null && g.mentions.length > 1),
  )
  const supportIds = (picks.supportIds ?? supporting).filter((id) => id !== lead.id)
  const alsoIds = unitsOf(() => true).filter(
    (id) => id !== lead.id && !supportIds.includes(id) && !lead.choices.includes(id),
  )
  const tier = picks.tier ?? TIERS.find(([word]) => word.test(sentence))?.[1] ?? setting.tier
  const settled = new Set([lead.id, owner.id, ...supportIds].flatMap((id) => id ?? []))
  return {
    text: spelledOut(sentence, mentions, settled, book),
    lead,
    supportIds,
    alsoIds,
    unknown,
    strange: unknown.filter(({ said, leads }) => said !== lead.said && !(leads && picks.leadOrgId)),
    owner,
    due: readDue(sentence, picks, tier, setting),
    tier,
  }
}

/**
 * What stood beside a sentence when it was accepted: its day, and the units that were left out because nobody knows them.
 *
 * @param leftOut those that were shown as left out; all of them where nobody was asked one by one
 */
export const shownOf = ({ due, strange }: Pick<Reading, 'due' | 'strange'>, leftOut?: readonly string[]): string =>
  [due.on ?? 'none', ...strange.flatMap(({ said }) => (!leftOut || leftOut.includes(said) ? said : []))].join('|')
