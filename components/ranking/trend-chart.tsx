import type { Translator } from '@/lib/i18n/translator'
import type { TrendMonth } from '@/lib/schemas/ranking-own'
import { curveOf } from './sparkline'

const WIDTH = 720
const HEIGHT = 260
const LEFT = 44
const RIGHT = 16
const TOP = 30
const BOTTOM = 28
/** What a line of the grid is apart from the next: five points in tenths, ten percent in hundredths. */
const LINES = { SCORE: 50, SHARE: 1000 } as const

/** The months of one subject, the middle of its table dashed behind them; each month's figure stands above its dot. */
export function TrendChart({
  months,
  of,
  say,
  t,
}: {
  months: readonly TrendMonth[]
  of: keyof typeof LINES
  say: (value: number) => string
  t: Translator
}) {
  const apart = LINES[of]
  const all = months.flatMap(({ score, median }) => [score, median]).filter((value) => value !== null)
  if (all.length === 0) return null
  const low = Math.floor(Math.min(...all) / apart) * apart
  const high = Math.max(low + apart, Math.ceil(Math.max(...all) / apart) * apart)
  const step = (WIDTH - LEFT - RIGHT) / months.length
  const x = (index: number) => LEFT + step * (index + 0.5)
  const y = (value: number) => HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  const grid = Array.from({ length: (high - low) / apart + 1 }, (_, i) => low + i * apart)
  const medians = months.map(({ median }) => median)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('ranking.trend.chart', {
        values: months.flatMap(({ score }) => (score === null ? [] : [say(score)])).join(t('ranking.listComma')),
      })}
      className="block w-full max-w-[860px] min-w-[560px]"
    >
      {grid.map((value) => (
        <g key={value}>
          <rect x={LEFT} y={y(value)} width={WIDTH - LEFT - RIGHT} height="1" fill="var(--line-divider)" />
          <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" className="ruler-text">
            {say(value)}
          </text>
        </g>
      ))}
      <path d={curveOf(medians, x, y)} fill="none" stroke="var(--rl-done)" strokeWidth="1.5" strokeDasharray="4 3" />
      <path
        d={curveOf(
          months.map(({ score }) => score),
          x,
          y,
        )}
        fill="none"
        stroke="var(--rl-crit)"
        strokeWidth="2"
      />
      {months.map(({ month, score, rank }, i) => (
        <g key={month}>
          <text x={x(i)} y={HEIGHT - 8} textAnchor="middle" className="ruler-text">
            {month.slice(2)}
          </text>
          {score !== null && (
            <>
              <circle
                cx={x(i)}
                cy={y(score)}
                r="3.5"
                fill={rank === null ? 'var(--surface-card)' : 'var(--rl-crit)'}
                stroke="var(--rl-crit)"
                strokeWidth="1.5"
              />
              {/* The dashed median passes behind a figure, not through it. */}
              <text
                x={x(i)}
                y={y(score) - 10}
                textAnchor="middle"
                className="ruler-text"
                stroke="var(--surface-card)"
                strokeWidth="4"
                strokeLinejoin="round"
                paintOrder="stroke"
              >
                {say(score)}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  )
}
