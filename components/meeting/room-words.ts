import { TASK_TIERS } from '@/lib/domain/meeting/task-term'
import type { Locale } from '@/lib/i18n/locale'
import { MESSAGES } from '@/lib/i18n/messages'
import type { DecisionFormWords } from './decision-form'
import type { RoomWords } from './room-props'

const DUE_CODES = ['DUE_UNSAID', 'DUE_UNCLEAR', 'DUE_PAST', 'DUE_NO_SUCH_DAY', 'DUE_FESTIVAL_UNKNOWN'] as const

/** The templates the room's scripts fill in. */
export function roomWords(locale: Locale): RoomWords {
  const { sitting, shell, refusals, edit } = MESSAGES[locale]
  return {
    ...sitting.room,
    tiers: sitting.tier,
    weekdays: Object.values(shell.weekdays),
    dueWhy: Object.fromEntries(DUE_CODES.map((code) => [code, refusals[code]])),
    noLead: sitting.noLead,
    noDue: sitting.noDue,
    with: sitting.with,
    dueBy: sitting.due,
    list: edit.list,
    start: sitting.start,
    english: locale === 'en',
  }
}

/** Words of the form a decision is edited in. */
export function decisionFormWords(locale: Locale): DecisionFormWords {
  const { room, tier } = MESSAGES[locale].sitting
  const { text, lead, supports, person, due, none, save } = room
  return {
    text,
    lead,
    supports,
    person,
    due,
    none,
    save,
    tier: room.tier,
    tiers: Object.fromEntries(TASK_TIERS.map((one) => [one, tier[one]])) as DecisionFormWords['tiers'],
  }
}
