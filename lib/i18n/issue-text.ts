import type { IssueHolder, Outcome } from '@/lib/domain/issue/issue'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { IssueRow, IssueStep } from '@/lib/schemas/issue'
import { dayIn, markedText } from './day'
import type { Translator } from './translator'

/** The number of a problem as papers have it: 问题〔2026〕417; in a city after the district that counts it. */
export const issueNumberText = (
  { district, year, number }: Readonly<{ district?: string | null; year: number; number: number }>,
  t: Translator,
): string => [district, t('issue.number', { year: String(year), n: String(number) })].filter(Boolean).join(' ')

/** Who strikes a problem off at its level: its task force, else the office. */
const striker = (tier: IssueRow['tier'], taskforce: string | null, t: Translator): string =>
  (tier === 'TASKFORCE' && taskforce) || t('issue.holder.OFFICE')

/** Who gives a problem out at its level. */
const giver = (tier: IssueRow['tier'], taskforce: string | null, t: Translator): string =>
  (tier === 'TASKFORCE' && taskforce) || t(tier === 'DISTRICT' ? 'issue.clears.district' : 'issue.clears.office')

/** In whose hands a problem is, in words: a unit by its name, the others by what they have to do. */
export function issueHolderText(
  {
    holder,
    state,
    lead,
    enterprise,
    taskforce,
  }: Pick<IssueRow, 'holder' | 'state' | 'lead' | 'enterprise' | 'taskforce'>,
  t: Translator,
): string | null {
  if (!holder) return null
  if (holder.kind === 'UNIT') return lead?.name ?? ''
  if (holder.kind === 'RAISER') return t(enterprise ? 'issue.holder.RAISER' : 'issue.holder.RAISER_SELF')
  // What cannot be solved waits for whoever strikes it off.
  if (state === 'UNSOLVABLE') return striker(holder.tier, taskforce, t)
  if (holder.tier !== 'TASKFORCE') return t(`issue.holder.${holder.tier}`)
  // Without a task force of its own the office gives it out.
  return taskforce ?? t('issue.holder.DEPARTMENT')
}

/** A row of the relay by a short name. */
export function laneText(
  holder: IssueHolder,
  units: Readonly<Record<string, string>>,
  taskforce: string | null,
  t: Translator,
): string {
  if (holder.kind === 'UNIT') return units[holder.id] ?? ''
  if (holder.kind === 'RAISER') return t('issue.lane.RAISER')
  return holder.tier === 'TASKFORCE' && taskforce ? taskforce : t(`issue.lane.${holder.tier}`)
}

/** The answer the enterprise rated: the last one before it did; null where nobody rated, or a ledger alone tells of it. */
export function ratedOutcome(steps: readonly Pick<IssueStep, 'kind' | 'satisfied' | 'outcome'>[]): Outcome | null {
  const rated = steps.findLastIndex(({ kind, satisfied }) => kind === 'CONFIRM' && satisfied !== null)
  return steps.slice(0, Math.max(0, rated)).findLast(({ kind }) => kind === 'ANSWER')?.outcome ?? null
}

/** What the enterprise said: of a solution whether it is one, of an explanation whether it will do. */
export const ratingText = (satisfied: boolean, outcome: string | null, t: Translator): string =>
  outcome === 'SOLVED'
    ? t(satisfied ? 'issue.card.yes' : 'issue.card.no')
    : t(satisfied ? 'issue.card.accepted' : 'issue.card.refused')

/** What somebody wrote and what his move says besides, as one sentence: 手续已补齐，当天办结，已解决. */
export const clauseAfter = (text: string | null, said: string, t: Translator): string =>
  text && said ? `${text.replace(/[\s。．.，,；;、]+$/u, '')}${t('shell.comma')}${said}` : text || said

/** How a problem stands against its day, in one clause; 暂定 where its working days run through an unpublished year. */
export function issueStandingText(row: IssueRow, today: PlainDate, t: Translator): string {
  if (row.closedOn) return t('issue.closed', { day: dayIn(row.closedOn, today) })
  if (row.state === 'TO_CONFIRM') return t('issue.left.CONFIRM')
  if (row.reason?.code === 'ISSUE_UNSOLVED') return t('issue.left.MEETINGS', { n: row.meetings })
  if (row.holder === null || (row.leftWd === null && row.state === 'UNSOLVABLE')) return t(`issue.state.${row.state}`)
  if (row.leftWd === null) return t('issue.left.NONE')
  const late = row.leftWd < 0
  const n = Math.abs(row.leftWd)
  const said =
    row.state === 'IN_PROGRESS' && row.plannedOn
      ? t(late ? 'issue.left.PLANNED_OVER' : 'issue.left.PLANNED', { n })
      : t(late ? 'issue.left.OVER' : 'issue.left.LEFT', { n })
  return markedText(said, row.leftProvisional, t)
}

type ClearedIssue = Pick<
  IssueRow,
  'holder' | 'tier' | 'lead' | 'enterprise' | 'taskforce' | 'outcome' | 'satisfied' | 'state' | 'plannedOn'
>

/** The shortest way to green, as its state says it. */
export function issueClearsText(issue: ClearedIssue, today: PlainDate, t: Translator): string | null {
  const raiser = t(issue.enterprise ? 'issue.clears.enterprise' : 'issue.clears.raiser')
  const solved = issue.outcome === 'SOLVED'
  const unit = issue.lead?.name ?? ''
  switch (issue.holder?.kind) {
    case 'RAISER':
      // That alone ends no term: whoever gives problems out strikes it off.
      if (issue.outcome === 'UNSOLVABLE')
        return t(issue.satisfied === null ? 'issue.clears.ACCEPT_STRIKE' : 'issue.clears.AGAIN_STRIKE', {
          raiser,
          who: striker(issue.tier, issue.taskforce, t),
        })
      if (issue.satisfied !== null) return t('issue.clears.AGAIN', { raiser })
      return t(solved ? 'issue.clears.TO_CONFIRM' : 'issue.clears.TO_ACCEPT', { raiser })
    case 'TIER':
      if (issue.state === 'UNSOLVABLE')
        return t('issue.clears.STRIKE', { who: striker(issue.holder.tier, issue.taskforce, t) })
      // Nobody of the city works here: the office records what it answers.
      if (issue.holder.tier === 'CITY') return t('issue.clears.CITY', { raiser })
      return t('issue.clears.TO_ASSIGN', { who: giver(issue.holder.tier, issue.taskforce, t), raiser })
    case 'UNIT':
      return issue.state === 'IN_PROGRESS' && issue.plannedOn
        ? t('issue.clears.IN_PROGRESS', { unit, day: dayIn(issue.plannedOn, today) })
        : t('issue.clears.UNIT', { unit, raiser })
    default:
      return null
  }
}
