import type { HarbourMonthRow } from '@/lib/schemas/harbour'

const WIDTH = 480
const HEIGHT = 160
const [LEFT, RIGHT, TOP, BOTTOM] = [8, 8, 24, 24]

/** One kind of figure month by month as bars, each with its number above it; kinds are never drawn on one scale. */
export function MonthChart({
  months,
  of,
  say,
  label,
}: {
  /** Earliest first. */
  months: readonly HarbourMonthRow[]
  of: (month: HarbourMonthRow) => number
  say: (month: HarbourMonthRow) => string
  label: string
}) {
  const most = Math.max(1, ...months.map(of))
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, months.length)
  const wide = Math.min(36, step * 0.6)
  const tall = (value: number) => (value / most) * (HEIGHT - TOP - BOTTOM)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="block w-full max-w-[480px]">
      <rect x={LEFT} y={HEIGHT - BOTTOM} width={WIDTH - LEFT - RIGHT} height="1" fill="var(--line-divider)" />
      {months.map((month, i) => {
        const middle = LEFT + step * (i + 0.5)
        const height = tall(of(month))
        return (
          <g key={month.month}>
            <rect
              x={middle - wide / 2}
              y={HEIGHT - BOTTOM - height}
              width={wide}
              height={height}
              fill="var(--rl-done)"
            />
            <text x={middle} y={HEIGHT - BOTTOM - height - 6} textAnchor="middle" className="ruler-text">
              {say(month)}
            </text>
            <text x={middle} y={HEIGHT - 8} textAnchor="middle" className="ruler-text">
              {month.month.slice(5)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
