import type { Role } from './access'
import type { Owner } from './reason'
import { err, ok, type Result } from './result'

/** What somebody is reminded of: the matter that speaks for the colour, or the week's progress. */
export const REMINDER_SUBJECTS = ['LEVEL', 'UPDATE'] as const
export type ReminderSubject = (typeof REMINDER_SUBJECTS)[number]

/** Who can be told: a person, or whoever works in a unit. */
export type Receiver = Readonly<{
  kind: 'PERSON' | 'UNIT'
  id: string
  name: string
  /** Somebody can sign in and find it; a reminder nobody can read is not sent. */
  signsIn: boolean
}>

/** Whoever may hold the matter of a project. */
export type ReminderPeople = Readonly<{
  /** Who handles the procedure that speaks for the colour, and its agency, or the unit the colour names. */
  handler: Receiver | null
  unit: Receiver | null
  contact: Receiver | null
  steward: Receiver | null
}>

export type ReminderFacts = Readonly<{
  subject: ReminderSubject
  kind: 'REMINDER' | 'INSTRUCTION'
  /** In the library and running; what is suspended has no clock. */
  active: boolean
  /** Blue, yellow or red. */
  warned: boolean
  /** Not reported this week. */
  unreported: boolean
  owner: Owner | null
  people: ReminderPeople
  /** The unit an instruction names; null where it has no part in the project and does not see it. */
  asked?: Receiver | null
  /** Whom the sender is, and stands in for. */
  sender: readonly string[]
  /** Who has been reminded of the very matter today, and by whom. */
  toldToday: readonly Readonly<{ id: string; by: string }>[]
}>

/** A leader's sentence is an instruction 批示; everybody else reminds 催办. */
export const reminderKindOf = (role: Role): 'REMINDER' | 'INSTRUCTION' =>
  role === 'HEAD' || role === 'LEADER' ? 'INSTRUCTION' : 'REMINDER'

/** Who is asked first, and who instead of him; the steward stands behind everybody. */
function chainOf(subject: ReminderSubject, owner: Owner | null, people: ReminderPeople): readonly (Receiver | null)[] {
  if (subject === 'UPDATE' || owner === null || owner.kind === 'STEWARD') return [people.steward]
  if (owner.kind === 'ENTERPRISE') return [people.contact, people.steward]
  return [people.handler, people.unit, people.steward]
}

/**
 * Who a reminder goes to: whoever holds the matter, or the steward where he has no account.
 *
 * @returns `instead` names the one who cannot be reached here; null when nobody can
 * @source domain four-colours §6 (owner's handler + 管家)
 */
export function receiverOf(
  subject: ReminderSubject,
  owner: Owner | null,
  people: ReminderPeople,
): Readonly<{ to: Receiver; instead: string | null }> | null {
  const chain = chainOf(subject, owner, people).filter((one) => one !== null)
  const to = chain.find((one) => one.signsIn)
  const [first] = chain
  if (!to || !first) return null
  // A unit stands for its own handler: that is no detour.
  const detour = to !== first && to.kind === 'PERSON'
  return { to, instead: detour ? (people.unit ?? first).name : null }
}

/**
 * Whether a reminder may be sent, and to whom 催办. One per matter, person and day; a leader may always say a sentence, and
 * to a unit of his choice that takes part in the project.
 *
 * @returns err NOTHING_TO_REMIND, REMINDER_NOBODY, REMINDER_OUTSIDE, REMINDER_SELF, REMINDED_TODAY
 * @source domain four-colours §6 (one message per item, level and person); design mock 12
 */
export function decideReminder(facts: ReminderFacts): Result<{ to: Receiver; instead: string | null }> {
  const { kind, subject } = facts
  const asks = subject === 'UPDATE' ? facts.unreported : facts.warned
  if (!facts.active || (kind === 'REMINDER' && !asks)) return err({ code: 'NOTHING_TO_REMIND' })
  if (facts.asked === null) return err({ code: 'REMINDER_OUTSIDE' })
  const found = facts.asked ? { to: facts.asked, instead: null } : receiverOf(subject, facts.owner, facts.people)
  if (!found?.to.signsIn) return err({ code: 'REMINDER_NOBODY' })
  if (facts.sender.includes(found.to.id)) return err({ code: 'REMINDER_SELF' })
  const told = kind === 'REMINDER' && facts.toldToday.find((one) => one.id === found.to.id)
  if (told) return err({ code: 'REMINDED_TODAY', name: found.to.name, by: told.by })
  return ok(found)
}
