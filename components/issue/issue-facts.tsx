import { ProvisionalNote } from '@/components/level/provisional'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, markedText } from '@/lib/i18n/day'
import { issueClearsText, issueHolderText } from '@/lib/i18n/issue-text'
import type { Translator } from '@/lib/i18n/translator'
import type { IssueDetail } from '@/lib/schemas/issue'

/** Where the term comes from, in one line. */
function termText(issue: IssueDetail, today: PlainDate, t: Translator): string {
  const day = (on: PlainDate) => dayIn(on, today)
  const { termFrom: rests } = issue
  const until = issue.countedOn ?? issue.dueOn
  if (rests?.kind === 'EXTENDED' && until) return t('issue.fact.termExtended', { on: day(rests.on), due: day(until) })
  if (issue.state === 'IN_PROGRESS' && issue.plannedOn)
    return t('issue.fact.termPlanned', { day: day(issue.plannedOn) })
  if (!issue.dueOn) return t(issue.tier === 'CITY' ? 'issue.fact.termCity' : 'issue.fact.termNone')
  const said = { n: issue.termWd ?? 0, from: day(issue.raisedOn), due: day(issue.dueOn) }
  if (rests?.kind === 'GIVEN') return t('issue.fact.termGiven', { ...said, on: day(rests.on) })
  if (rests?.kind === 'REOPENED')
    return markedText(
      t('issue.fact.termReopened', { ...said, on: day(rests.on), tier: t(`issue.tier.${rests.tier}`) }),
      issue.termProvisional,
      t,
    )
  const words =
    rests?.kind === 'RULE'
      ? t(rests.tier === issue.tier ? 'issue.fact.termOf' : 'issue.fact.termKept', {
          ...said,
          tier: t(`issue.tier.${rests.tier}`),
        })
      : t('issue.fact.termSet', said)
  return markedText(words, issue.termProvisional, t)
}

/** Four questions of everybody who opens a problem: who has it, until when and why, what happens by itself, what clears it. */
export function IssueFacts({ issue, today, t }: { issue: IssueDetail; today: PlainDate; t: Translator }) {
  const [holder, clears] = [issueHolderText(issue, t), issueClearsText(issue, today, t)]
  const turns = issue.turns.filter(({ level }) => level !== 'BLUE' || issue.level === 'GREEN')
  const district = issue.tier === 'DISTRICT' || issue.tier === 'CITY'
  const open = issue.holder !== null && issue.holder.kind !== 'RAISER'
  const unmoved = [
    turns.length > 0
      ? turns
          .map(({ level, on, provisional }) =>
            t('issue.fact.turn', {
              day: markedText(dayIn(on, today), provisional, t),
              level: t(`level.short.${level}`),
            }),
          )
          .join(t('shell.comma'))
      : issue.level === 'RED'
        ? t('issue.fact.turnsNone')
        : null,
    district && issue.level !== 'RED' && t('issue.fact.meetings', { n: issue.meetings }),
  ]
    .filter(Boolean)
    .join(t('shell.comma'))
  const strikes = issue.state === 'UNSOLVABLE' && issue.moves.includes('CLOSE') && (
    <a href="#act" className="text-link">
      {clears}
    </a>
  )
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [
      t('issue.fact.holder'),
      holder && (
        <>
          <b>{[holder, issue.holder?.kind === 'UNIT' && issue.person?.name].filter(Boolean).join(' ')}</b>
          {t('shell.comma')}
          {issue.heldWd > 0 ? t('issue.fact.day', { n: issue.heldWd }) : t('issue.daysNone')}
        </>
      ),
    ],
    [t('issue.fact.term'), open && termText(issue, today, t)],
    [t('issue.fact.turns'), open && unmoved],
    [t(issue.level === 'GREEN' ? 'issue.fact.next' : 'issue.fact.clears'), strikes || clears],
  ]
  return (
    <>
      <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-2 lang-en:grid-cols-[112px_minmax(0,1fr)]">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className="col-span-2 grid grid-cols-subgrid py-1">
                <dt className="text-ink-2">{label}</dt>
                <dd className="min-w-0">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <ProvisionalNote
        when={open && (issue.leftProvisional || issue.termProvisional || turns.some(({ provisional }) => provisional))}
        t={t}
      />
    </>
  )
}
