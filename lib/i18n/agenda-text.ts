import type { Moment } from '@/lib/domain/meeting/week'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { AgendaLine } from '@/lib/schemas/meeting'
import { dayIn, longDay } from './day'
import type { Locale } from './locale'
import { itemName } from './reason-line'
import { translator } from './translator'

/** `11月19日 周四 18:00`. */
export const momentText = ({ on, hour }: Moment, locale: Locale): string =>
  translator(locale)('meeting.when', { day: longDay(on, locale), hour: String(hour) })

/** The line of history of a topic in words; null for one somebody added. */
export function historyText({ history: h, item }: AgendaLine, today: PlainDate, locale: Locale): string | null {
  const t = translator(locale)
  const day = (on: PlainDate | null) => (on ? dayIn(on, today) : t('meeting.changes.unknown'))
  if (!h) return null
  switch (h.code) {
    case 'TASK':
      return t('meeting.history.TASK', {
        no: h.no,
        text: h.text,
        age: h.ageWd,
        late: h.lateWd,
        extensions: h.extensions,
        more: h.more,
      })
    case 'TURNED_RED':
      return h.from
        ? t('meeting.history.TURNED_RED', { day: day(h.on), from: t(`level.short.${h.from}`) })
        : t('meeting.history.TURNED_RED_NEW')
    case 'YELLOW_FOR':
      return t('meeting.history.YELLOW_FOR', { day: day(h.on), days: h.days })
    case 'RAISED':
      return t('meeting.history.RAISED', { number: h.number, day: day(h.on), days: h.days, text: h.text })
    case 'FACTOR':
      return t('meeting.history.FACTOR', { text: h.text, day: day(h.on) })
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

/** What a topic asks the meeting to decide: what somebody wrote, else what the rules propose. */
export function askText({ ask, proposal, orgs, people }: AgendaLine, today: PlainDate, locale: Locale): string {
  if (ask) return ask
  if (!proposal) return ''
  const t = translator(locale)
  const who = orgs[0]?.name ?? people[0]?.name ?? t('meeting.whoElse')
  return t(`meeting.proposal.${proposal.code}`, { who, day: dayIn(proposal.dueOn, today) })
}
