import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn, markedText } from '@/lib/i18n/day'
import { ratedOutcome, ratingText } from '@/lib/i18n/issue-text'
import type { Translator } from '@/lib/i18n/translator'
import type { IssueDetail } from '@/lib/schemas/issue'

/** A name, as a link where the reader may open what it is called after. */
const named = (
  at: `/projects/${string}` | `/procedures/${string}` | `/services/walks/${string}` | null,
  name: string,
) =>
  at ? (
    <Link href={at} className="text-link">
      {name}
    </Link>
  ) : (
    name
  )

/** Where a problem comes from, whose it is, what became of it 问题卡; and what has to be there before it is struck off. */
export function IssueCard({ issue, today, t }: { issue: IssueDetail; today: PlainDate; t: Translator }) {
  const { project, procedure } = issue
  const rated =
    issue.satisfied === null
      ? null
      : [
          ratingText(issue.satisfied, ratedOutcome(issue.steps) ?? issue.outcome, t),
          issue.understood && t('issue.card.understood'),
        ]
          .filter(Boolean)
          .join(t('shell.comma'))
  const district = (issue.tier === 'DISTRICT' || issue.tier === 'CITY') && issue.leftWd !== null
  const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [t('issue.card.source'), t(`issue.source.${issue.source}`)],
    [t('issue.card.raisedBy'), issue.raisedBy && [issue.raisedBy.unit, issue.raisedBy.name].filter(Boolean).join(' ')],
    [t('issue.card.kind'), t(`issue.kind.${issue.kind}`)],
    [
      t('issue.card.tier'),
      issue.tierSince === issue.raisedOn
        ? t(`issue.tier.${issue.tier}`)
        : t('issue.card.tierSince', { tier: t(`issue.tier.${issue.tier}`), day: dayIn(issue.tierSince, today) }),
    ],
    [t('issue.card.lead'), issue.lead?.name],
    [t('issue.card.supports'), issue.supports.map(({ name }) => name).join(t('shell.comma'))],
    [t('issue.card.leader'), issue.leader],
    [t('issue.card.project'), project && named(project.open ? `/projects/${project.id}` : null, project.name)],
    [t('issue.card.enterprise'), issue.enterprise?.name],
    [
      t('issue.card.procedure'),
      procedure && named(procedure.open ? `/procedures/${procedure.id}` : null, procedure.name),
    ],
    [t('walk.one'), issue.walk && named(`/services/walks/${issue.walk.id}`, issue.walk.name)],
    [t('issue.card.due'), issue.dueOn && markedText(dayIn(issue.dueOn, today), issue.dueProvisional, t)],
    [t('issue.card.planned'), issue.plannedOn && dayIn(issue.plannedOn, today)],
    [t('issue.card.request'), issue.request],
    [t('issue.card.meeting'), district && t('issue.card.meetingNext')],
    [t('issue.card.result'), issue.result],
    [t('issue.card.satisfied'), rated],
    [
      t('issue.card.revisit'),
      issue.revisitOn && t('issue.card.revisitOn', { day: dayIn(issue.revisitOn, today), text: issue.revisit ?? '' }),
    ],
    [
      t('issue.card.likeOf', { source: t(`issue.source.${issue.source}`) }),
      issue.like.medianWd === null
        ? issue.like.n > 0 && t('issue.card.likeFew', { n: issue.like.n, of: issue.like.of })
        : t('issue.card.likeN', { n: issue.like.n, wd: issue.like.medianWd, of: issue.like.of }),
    ],
  ]
  const answered = issue.outcome !== null && issue.state !== 'IN_PROGRESS'
  const confirmed = answered && issue.state !== 'TO_CONFIRM'
  const needs = [
    { text: t('issue.needs.answer'), done: answered },
    {
      text: t(
        !issue.enterprise
          ? 'issue.needs.confirmRaiser'
          : issue.state === 'TO_CONFIRM' && issue.satisfied !== null
            ? 'issue.needs.again'
            : answered && issue.outcome !== 'SOLVED'
              ? 'issue.needs.accept'
              : 'issue.needs.confirm',
      ),
      done: confirmed,
    },
    { text: t('issue.needs.close'), done: issue.closedOn !== null },
  ]
  const ended = issue.state === 'WITHDRAWN' || issue.state === 'OUTSIDE'
  return (
    <>
      <h2 className="border-b border-control pb-1 text-lg font-semibold">{t('issue.card.title')}</h2>
      <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-3 pt-1 lang-en:grid-cols-[96px_minmax(0,1fr)]">
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
      {!ended && !issue.closedOn && (
        <>
          <h2 className="mt-6 border-b border-control pb-1 text-lg font-semibold">
            {t('issue.needs.title', { n: needs.filter(({ done }) => !done).length })}
          </h2>
          <ul className="pt-1">
            {needs.map(({ text, done }) => (
              <li key={text} className={`flex items-center gap-2 py-1 ${done ? 'text-ink-3' : ''}`}>
                <span
                  aria-hidden="true"
                  className="grid size-4 flex-none place-items-center border border-control text-xs"
                >
                  {done ? '✓' : ''}
                </span>
                <span className={done ? 'line-through' : ''}>{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
