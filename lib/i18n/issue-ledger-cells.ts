import type { IssueExportKey } from '@/lib/domain/issue/export'
import type { ExportCell } from '@/lib/domain/ledger-export'
import type { LedgerIssue } from '@/lib/schemas/issue-list'
import { issueNumberText } from './issue-text'
import { LEDGER_LOCALE } from './project-export-cells'
import { type Translator, translator } from './translator'

/** Where a problem stands; an answer nobody has confirmed yet says what it is. */
export const standingText = ({ state, outcome }: Pick<LedgerIssue, 'state' | 'outcome'>, t: Translator): string =>
  state === 'TO_CONFIRM' && outcome
    ? t('issueLedger.asked', { outcome: t(`issue.state.${outcome}`) })
    : t(`issue.state.${state}`)

/** What the enterprise said; null while it was not asked. */
export function ratingText({ satisfied, understood }: Pick<LedgerIssue, 'satisfied' | 'understood'>, t: Translator) {
  if (satisfied === null) return understood ? t('issueLedger.understood') : null
  const said = t(satisfied ? 'issueLedger.satisfied' : 'issueLedger.unsatisfied')
  return satisfied && understood ? t('issueLedger.satisfiedToo', { said }) : said
}

/**
 * One cell of the ledger of problems, on paper and in a workbook.
 *
 * @param index position of the row, from 0
 */
export function issueCell(
  key: IssueExportKey,
  row: LedgerIssue,
  index: number,
  t: Translator = translator(LEDGER_LOCALE),
): ExportCell {
  switch (key) {
    case 'row':
      return index + 1
    case 'number':
      return issueNumberText(row, t)
    case 'source':
      return t(`issueLedger.source.${row.source}`)
    case 'kind':
      return t(`issue.kind.${row.kind}`)
    case 'tier':
      return t(`issueLedger.tier.${row.tier}`)
    case 'about':
      return row.project?.name ?? row.enterprise?.name ?? null
    case 'text':
    case 'raisedOn':
    case 'assignedOn':
    case 'progress':
    case 'finishedOn':
    case 'revisit':
    case 'owner':
    case 'note':
      return row[key]
    case 'lead':
      return row.lead?.name ?? null
    case 'supports':
      return row.supports.map(({ name }) => name).join('、') || null
    case 'dueOn':
      // What goes on is measured by the day it is planned for.
      return row.state === 'IN_PROGRESS' ? (row.plannedOn ?? row.dueOn) : row.dueOn
    case 'outcome':
      return standingText(row, t)
    case 'satisfied':
      return ratingText(row, t)
    case 'urged':
      return row.urged
    case 'struck':
      return t(row.closedOn ? 'issueLedger.yes' : 'issueLedger.no')
  }
}
