import { timeOfInstant } from '@/lib/clock'
import { ISSUE_TIERS } from '@/lib/domain/issue/tier'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { clauseAfter, ratedOutcome, ratingText } from '@/lib/i18n/issue-text'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { IssueStep } from '@/lib/schemas/issue'

/** What a line says besides its words: where it went, what was answered, by when. */
function besides(step: IssueStep, told: readonly IssueStep[], today: PlainDate, t: Translator): string {
  const before = told.at(-1)
  const up = before !== undefined && ISSUE_TIERS.indexOf(step.tier) > ISSUE_TIERS.indexOf(before.tier)
  return listed(
    [
      (step.kind === 'ASSIGN' || step.kind === 'TRANSFER' || step.kind === 'ENTER') &&
        step.unit &&
        !up &&
        t('issue.stepTo', { unit: step.unit }),
      up && t(step.kind === 'RAISE' ? 'issue.stepUp' : 'issue.stepUpPassed', { tier: t(`issue.tier.${step.tier}`) }),
      step.outcome && t(`issue.state.${step.outcome}`),
      (step.kind === 'ASK_EXTENSION' || step.kind === 'EXTEND' || step.kind === 'REFUSE_EXTENSION') &&
        step.dueOn &&
        t('issue.stepUntil', { day: dayIn(step.dueOn, today) }),
      step.plannedOn && t('issue.stepPlanned', { day: dayIn(step.plannedOn, today) }),
      step.satisfied !== null && ratingText(step.satisfied, ratedOutcome([...told, step]) ?? step.to, t),
    ],
    t,
  )
}

/** Everything that was said and done about a problem, latest first 往来. */
export function IssueHistory({ steps, today, t }: { steps: readonly IssueStep[]; today: PlainDate; t: Translator }) {
  const rows = steps.map((step, i) => ({ step, said: besides(step, steps.slice(0, i), today, t) })).reverse()
  return (
    <ol>
      {rows.map(({ step, said }) => (
        <li
          key={step.id}
          className="grid-cols-[104px_152px_minmax(0,1fr)_auto] gap-x-3 border-b border-divider py-2.5 max-sm:flex max-sm:flex-wrap max-sm:items-baseline sm:grid"
        >
          <span className="whitespace-nowrap text-ink-3 tabular-nums max-sm:order-2 max-sm:ml-auto max-sm:text-sm">
            {/* Of what a ledger tells nobody knows the hour. */}
            {dayIn(step.on, today)} {step.by !== null && timeOfInstant(new Date(step.at))}
          </span>
          <span className="min-w-0 text-ink-2 max-sm:order-1 max-sm:text-sm sm:text-ink">
            {step.by ?? t('issue.nobody')}
          </span>
          <p className="min-w-0 max-sm:order-3 max-sm:w-full">
            {step.internal && <span className="mr-2 text-xs text-ink-3">{t('issue.internal')}</span>}
            {clauseAfter(step.text, said, t)}
          </p>
          <span className="text-ink-2 max-sm:order-1 max-sm:text-sm">
            {step.kind !== 'NOTE' && t(`issue.step.${step.kind}`)}
          </span>
        </li>
      ))}
    </ol>
  )
}
