import type { AgendaHistory } from '@/lib/domain/meeting/agenda'
import type { Moment } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { AgendaLine, TopicIssue } from '@/lib/schemas/meeting'
import { dayIn, longDay, markedText } from './day'
import { listed } from './joined'
import type { Locale } from './locale'
import { itemName } from './reason-line'
import { translator } from './translator'

/** `11月19日 周四 18:00`. */
export const momentText = ({ on, hour }: Moment, locale: Locale): string =>
  translator(locale)('meeting.when', { day: longDay(on, locale), hour: String(hour) })

/** The line of history of a topic in words; null for one somebody added. */
export function historyText(
  { history: h, item, issue }: Pick<AgendaLine, 'history' | 'item'> & Partial<Pick<AgendaLine, 'issue'>>,
  today: PlainDate,
  locale: Locale,
): string | null {
  const t = translator(locale)
  const day = (on: PlainDate | null) => (on ? dayIn(on, today) : t('meeting.changes.unknown'))
  if (!h) return null
  switch (h.code) {
    case 'TASK':
      return t(h.handedIn ? 'meeting.history.TASK_IN' : 'meeting.history.TASK', {
        no: h.no,
        text: h.text,
        age: h.ageWd,
        late: h.lateWd,
        extensions: h.extensions,
        more: h.more,
      })
    case 'TURNED_RED':
      return h.from
        ? t(h.lastWeek ? 'meeting.history.TURNED_RED_WAS' : 'meeting.history.TURNED_RED', {
            day: day(h.on),
            from: t(`level.short.${h.from}`),
            was: t(`level.short.${h.lastWeek ?? h.from}`),
          })
        : t('meeting.history.TURNED_RED_NEW')
    case 'YELLOW_FOR':
      return t('meeting.history.YELLOW_FOR', { day: day(h.on), days: h.days })
    case 'RAISED':
      // The issue stands in full, and is counted to today.
      if (issue?.number === h.number) return null
      return t('meeting.history.RAISED', { number: h.number, day: day(h.on), days: h.days, text: h.text })
    case 'FACTOR':
      return t('meeting.history.FACTOR', { text: lackText(h, locale), day: day(h.on) })
    case 'STARTS':
      return t('meeting.history.STARTS', { kind: t(`project.milestone.${h.kind}`), day: day(h.on) })
    case 'EXPIRES':
      return t('meeting.history.EXPIRES', { item: item ? itemName(item, locale) : h.item, day: day(h.on) })
    case 'MOVED':
      return t('meeting.history.MOVED', {
        kind: t(`project.milestone.${h.kind}`),
        nth: h.nth,
        from: day(h.from),
        to: day(h.to),
      })
  }
}

/** What of a factor is missing; in Chinese as the papers word it. */
function lackText({ text, gap }: Extract<AgendaHistory, { code: 'FACTOR' }>, locale: Locale): string {
  if (locale === 'zh-CN' || !gap) return text
  const t = translator(locale)
  const { kind, amount, unit } = gap
  return listed([t(`factor.kind.${kind}`), amount && t('factor.gapOf', { n: amount, unit })], t)
}

/** The topics discussed with another 并入, each with its line of history; null where there are none. */
export function mergedText({ merged }: Pick<AgendaLine, 'merged'>, today: PlainDate, locale: Locale): string | null {
  if (merged.length === 0) return null
  const t = translator(locale)
  const said = merged.map((one) => [one.name, historyText(one, today, locale)].filter(Boolean).join(t('shell.comma')))
  return said.join(locale === 'en' ? '; ' : '；')
}

/** Whom a topic calls: its leader and those of the topics merged in, units, people; each once. */
export const calledTo = ({
  leader,
  merged,
  orgs,
  people,
}: Pick<AgendaLine, 'leader' | 'merged' | 'orgs' | 'people'>): readonly Readonly<{ id: string; name: string }>[] => {
  const all = [leader, ...merged.map((one) => one.leader), ...orgs, ...people].flatMap((one) => one ?? [])
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

/** Since when the issue of a topic is open, who has it and by when, counted to a day it names. */
export function issueText(issue: TopicIssue, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const { raisedOn, dueOn, closedOn, lateWd, openWd, unit } = issue
  const said = [
    t('meeting.issue.raised', { day: dayIn(raisedOn, today) }),
    unit ? t('meeting.issue.unit', { unit }) : t('meeting.issue.noUnit'),
    closedOn
      ? t('meeting.issue.closed', { day: dayIn(closedOn, today) })
      : t('meeting.issue.open', { today: dayIn(today, today), n: openWd }),
  ]
  if (!closedOn)
    said.push(
      dueOn && lateWd !== null
        ? markedText(
            t(lateWd > 0 ? 'meeting.issue.late' : 'meeting.issue.due', { day: dayIn(dueOn, today), n: lateWd }),
            issue.provisional,
            t,
          )
        : t('meeting.issue.noDue'),
    )
  return said.join(locale === 'en' ? ', ' : '，')
}

/** What a topic asks the meeting to decide: what somebody wrote, else what the rules propose. */
export function askText(line: AgendaLine, today: PlainDate, locale: Locale): string {
  const { ask, proposal, orgs, people, merged } = line
  if (ask) return ask
  if (!proposal) return ''
  const t = translator(locale)
  // What the rules proposed rests on facts that are over; what was decided all the same holds.
  if (line.gone && line.state !== 'DECIDED') return t('meeting.proposal.GONE')
  const first = orgs[0]?.name ?? people[0]?.name ?? t('meeting.whoElse')
  // Topics that were merged in keep whoever would have had to move about them.
  const who = listed([...new Set([first, ...merged.flatMap(({ unit }) => unit ?? [])])], t)
  return t(`meeting.proposal.${proposal.code}`, {
    who,
    day: markedText(dayIn(proposal.dueOn, today), proposal.provisional ?? false, t),
  })
}
