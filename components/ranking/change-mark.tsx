import { Arrow } from '@/components/ui/arrow'
import type { Translator } from '@/lib/i18n/translator'

/**
 * How many places a subject moved since the month before. One that stood in the table without a place has none to compare;
 * only one that was in no table then is new.
 */
export function ChangeMark({
  rank,
  before,
  t,
}: {
  rank: number | null
  before: Readonly<{ rank: number | null }> | null
  t: Translator
}) {
  if (rank === null) return <span className="text-ink-3">—</span>
  if (before === null) return <span className="text-xs text-ink-3">{t('ranking.new')}</span>
  if (before.rank === null) return <span className="text-xs text-ink-3">{t('ranking.unrankedBefore')}</span>
  const moved = before.rank - rank
  if (moved === 0)
    return (
      <span className="text-ink-3">
        <span aria-hidden="true">—</span>
        <span className="sr-only">{t('ranking.same')}</span>
      </span>
    )
  const n = Math.abs(moved)
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap text-ink-2">
      <Arrow to={moved > 0 ? 'up' : 'down'} size={14} />
      <span aria-hidden="true">{n}</span>
      <span className="sr-only">{t(moved > 0 ? 'ranking.up' : 'ranking.down', { n })}</span>
    </span>
  )
}
