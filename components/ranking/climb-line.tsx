import { CLIMB_MOST, isFinishable } from '@/lib/domain/ranking/climb'
import { listedNames, monthParts } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { ClimbStep, RankingSubject } from '@/lib/schemas/ranking'

/** Steps upwards that are named: the nearest, and the furthest the open items reach. */
function named<T>(all: readonly T[]): readonly T[] {
  const [first] = all
  const last = all.at(-1)
  return first === undefined || last === undefined ? [] : first === last ? [first] : [first, last]
}

/** Steps upwards in words, each with the items it takes. */
export function ClimbSteps({
  climb,
  labels,
  words,
  t,
}: {
  climb: readonly ClimbStep[]
  labels: ReadonlyMap<number, string>
  words: (step: Readonly<{ n: number; rank: number; score: string }>) => string
  t: Translator
}) {
  return named(climb).map(({ seqs, rank, score }) => (
    <p key={rank} className="mt-1 first-of-type:mt-0">
      <b>{words({ n: seqs.length, rank, score })}</b>
      <span className="block text-sm text-ink-2" lang="zh-CN">
        {listedNames(
          seqs.flatMap((seq) => labels.get(seq) ?? []),
          t,
        )}
      </span>
    </p>
  ))
}

/** What some of the items that lost points, done in time, would have made of the place, as the rules answer 可升到第几. */
export function ClimbLine({ subject, t }: { subject: RankingSubject; t: Translator }) {
  const lost = subject.items.filter(isFinishable).length
  const { rank: now } = subject.row
  const { month } = monthParts(subject.month)
  if (subject.climb.length === 0) {
    // The rules were asked about all of them.
    if (now === null || now === 1 || lost === 0 || lost > CLIMB_MOST) return null
    return (
      <p className="mt-3.5 border-t border-divider pt-3 text-ink-2">{t('ranking.why.climbNone', { month, n: lost })}</p>
    )
  }
  return (
    <section className="mt-3.5 border-t border-divider pt-3">
      <h3 className="sr-only">{t('ranking.why.climbTitle')}</h3>
      <ClimbSteps
        climb={subject.climb}
        labels={new Map(subject.items.map(({ seq, label }) => [seq, label]))}
        words={(step) => t('ranking.why.climb', { month, ...step })}
        t={t}
      />
    </section>
  )
}
