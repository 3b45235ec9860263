import type { Translator } from '@/lib/i18n/translator'

/** Pixels of one point, and between two indicators. */
const POINT = 4.08
const GAP = 3
const TICK = 5
/** Below this many points a name would run into its neighbour's. */
const FEWEST_NAMED = 8

/** One indicator of a score as a stretch of the bar. */
export type Slot = Readonly<{
  key: string
  name: string
  /** The name where it stands above ten points. */
  short: string
  weight: number
  /** Points, one decimal. */
  points: string
  /** What the district's mean would bring of the weight, 0–1. */
  mean: number
}>

/** Where each indicator begins; those that count nothing are not drawn. */
function placed<T extends Readonly<{ weight: number }>>(slots: readonly T[]): Readonly<{ slot: T; x: number }>[] {
  let x = 0
  return slots
    .filter(({ weight }) => weight > 0)
    .map((slot) => {
      const at = { slot, x }
      x += slot.weight * POINT + GAP
      return at
    })
}

const widthOf = (slots: readonly Readonly<{ weight: number }>[]): number =>
  slots.reduce((sum, { weight }) => (weight > 0 ? sum + weight * POINT + GAP : sum), -GAP)

/** The scale above a column of score bars: what each stretch is, how much it weighs, a tick every five points. */
export function ScoreScale({ slots }: { slots: readonly Pick<Slot, 'key' | 'short' | 'weight'>[] }) {
  const width = widthOf(slots)
  return (
    <svg width={width} height="42" viewBox={`0 0 ${width} 42`} aria-hidden="true" className="block">
      {placed(slots).map(({ slot, x }) => (
        <g key={slot.key}>
          {slot.weight >= FEWEST_NAMED && (
            <text x={x} y="14" className="ruler-text">
              {slot.short}
            </text>
          )}
          <text x={x} y="30" className="ruler-text">
            {slot.weight}
          </text>
          {Array.from({ length: Math.floor(slot.weight / TICK) + 1 }, (_, tick) => (
            <rect
              key={`t${tick.toString()}`}
              x={Math.min(x + tick * TICK * POINT, x + slot.weight * POINT - 1)}
              y={tick === 0 ? 34 : 38}
              width="1"
              height={tick === 0 ? 8 : 4}
              fill="var(--line-control)"
            />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** A score as its indicators side by side: full is all there is to get, what is empty was lost, the notch is the district's mean. */
export function ScoreBar({ slots, t }: { slots: readonly Slot[]; t: Translator }) {
  const width = widthOf(slots)
  return (
    <svg
      width={width}
      height="36"
      viewBox={`0 0 ${width} 36`}
      role="img"
      aria-label={slots
        .map(({ name, points, weight }) => t('ranking.bar.part', { name, points, weight }))
        .join(t('shell.comma'))}
      className="block"
    >
      {placed(slots).map(({ slot, x }) => (
        <g key={slot.key}>
          <rect x={x} y="7" width={slot.weight * POINT} height="8" fill="var(--surface-thead)" />
          <rect
            x={x}
            y="7"
            width={Math.min(slot.weight, Math.max(0, Number(slot.points))) * POINT}
            height="8"
            fill="var(--rl-used)"
          />
          <rect
            x={x + slot.mean * slot.weight * POINT - 1}
            y="4"
            width="2"
            height="14"
            fill="var(--text-primary)"
            stroke="var(--surface-card)"
            strokeWidth="0.75"
          />
          <text x={x} y="31" className="ruler-text">
            {slot.points}
          </text>
        </g>
      ))}
    </svg>
  )
}
