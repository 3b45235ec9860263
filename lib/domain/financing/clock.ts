import { limitLevel, warningWindow } from '../level-limit'
import { type Level, worst } from '../level-scale'
import type { DueMatter } from '../matter-turns'
import { addDays, daysBetween, latest, type PlainDate } from '../plain-date'
import type { RuleParameters } from '../rule-parameters'
import {
  addWorkdays,
  dayWithPassed,
  type WorkCalendar,
  workdayFrom,
  workdaysBetween,
  workdaysLate,
} from '../work-calendar'
import type { FinancingState } from './need'
import type { Offer } from './offer'

/**
 * Limits of the bridge 时限.
 *
 * @source other-mechanisms §5: check 3 working days, first contact 3 working days, decision 30 days (X12)
 */
export const FINANCING_LIMITS = { checkWd: 3, contactWd: 3, decisionCd: 30 } as const

/** What is waited for, until when, and whose it is. */
export type FinancingDuty = Readonly<{
  what: 'CHECK' | 'RECOMMEND' | 'CONSENT' | 'ACCEPT' | 'CONTACT' | 'DECIDE' | 'SIGN' | 'PAY'
  owner: 'OFFICE' | 'ENTERPRISE' | 'BANK'
  /** Last day on which it is on time; null where nobody set one. */
  dueOn: PlainDate | null
  /** Working days it is over, negative while some are left; null without a day. */
  late: number | null
  level: Level
}>

/** How a bank stands with a need on a day: its colour, what it owes next, and the 30 days as far as they have run. */
export type OfferClock = Readonly<{
  level: Level
  duty: FinancingDuty | null
  /** Calendar days since it was taken on, of the days there are; null before and after. */
  used: number | null
  limit: number
  /** Day of the scale on which the enterprise was to be spoken to first. */
  contactAt: number | null
}>

type Rules = Readonly<{ calendar: WorkCalendar; parameters: RuleParameters }>

/** Working days before the end of a limit from which it is blue. */
const blueWdOf = (from: PlainDate, dueOn: PlainDate, { calendar, parameters }: Rules): number =>
  warningWindow(Math.max(1, workdaysBetween(calendar, from, dueOn)), parameters)

function dutyOf(
  what: FinancingDuty['what'],
  owner: FinancingDuty['owner'],
  from: PlainDate,
  dueOn: PlainDate,
  today: PlainDate,
  { calendar, parameters: p }: Rules,
): FinancingDuty {
  const late = workdaysLate(calendar, dueOn, today)
  // The limits every clock has: blue near the end of its days, yellow past it, red five working days later.
  const blue = blueWdOf(from, dueOn, { calendar, parameters: p })
  return { what, owner, dueOn, late, level: limitLevel(late, blue, p.promise_red_wd) ?? 'GREEN' }
}

const waiting = (what: FinancingDuty['what'], owner: FinancingDuty['owner'], level: Level): FinancingDuty => ({
  what,
  owner,
  dueOn: null,
  late: null,
  level,
})

/**
 * The office's own duty at a need that no bank has in hand: to check it, or to recommend it. Nothing at what is settled.
 *
 * @source other-mechanisms §5: 核验 3 wd
 */
export function officeDuty(
  state: FinancingState,
  /** Day it was filed, or put in again. */
  filedOn: PlainDate,
  today: PlainDate,
  rules: Rules,
): FinancingDuty | null {
  if (state === 'FILED') {
    const dueOn = addWorkdays(rules.calendar, filedOn, FINANCING_LIMITS.checkWd)
    return dutyOf('CHECK', 'OFFICE', filedOn, dueOn, today, rules)
  }
  return state === 'CHECKED' || state === 'TRANSFERRED' ? waiting('RECOMMEND', 'OFFICE', 'GREEN') : null
}

/** Last day of a bank's 30 days; a day off rolls to the next working day. */
export const decisionDueOn = (calendar: WorkCalendar, acceptedOn: PlainDate): PlainDate =>
  workdayFrom(calendar, addDays(acceptedOn, FINANCING_LIMITS.decisionCd))

/** Whether less was paid out than was signed for. */
export const owesMoney = ({ state, signedFen, paidFen }: Pick<Offer, 'state' | 'signedFen' | 'paidFen'>): boolean =>
  state === 'PAID' && signedFen !== null && paidFen < signedFen

/**
 * The clock of a need at a bank: it begins when the bank takes the need on, and stands while the enterprise has not agreed.
 *
 * @param consentOn first day of the consent that holds today; null without one
 * @source other-mechanisms §5: first contact 3 working days, decision 30 days
 * @example offerClock(offer, on('2026-11-02'), on('2026-11-20'), rules).duty?.what // 'DECIDE'
 */
export function offerClock(offer: Offer, consentOn: PlainDate | null, today: PlainDate, rules: Rules): OfferClock {
  const { calendar } = rules
  const none = { used: null, limit: FINANCING_LIMITS.decisionCd, contactAt: null }
  switch (offer.state) {
    case 'RECOMMENDED': {
      if (consentOn === null) return { ...none, level: 'GREY', duty: waiting('CONSENT', 'ENTERPRISE', 'GREY') }
      const seenOn = latest(offer.recommendedOn, consentOn)
      const dueOn = addWorkdays(calendar, seenOn, FINANCING_LIMITS.contactWd)
      const duty = dutyOf('ACCEPT', 'BANK', seenOn, dueOn, today, rules)
      // Nothing runs before it is taken on; that nobody does is told all the same.
      const level = (duty.late ?? 0) >= 1 ? duty.level : 'GREY'
      return { ...none, level, duty: { ...duty, level } }
    }
    case 'ACCEPTED':
    case 'DILIGENCE': {
      const { acceptedOn } = offer
      if (acceptedOn === null) return { ...none, level: 'GREEN', duty: null }
      const contactDue = addWorkdays(calendar, acceptedOn, FINANCING_LIMITS.contactWd)
      const decisionDue = decisionDueOn(calendar, acceptedOn)
      const scale = {
        used: Math.max(0, daysBetween(acceptedOn, today)),
        limit: daysBetween(acceptedOn, decisionDue),
        contactAt: daysBetween(acceptedOn, contactDue),
      }
      if (consentOn === null) return { ...scale, level: 'GREY', duty: waiting('CONSENT', 'ENTERPRISE', 'GREY') }
      const decide = dutyOf('DECIDE', 'BANK', acceptedOn, decisionDue, today, rules)
      if (offer.contactedOn !== null) return { ...scale, level: decide.level, duty: decide }
      const contact = dutyOf('CONTACT', 'BANK', acceptedOn, contactDue, today, rules)
      return { ...scale, level: worst([contact.level, decide.level]), duty: contact }
    }
    case 'GRANTED':
      return { ...none, level: 'GREEN', duty: waiting('SIGN', 'BANK', 'GREEN') }
    case 'SIGNED':
      return { ...none, level: 'GREEN', duty: waiting('PAY', 'BANK', 'GREEN') }
    case 'PAID':
      // What is signed and not paid out yet is waited for, until it is all paid or somebody follows it up.
      return { ...none, level: 'GREEN', duty: owesMoney(offer) ? waiting('PAY', 'BANK', 'GREEN') : null }
    case 'FOLLOWED':
      return { ...none, level: 'GREEN', duty: null }
    default:
      return { ...none, level: 'GREY', duty: null }
  }
}

/**
 * The day a bank is measured by, as `offerClock` colours it: until it takes the need on, then until the first contact, then until
 * its decision. Before it takes it on nothing is coloured but that it is late.
 *
 * @param consentOn first day of the consent that holds today; null without one, and then nothing runs
 * @source other-mechanisms §5: first contact 3 working days, decision 30 days
 */
export function offerMatter(offer: Offer, consentOn: PlainDate | null, rules: Rules): DueMatter | null {
  if (consentOn === null) return null
  const { calendar, parameters } = rules
  const measured = (from: PlainDate, dueOn: PlainDate) => ({
    from,
    dueOn,
    blueWd: blueWdOf(from, dueOn, rules),
    redWd: parameters.promise_red_wd,
  })
  if (offer.state === 'RECOMMENDED') {
    const seenOn = latest(offer.recommendedOn, consentOn)
    const matter = measured(seenOn, addWorkdays(calendar, seenOn, FINANCING_LIMITS.contactWd))
    return { ...matter, from: dayWithPassed(calendar, matter.dueOn, 1) }
  }
  const { acceptedOn, contactedOn } = offer
  if ((offer.state !== 'ACCEPTED' && offer.state !== 'DILIGENCE') || acceptedOn === null) return null
  return contactedOn === null
    ? measured(acceptedOn, addWorkdays(calendar, acceptedOn, FINANCING_LIMITS.contactWd))
    : measured(acceptedOn, decisionDueOn(calendar, acceptedOn))
}

/** What of several duties comes first: the worst colour, then the earliest day. */
export function firstDuty(duties: readonly (FinancingDuty | null)[]): FinancingDuty | null {
  const open = duties.filter((duty) => duty !== null)
  const top = worst(open.map(({ level }) => level))
  return (
    open
      .filter(({ level }) => level === top)
      .toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))[0] ?? null
  )
}
