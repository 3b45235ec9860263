import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { LEFT, WIDTH } from './clock-ruler'

/** What is beyond a notch: red, or hatched while it is not; what is left before it, an open blue box. */
export function Beyond({ from, to, level }: { from: number; to: number; level: Level }) {
  if (level === 'RED')
    return <rect x={from + 1} y="5" width={Math.max(2, to - from - 1)} height="10" fill="var(--red-solid)" />
  if (level === 'BLUE')
    return (
      <rect
        x={from + 0.75}
        y="5.25"
        width={Math.max(3, to - from - 2)}
        height="9.5"
        fill="var(--surface-card)"
        stroke="var(--blue-solid)"
        strokeWidth="1.5"
      />
    )
  return (
    <rect
      x={from + 1.5}
      y="6.5"
      width={Math.max(2, to - from - 2)}
      height="7"
      fill="url(#hatch-yellow)"
      stroke="var(--yellow-border)"
    />
  )
}

export const Notch = ({ at }: { at: number }) => (
  <rect x={at - 1} y="2" width="2" height="16" fill="var(--text-primary)" />
)
export const Bar = ({ to }: { to: number }) => (
  <rect x={LEFT} y="7" width={Math.max(0, to - LEFT)} height="6" fill="var(--rl-used)" />
)

/** Two strokes with nothing between: days that are left out. */
export const Break = ({ at }: { at: number }) => (
  <>
    <path d={`M${at} 2h8l-5 16h-8z`} fill="var(--surface-card)" />
    <path d={`M${at} 3l-5 14M${at + 8} 3l-5 14`} stroke="var(--text-tertiary)" strokeWidth="1.4" />
  </>
)

/** The date itself, where its year need not be said. */
export function DayText({ on, today }: { on: PlainDate; today: PlainDate }) {
  const text = dayIn(on, today)
  return text.length > 5 ? null : (
    <text x={WIDTH - 2} y="14.5" textAnchor="end" className="ruler-text">
      {text}
    </text>
  )
}

export const MONTHS_SHOWN = 4
/** A month's box, and from one to the next. */
export const MONTH = 33
export const MONTH_PITCH = 36
