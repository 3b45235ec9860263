import { listedNames } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { RankingSubject } from '@/lib/schemas/ranking'

/** Steps upwards that are named: the nearest, and the furthest the open items reach. */
function steps<T>(all: readonly T[]): readonly T[] {
  const [first] = all
  const last = all.at(-1)
  return first === undefined || last === undefined ? [] : first === last ? [first] : [first, last]
}

/** What finishing some open items would have made of the place, as the rules answer when they are asked again 可升到第几. */
export function ClimbLine({ subject, t }: { subject: RankingSubject; t: Translator }) {
  const labels = new Map(subject.items.map(({ seq, label }) => [seq, label]))
  if (subject.climb.length === 0) return null
  return (
    <section className="mt-3.5 border-t border-divider pt-3">
      <h3 className="sr-only">{t('ranking.why.climbTitle')}</h3>
      {steps(subject.climb).map(({ seqs, rank, score }) => (
        <p key={rank} className="mt-1 first-of-type:mt-0">
          <b>{t('ranking.why.climb', { n: seqs.length, rank, score })}</b>
          <span className="block text-sm text-ink-2" lang="zh-CN">
            {listedNames(
              seqs.flatMap((seq) => labels.get(seq) ?? []),
              t,
            )}
          </span>
        </p>
      ))}
    </section>
  )
}
