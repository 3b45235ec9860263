import type { Clock } from '@/lib/domain/ruler'
import { clockText } from '@/lib/i18n/ruler-text'
import type { Translator } from '@/lib/i18n/translator'

/** Pixels of one working day, and of the margin before day 0. */
export const DAY = 7
export const LEFT = 4
export const DAYS_SHOWN = 25
/** Width of every ruler: the margin before day 0 and after the last. */
export const WIDTH = LEFT * 2 + DAYS_SHOWN * DAY

export const x = (days: number): number => LEFT + Math.max(0, Math.min(days, DAYS_SHOWN)) * DAY

/**
 * A clock as a ruler 时限尺: bar = days used, notch = first limit, bracket = outer limit, red or hatched = beyond the
 * promise. Longer clocks end in a torn edge.
 */
export function ClockRuler({ clock, t }: { clock: Clock; t: Translator }) {
  const { used, promised, statutory, level } = clock
  const first = promised ?? used
  const end = Math.max(first, statutory ?? 0, used)
  const enterprise = clock.whose === 'ENTERPRISE'
  const over = used - first
  const torn = end > DAYS_SHOWN
  const barEnd = x(Math.min(used, first))
  return (
    <svg
      width={WIDTH}
      height="20"
      viewBox={`0 0 ${WIDTH} 20`}
      role="img"
      aria-label={clockText(clock, t)}
      className="block"
    >
      <path d={trackOf(end)} fill="var(--rl-track)" />
      {used > 0 && (
        <rect
          x={LEFT}
          y={enterprise ? 7.5 : 7}
          width={Math.max(0, barEnd - LEFT)}
          height={enterprise ? 5 : 6}
          fill={enterprise ? 'var(--rl-ent)' : 'var(--rl-used)'}
          stroke={enterprise ? 'var(--text-tertiary)' : undefined}
        />
      )}
      {over > 0 && level === 'RED' && (
        <rect x={x(first) + 1} y="5" width={Math.max(2, x(used) - x(first) - 1)} height="10" fill="var(--red-solid)" />
      )}
      {over > 0 && level !== 'RED' && (
        <rect
          x={x(first) + 1.5}
          y="6.5"
          width={Math.max(2, x(used) - x(first) - 2)}
          height="7"
          fill="url(#hatch-yellow)"
          stroke="var(--yellow-border)"
        />
      )}
      {over <= 0 && level === 'BLUE' && first > used && (
        <rect
          x={x(used) + 0.75}
          y="5.25"
          width={Math.max(3, x(first) - x(used) - 2)}
          height="9.5"
          fill="var(--surface-card)"
          stroke="var(--blue-solid)"
          strokeWidth="1.5"
        />
      )}
      {clock.paused && (
        <>
          <rect x={x(used) + 2} y="5.5" width="2.5" height="9" fill="var(--rl-used)" />
          <rect x={x(used) + 7} y="5.5" width="2.5" height="9" fill="var(--rl-used)" />
        </>
      )}
      {promised !== null && promised <= DAYS_SHOWN && (
        <rect x={x(promised) - 1} y="2" width="2" height="16" fill="var(--text-primary)" />
      )}
      {statutory !== null && statutory <= DAYS_SHOWN && (
        <>
          {used > statutory && <Bracket at={x(statutory)} stroke="var(--surface-card)" width={5} />}
          <Bracket
            at={x(statutory)}
            stroke={used > statutory ? 'var(--red-solid)' : 'var(--text-tertiary)'}
            width={1.6}
            dashed={clock.whose !== 'AGENCY'}
          />
        </>
      )}
      {torn && (
        <>
          <path d="M160 2h8l-5 16h-8z" fill="var(--surface-card)" />
          <path d="M160 3l-5 14M168 3l-5 14" stroke="var(--text-tertiary)" strokeWidth="1.4" />
          <text x="181" y="14.5" textAnchor="end" className="ruler-text">
            {end}
          </text>
        </>
      )}
    </svg>
  )
}

export const Bracket = ({
  at,
  stroke,
  width,
  dashed,
}: {
  at: number
  stroke: string
  width: number
  dashed?: boolean
}) => (
  <path
    d={`M${at - 4} 3h4.5v14h-4.5`}
    fill="none"
    stroke={stroke}
    strokeWidth={width}
    strokeDasharray={dashed ? '2.5 2' : undefined}
  />
)

/** The scale above a column of rulers: one tick a working day. */
export function RulerScale() {
  return (
    <svg width={WIDTH} height="24" viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true" className="block">
      {Array.from({ length: DAYS_SHOWN + 1 }, (_, day) => {
        const major = day % 5 === 0
        return (
          <g key={`d${day.toString()}`}>
            <rect
              x={x(day) - 0.5}
              y={major ? 16 : 20}
              width="1"
              height={major ? 8 : 4}
              fill={major ? 'var(--text-tertiary)' : 'var(--line-control)'}
            />
            {major && (
              <text
                x={x(day)}
                y="12"
                textAnchor={day === 0 ? 'start' : day === DAYS_SHOWN ? 'end' : 'middle'}
                dx={day === 0 ? -3 : day === DAYS_SHOWN ? 4 : 0}
                className="ruler-text"
              >
                {day}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** The track to the end of a clock, with a tick at every fifth day before it. */
export const trackOf = (end: number): string =>
  [5, 10, 15, 20, 25]
    .filter((day) => day < end)
    .reduce((path, day) => `${path}M${x(day) - 0.5} 6h1v8h-1z`, `M${LEFT} 9H${x(end)}v2H${LEFT}z`)

/** Hatches the rulers and charts of a page share; rendered once. */
export const Hatches = () => (
  <svg width="0" height="0" className="absolute" aria-hidden="true">
    <defs>
      <pattern id="hatch-yellow" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--yellow-solid)" />
        <rect width="1" height="4" fill="#8f6100" opacity=".45" />
      </pattern>
      <pattern id="hatch-pause" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--surface-card)" />
        <rect width="1.5" height="5" fill="var(--line-control)" />
      </pattern>
    </defs>
  </svg>
)
