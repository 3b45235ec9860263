import { percentOf } from '@/lib/domain/ranking/month-money'

const WIDTH = 720
const HEIGHT = 240
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 16, 24, 28]
const FULL = 10_000
const GRID = [0, 2_500, 5_000, 7_500, FULL]

/** Share of the year's plan by month, with the share of the year that is over behind it; hundredths of a percent. */
export function ShareChart({
  months,
  shares,
  year,
  label,
}: {
  months: readonly string[]
  shares: readonly (number | null)[]
  year: readonly (number | null)[]
  label: string
}) {
  const top = Math.max(FULL, ...shares.map((share) => share ?? 0))
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, months.length)
  const x = (i: number) => LEFT + step * (i + 0.5)
  const y = (share: number) => HEIGHT - BOTTOM - (share / top) * (HEIGHT - TOP - BOTTOM)
  const path = (values: readonly (number | null)[]) =>
    values
      .map((value, i) => {
        if (value === null) return ''
        const joins = i > 0 && (values[i - 1] ?? null) !== null
        return `${joins ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
      })
      .join('')
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className="block w-full max-w-[860px] min-w-[560px]"
    >
      {GRID.map((share) => (
        <g key={share}>
          <rect x={LEFT} y={y(share)} width={WIDTH - LEFT - RIGHT} height="1" fill="var(--line-divider)" />
          <text x={LEFT - 8} y={y(share) + 4} textAnchor="end" className="ruler-text">
            {share / 100}%
          </text>
        </g>
      ))}
      <path d={path(year)} fill="none" stroke="var(--rl-done)" strokeWidth="1.5" strokeDasharray="4 3" />
      <path d={path(shares)} fill="none" stroke="var(--rl-crit)" strokeWidth="2" />
      {months.map((month, i) => {
        const share = shares[i] ?? null
        return (
          <g key={month}>
            <text x={x(i)} y={HEIGHT - 8} textAnchor="middle" className="ruler-text">
              {month.slice(2)}
            </text>
            {share !== null && (
              <>
                <circle cx={x(i)} cy={y(share)} r="3.5" fill="var(--rl-crit)" />
                <text x={x(i)} y={y(share) - 10} textAnchor="middle" className="ruler-text">
                  {percentOf(share)}
                </text>
              </>
            )}
          </g>
        )
      })}
    </svg>
  )
}
