import { LEVELS, type Level } from '@/lib/domain/level-scale'
import type { LevelCounts } from '@/lib/domain/warning-board'
import type { Translator } from '@/lib/i18n/translator'

const WIDTH = 232
/** Width of a project's cell and the gap after it; the cell gives way down to where it can still be counted. */
const CELL = 4
const FINEST = 3
const GAP = 1
const HEIGHT: Readonly<Record<Level, number>> = { RED: 20, YELLOW: 14, BLUE: 14, GREEN: 5, GREY: 5 }
const FILL: Readonly<Record<Level, { fill: string; stroke?: string }>> = {
  RED: { fill: 'var(--red-solid)' },
  YELLOW: { fill: 'var(--yellow-solid)', stroke: 'var(--yellow-border)' },
  BLUE: { fill: 'var(--surface-card)', stroke: 'var(--blue-solid)' },
  GREEN: { fill: 'var(--rl-done)' },
  GREY: { fill: 'var(--surface-card)', stroke: 'var(--rl-done)' },
}

/** One cell a project, the worst first; where there are too many the cells become bands of the same proportion. */
export function ProjectStrip({ counts, total, t }: { counts: LevelCounts; total: number; t: Translator }) {
  const worstFirst = LEVELS.toReversed()
  const label = t('warnings.stripLabel', counts)
  const cell = Math.min(CELL, WIDTH / Math.max(1, total) - GAP)
  const banded = cell < FINEST
  let x = 0
  const marks = worstFirst.flatMap((level) => {
    const many = counts[level]
    if (many === 0) return []
    const widths = banded ? [Math.max(2, (many / total) * (WIDTH - 8))] : Array<number>(many).fill(cell)
    return widths.map((width) => {
      const mark = { level, x, width }
      x += width + GAP
      return mark
    })
  })
  return (
    <svg width={WIDTH} height="20" viewBox={`0 0 ${WIDTH} 20`} role="img" aria-label={label} className="block">
      {marks.map(({ level, x: left, width }) => {
        const { fill, stroke } = FILL[level]
        const inset = stroke ? 0.5 : 0
        return (
          <rect
            key={left}
            x={left + inset}
            y={20 - HEIGHT[level] + inset}
            width={width - 2 * inset}
            height={HEIGHT[level] - 2 * inset}
            fill={fill}
            stroke={stroke}
          />
        )
      })}
    </svg>
  )
}
