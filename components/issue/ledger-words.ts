import { ISSUE_STATES } from '@/lib/domain/issue/issue'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, markedText } from '@/lib/i18n/day'
import { issueHolderText, issueStandingText } from '@/lib/i18n/issue-text'
import type { Locale } from '@/lib/i18n/locale'
import { withMark } from '@/lib/i18n/reason-line'
import { reasonText } from '@/lib/i18n/reason-text'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { IssueView, LedgerIssue } from '@/lib/schemas/issue-list'

/** Views somebody chooses; the others are opened by a figure that counts them. */
export const SHOWN_VIEWS: readonly IssueView[] = ['open', ...ISSUE_STATES, 'closed', 'all']

const OWN_WORDS = ['open', 'UNDERSTOOD', 'loose', 'counted', 'closed', 'all'] as const
const hasOwnWord = (view: IssueView): view is (typeof OWN_WORDS)[number] =>
  (OWN_WORDS as readonly string[]).includes(view)

/** What a view of the ledger is called. */
export const viewText = (view: IssueView, t: Translator): string =>
  hasOwnWord(view) || view === 'EXPLAINED' ? t(`issueLedger.view.${view}`) : t(`issue.state.${view}`)

/** Why a problem has its colour: by the rule where one speaks, else how it stands. */
export const whyText = (row: LedgerIssue, today: PlainDate, locale: Locale): string =>
  row.reason
    ? withMark(reasonText(row.reason, locale), row.reason, locale)
    : issueStandingText(row, today, translator(locale))

/** In whose hands it is and since when; nobody’s once it is settled. */
export const handsText = (row: LedgerIssue, t: Translator): Readonly<{ who: string; since: string | null }> => ({
  who: issueHolderText(row, t) ?? t('issueLedger.holder.none'),
  since: row.holder ? (row.heldWd > 0 ? t('issueLedger.since', { n: row.heldWd }) : t('issueLedger.sinceToday')) : null,
})

/** The day a problem is measured by, or the one it was settled on. */
export const dayText = (row: LedgerIssue, today: PlainDate, t: Translator): string => {
  const ended = row.closedOn ?? row.finishedOn
  const day = ended ?? row.countedOn ?? row.dueOn
  return day ? markedText(dayIn(day, today), !ended && day === row.dueOn && row.dueProvisional, t) : '—'
}

/** What else is to know about a problem. */
export const notesOf = (row: LedgerIssue, t: Translator): string[] => [
  ...(row.reopened > 0 ? [t('issueLedger.notes.reopened', { n: row.reopened })] : []),
  ...(row.urged > 0 && row.holder ? [t('issueLedger.notes.urged', { n: row.urged })] : []),
  ...(row.satisfied === false ? [t('issueLedger.notes.unsatisfied')] : []),
  ...(row.lead?.gone && row.holder ? [t('issueLedger.notes.unitGone')] : []),
  ...(row.project?.gone ? [t('issueLedger.notes.projectGone')] : []),
]
