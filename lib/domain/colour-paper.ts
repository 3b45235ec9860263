import { type DraftKind, RED_KINDS } from './escalation-draft'
import type { Level } from './level-scale'
import { err, ok, type Result } from './result'

/** Where a paper of a colour stands; LAPSED: the warning, or the red it was called for by, went before anybody issued it. */
export const COLOUR_PAPER_STATES = ['DRAFT', 'UNANSWERED', 'ANSWERED', 'CLOSED', 'REFUSED', 'LAPSED'] as const
export type ColourPaperState = (typeof COLOUR_PAPER_STATES)[number]

/** A paper of a colour as far as what may be done with it depends on it. */
export type ColourPaperFacts = Readonly<{
  kind: DraftKind
  issued: boolean
  refused: boolean
  closed: boolean
  answered: boolean
  /** The warning it was drafted in goes on. */
  live: boolean
  /** Colour of the item now. */
  level: Level
}>

export function colourPaperState(facts: ColourPaperFacts): ColourPaperState {
  const { kind, issued, refused, closed, answered, live, level } = facts
  if (refused) return 'REFUSED'
  if (closed) return 'CLOSED'
  if (issued) return answered ? 'ANSWERED' : 'UNANSWERED'
  return live && (level === 'RED' || !RED_KINDS.includes(kind)) ? 'DRAFT' : 'LAPSED'
}

/**
 * Number of an issued paper 单号: the papers of a colour are counted through the year.
 *
 * @example colourPaperNumber({ year: 2026, nth: 3 }) // '色督〔2026〕3号'
 */
export const colourPaperNumber = ({ year, nth }: Readonly<{ year: number; nth: number }>): string =>
  `色督〔${year}〕${nth}号`

/**
 * Whether a draft may be issued: it is one, and what it is about is still in the warning.
 *
 * @returns err SLIP_NOT_DRAFT, COLOUR_PAPER_LAPSED
 */
export function mayIssue(facts: ColourPaperFacts): Result<null> {
  const state = colourPaperState(facts)
  if (state === 'LAPSED') return err({ code: 'COLOUR_PAPER_LAPSED' })
  return state === 'DRAFT' ? ok(null) : err({ code: 'SLIP_NOT_DRAFT' })
}

/**
 * Whether the office may let the discipline office have a copy 抄送: of an issued 督办单 to an agency that is still red. Nothing
 * punitive is automatic: without this nobody there is told, however long it stays red.
 *
 * @returns err SLIP_NOT_ISSUED, COLOUR_PAPER_NO_COPY
 * @source four-colours §6: only if owner = 部门 and the office approves
 */
export function mayCopy(facts: ColourPaperFacts & Readonly<{ copied: boolean; ofAgency: boolean }>): Result<null> {
  if (!facts.issued || facts.closed) return err({ code: 'SLIP_NOT_ISSUED' })
  const asks = facts.kind === 'SUPERVISE' && facts.ofAgency && facts.live && facts.level === 'RED'
  return asks && !facts.copied ? ok(null) : err({ code: 'COLOUR_PAPER_NO_COPY' })
}

/**
 * Whether an issued paper may be closed 销号: once the red has gone, by whoever issued it.
 *
 * @returns err SLIP_NOT_ISSUED, COLOUR_PAPER_RED while it is still red
 * @source four-colours §7.3
 */
export function mayClose(facts: ColourPaperFacts): Result<null> {
  if (!facts.issued || facts.closed) return err({ code: 'SLIP_NOT_ISSUED' })
  return facts.live && facts.level === 'RED' ? err({ code: 'COLOUR_PAPER_RED' }) : ok(null)
}
