import { Arrow } from '@/components/ui/arrow'
import type { Translator } from '@/lib/i18n/translator'

/** How many places a subject moved since the month before; one that was not ranked then has no place to compare. */
export function ChangeMark({ rank, before, t }: { rank: number | null; before: number | null; t: Translator }) {
  if (rank === null) return <span className="text-ink-3">—</span>
  if (before === null) return <span className="text-xs text-ink-3">{t('ranking.new')}</span>
  const moved = before - rank
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
