import type { Stood } from '@/lib/domain/agency-clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Arithmetic, Why } from '@/lib/domain/why'
import type { DueArithmetic } from '@/lib/domain/work-calendar'
import { dayIn } from './day'
import type { Locale } from './locale'
import { amountText } from './money'
import { type Translator, translator } from './translator'

/** The year's plan behind a share, in 分. */
export type PlanMoney = Readonly<{ plannedFen: bigint; doneFen: bigint }> | null

/** Names of the holidays, as English readers know them. */
const HOLIDAYS_EN: readonly (readonly [string, string])[] = [
  ['元旦', 'New Year'],
  ['春节', 'Spring Festival'],
  ['清明节', 'Qingming'],
  ['劳动节', 'Labour Day'],
  ['端午节', 'Dragon Boat Festival'],
  ['中秋节', 'Mid-Autumn Festival'],
  ['国庆节', 'National Day'],
  ['、', ' and '],
]

const holidayName = (name: string, locale: Locale): string =>
  locale === 'en' ? HOLIDAYS_EN.reduce((text, [zh, en]) => text.replaceAll(zh, en), name) : name

/** Hundredths of a percent to the first decimal place, as the ledger has them. */
const percent = (hundredths: number): string => String(Math.round(hundredths / 10) / 10)

/** Of what the sentence of a reason is made 算法: from which day, to which, the limit, and what is over or left. */
export function arithmeticText(a: Arithmetic, money: PlanMoney, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  const day = (on: PlainDate) => dayIn(on, today)
  const until = day(today)
  switch (a.kind) {
    case 'clock':
      return clockSentence(a, today, t)
    case 'day': {
      const { counted, late: n } = a
      const named = t(`why.day.${a.day}`, { on: day(a.on) })
      const first = day(counted.firstOn)
      const sentence =
        n > 0
          ? t(a.ended ? 'why.lateAtEnd' : 'why.late', { day: named, first, until: day(counted.dueOn), n })
          : t('why.notYet', { day: named, first, until, n: -n })
      return a.back ? joined([t('why.back', { from: day(a.back.from), n: a.back.days }), sentence], locale) : sentence
    }
    case 'trend':
      return t('why.trend', { on: day(a.on), plan: day(a.planOn), n: a.counted.workingDays })
    case 'progress': {
      const { passed, length } = a
      const due = t(a.joined ? 'why.joined' : 'why.year', {
        from: day(a.fromOn),
        until,
        passed,
        length,
        planned: percent(a.planned),
      })
      const share = { actual: percent(a.actual), behind: percent(a.behind) }
      const done = money
        ? t('why.money', {
            plan: amountText(money.plannedFen, locale),
            done: amountText(money.doneFen, locale),
            ...share,
          })
        : t('why.share', share)
      return joined([due, done], locale)
    }
    case 'monthEnds':
      return t('why.monthEnds', {
        on: day(a.plannedOn),
        until,
        n: a.ends.length,
        ends: a.ends.map(day).join(t('why.list')),
      })
    case 'enrolment':
      return t('why.enrolment', { on: day(a.startedOn), n: a.months, last: day(a.lastOn) })
    case 'age':
      if (a.of === 'VERIFIED') return t('why.verified', { on: day(a.on), until, n: a.days })
      return t(a.days < 0 ? 'why.expired' : 'why.expires', { on: day(a.on), until, n: Math.abs(a.days) })
    case 'talks':
      return t('why.talks', { on: day(a.on), n: a.months, full: day(a.fullOn), until })
    case 'months':
      return t('why.months', { first: a.months[0], second: a.months[1] })
  }
}

const joined = (sentences: readonly string[], locale: Locale): string => sentences.join(locale === 'en' ? ' ' : '')

function clockSentence(a: Extract<Arithmetic, { kind: 'clock' }>, today: PlainDate, t: Translator): string {
  const day = (on: PlainDate) => dayIn(on, today)
  const { counted, of, used } = a
  const since = t(`why.since.${a.since}`, { from: day(counted.from) })
  const begun = counted.firstOn <= counted.dueOn
  const parts = [
    begun ? t('why.dayZero', { since, first: day(counted.firstOn) }) : t('why.dayZeroOnly', { since }),
    t(a.ended ? 'why.usedAtEnd' : 'why.used', { until: day(counted.dueOn), n: used }),
  ]
  if (of === null) return [...parts, t('why.stop')].join('')
  parts.push(t(`why.limit.${a.limit}`, { n: of }))
  // Neither is a limit that ends on a day: the colour turns when they are full.
  if (a.limit === 'REFILE' || a.limit === 'PLAN') return [...parts, t('why.stop')].join('')
  if (a.extended > 0) parts.push(t('why.extended', { n: a.extended }))
  if (a.dueOn) parts.push(t('why.due', { due: day(a.dueOn) }))
  parts.push(used > of ? t('why.over', { n: used - of }) : t(a.ended ? 'why.kept' : 'why.left', { n: of - used }))
  return parts.join('')
}

/** Days that lie in the count and are none of it 没算的日子, and the weekends that are worked all the same. */
export function uncountedText(a: Arithmetic, today: PlainDate, locale: Locale): string | null {
  const t = translator(locale)
  if (a.kind === 'months') return null
  if (a.kind === 'clock' || a.kind === 'day' || a.kind === 'trend') {
    const parts = [
      ...freeText(a.counted, today, locale),
      ...(a.kind === 'clock' ? a.stood.map((stretch) => stoodText(stretch, today, t)) : []),
    ]
    return parts.length > 0 ? parts.join(t('why.next')) : t('why.nothing')
  }
  return t('why.calendarDays')
}

/** Weekends by their number, holidays and make-up days by name. */
export function freeText(counted: DueArithmetic, today: PlainDate, locale: Locale): string[] {
  const t = translator(locale)
  const days = (from: PlainDate, to: PlainDate) =>
    from === to ? dayIn(from, today) : t('why.range', { from: dayIn(from, today), to: dayIn(to, today) })
  return [
    ...(counted.weekendDays > 0 ? [t('why.weekends', { n: counted.weekendDays })] : []),
    ...counted.rests.map(({ from, to, name }) =>
      name
        ? t('why.holiday', { name: holidayName(name, locale), days: days(from, to) })
        : t('why.ownRest', { days: days(from, to) }),
    ),
    ...(counted.makeUps.length > 0
      ? [t('why.makeUp', { days: counted.makeUps.map(({ on }) => dayIn(on, today)).join(t('why.list')) })]
      : []),
  ]
}

const stoodText = ({ firstOn, to, days }: Stood, today: PlainDate, t: Translator): string =>
  t('why.stood', {
    days: firstOn >= to ? dayIn(to, today) : t('why.range', { from: dayIn(firstOn, today), to: dayIn(to, today) }),
    n: days,
  })

/** The agency's own clock, which stands while another one is measured; null where none does. */
export function standingClockText(a: Arithmetic, today: PlainDate, locale: Locale): string | null {
  if (a.kind !== 'clock' || !a.standing) return null
  return translator(locale)('why.stands', { used: a.standing.used, since: dayIn(a.standing.since, today) })
}

/** The thresholds a rule reads, with what holds now. */
export const thresholdTexts = (why: Why, t: Translator): string[] =>
  why.thresholds.map(({ name, unit, value }) =>
    t('why.threshold', {
      name: t(`ruleBook.parameter.${name}`),
      value: t(`ruleBook.unit.${unit}`, { n: String(unit === 'ratio' ? Math.round(value * 10_000) / 100 : value) }),
    }),
  )
