const WIDTH = 720
const HEIGHT = 200
const [LEFT, RIGHT, TOP, BOTTOM] = [36, 16, 22, 28]
/** Lines of the grid above the ground. */
const LINES = 4

/** A round number that four equal parts reach the top with. */
function topOf(most: number): number {
  const step = Math.max(1, most / LINES)
  const power = 10 ** Math.floor(Math.log10(step))
  const round = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((n) => n * power).find((n) => n >= step && Number.isInteger(n))
  return (round ?? Math.ceil(step)) * LINES
}

/** One bar a month, its figure above it; beside it stands the table with the same figures. */
export function MonthBars({
  months,
  values,
  label,
}: {
  months: readonly string[]
  values: readonly number[]
  label: string
}) {
  const top = topOf(Math.max(...values, 1))
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, months.length)
  const wide = Math.min(32, step * 0.6)
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="block w-full max-w-[860px] min-w-[560px]"
    >
      {Array.from({ length: LINES + 1 }, (_, i) => (top / LINES) * i).map((value) => (
        <g key={value}>
          <rect x={LEFT} y={y(value)} width={WIDTH - LEFT - RIGHT} height="1" fill="var(--line-divider)" />
          <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" className="ruler-text">
            {value}
          </text>
        </g>
      ))}
      {months.map((month, i) => {
        const value = values[i] ?? 0
        const middle = LEFT + step * (i + 0.5)
        return (
          <g key={month}>
            <rect
              x={middle - wide / 2}
              y={y(value)}
              width={wide}
              height={Math.max(0, HEIGHT - BOTTOM - y(value))}
              fill="var(--rl-used)"
            />
            {value > 0 && (
              <text x={middle} y={y(value) - 6} textAnchor="middle" className="ruler-text">
                {value}
              </text>
            )}
            <text x={middle} y={HEIGHT - 8} textAnchor="middle" className="ruler-text">
              {month.slice(2)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
