import type { Translator } from '@/lib/i18n/translator'

const WIDTH = 104
const HEIGHT = 30
const EDGE = 5
/** A column that moves by less is not drawn as if it had leapt: ten points in tenths, ten percent in hundredths. */
const LEAST = { SCORE: 100, SHARE: 1000 } as const

export type Scale = Readonly<{ low: number; high: number }>

/** Values a column of curves spans, so that all of them are drawn to one scale. */
export function scaleOf(series: readonly (readonly (number | null)[])[], of: keyof typeof LEAST): Scale {
  const all = series.flat().filter((value) => value !== null)
  if (all.length === 0) return { low: 0, high: LEAST[of] }
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const room = Math.max(0, LEAST[of] - (high - low)) / 2
  return { low: low - room, high: high + room }
}

/** Lines of a curve; a month without a value is a gap. */
export const curveOf = (
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string =>
  values
    .map((value, i) =>
      value === null ? '' : `${typeof values[i - 1] === 'number' ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('')

/**
 * The last twelve months of a row, the last one as a dot; a row that is not ranked is dashed and its dot is open.
 *
 * @param say a value as people read it
 */
export function Sparkline({
  series,
  ranked,
  scale,
  say,
  t,
}: {
  series: readonly (number | null)[]
  ranked: boolean
  scale: Scale
  say: (value: number) => string
  t: Translator
}) {
  const known = series.filter((value) => value !== null)
  const last = series.findLastIndex((value) => value !== null)
  const value = series[last]
  if (value === undefined || value === null) return <span className="text-ink-3">—</span>
  const step = (WIDTH - 2 * EDGE) / Math.max(1, series.length - 1)
  const x = (index: number) => EDGE + index * step
  const y = (at: number) => HEIGHT - EDGE - ((at - scale.low) / (scale.high - scale.low)) * (HEIGHT - 2 * EDGE)
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('ranking.sparkline', { n: known.length, values: known.map(say).join(t('ranking.listComma')) })}
      className="block"
    >
      <path
        d={curveOf(series, x, y)}
        fill="none"
        stroke="var(--rl-done)"
        strokeWidth="1.5"
        strokeDasharray={ranked ? undefined : '3 2'}
      />
      <circle
        cx={x(last)}
        cy={y(value)}
        r="2.8"
        fill={ranked ? 'var(--rl-crit)' : 'var(--surface-card)'}
        stroke="var(--rl-crit)"
        strokeWidth="1.2"
      />
    </svg>
  )
}
