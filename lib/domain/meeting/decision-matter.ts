import { dayOfMonth, monthNumberOf, type PlainDate } from '../plain-date'
import { mentionsIn } from './decision-mention'
import { type Group, groupsOf, OPEN_DUE, type ReadingSetting, readSentence, TIERS } from './decision-sentence'
import { type DueSpan, dueSpansIn } from './due-phrase'
import type { TaskTier } from './task-term'

/** What was accepted of a sentence, as it stands when the meeting is closed. */
export type Accepted = Readonly<{
  leadOrgId: string | null
  supportIds: readonly string[]
  ownerId: string | null
  /** The phrase its day was read from; null where the day was set by hand or is the term of the level. */
  dueSaid: string | null
  dueOn: PlainDate | null
  tier: TaskTier | 'CITY'
}>

export type MatterSetting = Omit<ReadingSetting, 'tier'>

/** A place of the sentence and what stands there instead. */
type Cut = Readonly<{ at: number; end: number; put: string }>

const EDGE = /(?:^|[，,、；;。：:\s])$/u
const EDGE_NEXT = /^(?:[，,、；;。：:\s]|$)/u
const TOLD_BEFORE = /(?:由|请|责成|责令)\s*$/u
const LEADS_NEXT = /^\s*(?:等(?:单位|部门)?)?\s*(?:牵头(?!人)|负责(?!人)|主办(?!方)|承办(?!方))?/u
const SUPPORTS_NEXT = /^\s*(?:等(?:单位|部门)?)?(?:予以|做好|积极)?(?:配合|协助|参与|参加|支持)/u
const JOINS_BEFORE = /(?:会同|联合|商)\s*$/u
/** A unit that owns what follows is no doer: `自规局的意见`, `自规局负责人`. */
const NOT_DOER = /^(?:的|等?负责人|意见|方案|会议|窗口)/u
const DUE_BEFORE = /(?<![主重需只])(?:务必|必须|要|须|应)?(?:最迟于|最迟|至迟|截至|限于|限|在|于|到)?$/u
/** To be done, and nothing more: after the matter and a comma it belongs to the day. */
const DONE_BY = /^(?:全部|全面)?(?:办完|办结|办好|完成|做完)(?=[，,、；;。：:\s]|$)/u
const LEFT_AT_ENDS = /^[，,、；;。：:\s]+|[，,、；;：:\s]+$/gu
const AGAIN = /[，,、；;：:\s]*([，,；;。])[，,、；;：:\s]*(?=[，,；;。])/gu

const paperDate = (day: PlainDate): string => `${monthNumberOf(day)}月${dayOfMonth(day)}日`

/** The sentence with some places cut out and others replaced. */
function cutOut(sentence: string, cuts: readonly Cut[]): string {
  let text = ''
  let at = 0
  for (const cut of cuts.toSorted((a, b) => a.at - b.at)) {
    if (cut.at < at) continue
    text += sentence.slice(at, cut.at) + cut.put
    at = cut.end
  }
  return text + sentence.slice(at)
}

/**
 * Days of the sentence: what was accepted as the deadline goes, a day of its own shows its date.
 *
 * Read on another day than it was said, a relative phrase would mean another date; it stays where that shows.
 *
 * @param bare whether a mere `办完` behind the day, apart from the rest, goes with it
 */
function dueCuts(
  sentence: string,
  spans: readonly DueSpan[],
  { dueSaid, dueOn }: Accepted,
  bare: boolean,
): readonly Cut[] {
  const [first] = spans
  if (!first || dueOn === null) return []
  const sameDay = dueSaid !== first.said || (first.due.ok && first.due.value.on === dueOn)
  return spans.flatMap((span): Cut[] => {
    // Overruled by hand or accepted, the day that counts stands beside the text.
    if (span === first && span.until) {
      const before = DUE_BEFORE.exec(sentence.slice(0, span.at))?.[0] ?? ''
      const at = span.at - before.length
      const done = bare && EDGE.test(sentence.slice(0, at)) ? (DONE_BY.exec(sentence.slice(span.end))?.[0] ?? '') : ''
      return [{ at, end: span.end + done.length, put: '' }]
    }
    const on = span === first && span.said === dueSaid ? dueOn : sameDay && span.due.ok ? span.due.value.on : null
    if (!span.relative || on === null) return []
    return [{ at: span.at, end: span.end, put: `${paperDate(on)}${span.until ? '前' : ''}` }]
  })
}

/** Where a group of names stands with the words that give it its part; null where it belongs to the matter itself. */
function groupCut(sentence: string, group: Group, leads: boolean, next: (at: number) => boolean): Cut | null {
  const at = group.mentions[0]?.at ?? 0
  const end = group.mentions.at(-1)?.end ?? 0
  const before = sentence.slice(0, at)
  const after = sentence.slice(end)
  if (NOT_DOER.test(after)) return null
  if (group.part === 'SUPPORT') {
    const joined = JOINS_BEFORE.exec(before)
    if (joined) return { at: joined.index, end, put: '' }
    const supports = SUPPORTS_NEXT.exec(after)
    // `国动办配合做好图审` says what it does: that stays.
    return supports && next(end + supports[0].length) ? { at, end: end + supports[0].length, put: '' } : null
  }
  if (!leads || group.part === 'TARGET') return null
  const told = TOLD_BEFORE.exec(before)
  const tail = LEADS_NEXT.exec(after)?.[0] ?? ''
  const doer =
    told !== null || EDGE.test(before) || /(?:配合|协助)\s*$/u.test(before) || tail.trim() !== '' || next(end)
  return doer ? { at: told?.index ?? at, end: end + tail.length, put: '' } : null
}

/** Words of the level, where they stand by themselves. */
function tierCut(sentence: string, tier: Accepted['tier'], cuts: readonly Cut[]): Cut | null {
  for (const [word, said] of TIERS) {
    const found = word.exec(sentence)
    if (!found) continue
    if (said !== tier) return null
    const end = found.index + found[0].length
    const starts = EDGE.test(sentence.slice(0, found.index)) || cuts.some((cut) => cut.end === found.index)
    const ends = EDGE_NEXT.test(sentence.slice(end)) || cuts.some((cut) => cut.at === end)
    return starts && (ends || said !== 'DISTRICT') ? { at: found.index, end, put: '' } : null
  }
  return null
}

/**
 * What is to be done, without who does it and by when 事项: a slip or the minutes say these beside it.
 *
 * Only what was accepted of the sentence is taken away, and only where it says no more than that: units with 牵头, 配合, 会同,
 * 由 or 请, the level, the day with 前 or 内; also where somebody chose another one by hand since. A relative day left over shows its date. A text nothing would be left of stays.
 *
 * @example matterOf('自规局下周一前核发规划许可证', accepted, setting) // '核发规划许可证'
 */
export function matterOf(sentence: string, accepted: Accepted, setting: MatterSetting): string {
  const { book, from, calendar, rhythm } = setting
  const spans = dueSpansIn(sentence, from, calendar, rhythm)
  // Whom the sentence named and somebody overruled by hand goes as well: a paper names one who leads.
  const said = readSentence(sentence, {}, { ...setting, tier: 'DISTRICT' })
  const leadIds = [accepted.leadOrgId, said.lead.id]
  const owners = [accepted.ownerId, said.owner.id]
  const units = new Set([...leadIds, ...accepted.supportIds, ...said.supportIds].flatMap((id) => id ?? []))
  const groups = groupsOf(sentence, mentionsIn(sentence, book)).filter(({ mentions }) =>
    mentions.every((m) => m.units.some(({ id }) => units.has(id)) || m.people.some(({ id }) => owners.includes(id))),
  )
  const starts = new Set(groups.map(({ mentions }) => mentions[0]?.at))
  const leads = ({ mentions }: Group) =>
    mentions.some((m) => m.units.some(({ id }) => leadIds.includes(id))) ||
    mentions.some((m) => m.units.length === 0 && m.people.some(({ id }) => owners.includes(id)))
  const without = (bare: boolean): string => {
    const dues = dueCuts(sentence, spans, accepted, bare)
    // What comes next ends the part a unit has: a comma, the end, the day, or another unit.
    const next = (at: number) => {
      const rest = sentence.slice(at)
      return EDGE_NEXT.test(rest) || starts.has(at) || dues.some((cut) => cut.at === at && cut.put === '')
    }
    const names = groups.flatMap((group) => groupCut(sentence, group, leads(group), next) ?? [])
    const open = accepted.dueOn === null ? null : OPEN_DUE.exec(sentence)
    const cuts = [...dues, ...names, ...(open ? [{ at: open.index, end: open.index + open[0].length, put: '' }] : [])]
    const tier = tierCut(sentence, accepted.tier, cuts)
    return cutOut(sentence, tier ? [...cuts, tier] : cuts)
      .replace(AGAIN, '')
      .replace(LEFT_AT_ENDS, '')
  }
  const says = (text: string) => /[\p{L}\p{N}]/u.test(text)
  return [without(true), without(false)].find(says) ?? sentence
}
