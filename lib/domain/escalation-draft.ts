import { LADDER, type LadderItem, rungsReached } from './escalation-ladder'
import type { Moment } from './message-hours'
import type { PlainDate } from './plain-date'
import { addWorkdays, type WorkCalendar, workdaysLate } from './work-calendar'

/** Papers a colour calls for; a person signs or refuses each, none goes out by itself. */
export const DRAFT_KINDS = [
  'SUPERVISE', // 督办单
  'ON_SITE', // 现场办公记录、约谈提纲
  'URGE', // 催办单
  'CIRCULAR', // 通报
] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]

/** What red alone calls for: once the red has gone, a draft of it is issued no more. */
export const RED_KINDS: readonly DraftKind[] = ['SUPERVISE', 'ON_SITE']

/** Working days a 督办单 is unanswered past its day: then the office is handed a 催办单, and a 通报. */
export const URGED_WD = 2
export const CIRCULAR_WD = 5

/** A paper that was made of an item in this warning: drafted, and what became of it. */
export type ItemDraft = Readonly<{ kind: DraftKind; issued: boolean; answerBy: PlainDate | null; answered: boolean }>

/** A paper to draft, with the days in it. */
export type NewDraft = Readonly<{
  itemId: string
  kind: DraftKind
  answerBy: PlainDate | null
  planBy: PlainDate | null
}>

/** Working days a paper gives for an answer and for a plan; 0 where it asks for none. */
export function termOf(kind: DraftKind): Readonly<{ answerWd: number; planWd: number }> {
  const rung = LADDER.find(({ step }) => step === 'RED_0')
  const asks = kind === 'SUPERVISE' || kind === 'URGE'
  return {
    answerWd: asks && rung && 'answerWd' in rung ? rung.answerWd : 0,
    planWd: asks && rung && 'planWd' in rung ? rung.planWd : 0,
  }
}

/**
 * The papers to draft for an item now 督办单草稿: each once in a warning, in the order they follow each other.
 *
 * @param has those drafted in this warning already
 * @source four-colours §6: red day 0 and day 5, the chain 督办单 → 催办单 → 通报 of an overdue one
 */
export function draftsFor(
  item: LadderItem,
  has: readonly ItemDraft[],
  now: Moment,
  calendar: WorkCalendar,
): readonly NewDraft[] {
  const reached = rungsReached(item, now, calendar)
  const drafts: NewDraft[] = []
  const add = (kind: DraftKind) => {
    if (has.some((one) => one.kind === kind)) return
    const term = termOf(kind)
    const within = (days: number) => (days > 0 ? addWorkdays(calendar, now.day, days) : null)
    drafts.push({ itemId: item.id, kind, answerBy: within(term.answerWd), planBy: within(term.planWd) })
  }
  if (reached.includes('RED_0')) add('SUPERVISE')
  if (reached.includes('RED_5')) add('ON_SITE')
  const slip = has.find(({ kind }) => kind === 'SUPERVISE')
  // What is cured or waived meanwhile is urged no more.
  if (slip?.issued && slip.answerBy && !slip.answered && reached.length > 0) {
    const late = workdaysLate(calendar, slip.answerBy, now.day)
    if (late >= URGED_WD) add('URGE')
    if (late >= CIRCULAR_WD) add('CIRCULAR')
  }
  return drafts
}
