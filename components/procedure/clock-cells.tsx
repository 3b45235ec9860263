import type { Clock } from '@/lib/domain/ruler'
import { listed } from '@/lib/i18n/joined'
import { clockText, firstLimitText, outerLimitText } from '@/lib/i18n/ruler-text'
import type { Translator } from '@/lib/i18n/translator'

const MAX = 25

const x = (n: number) => Math.round(n * 172 + Math.floor(n / 5) * 30) / 10

/** Cells of some days, one after the other: a path, because a phone's list has hundreds of them. */
const path = (from: number, to: number, cell: (at: number) => string) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => cell(x(from + i))).join('')
const cells = (from: number, to: number) => path(from, to, (at) => `M${at} 8h15.5v11h-15.5z`)
const boxes = (from: number, to: number) =>
  path(from, to, (at) => `M${Math.round((at + 0.75) * 100) / 100} 8.75h14v9.5h-14z`)

/**
 * A clock as cells one can count with a finger: five a week, notch and bracket under their numbers; a limit beyond the last
 * cell is named behind a torn edge.
 *
 * @param days what the width spans; the same for all rulers of a screen
 */
export function ClockCells({ clock, days = MAX, t }: { clock: Clock; days?: 20 | 25; t: Translator }) {
  const end = Math.min(MAX, Math.max(clock.promised ?? 0, clock.statutory ?? 0, clock.used))
  const used = Math.min(end, clock.used)
  const first = Math.min(end, clock.promised ?? clock.used)
  const red = clock.level === 'RED'
  const blue = clock.level === 'BLUE'
  const width = x(days) + 8
  const beyond = [
    ...(clock.promised !== null && clock.promised > MAX ? [firstLimitText(clock, clock.promised, t)] : []),
    ...(clock.statutory !== null && clock.statutory > MAX ? [outerLimitText(clock, clock.statutory, t)] : []),
  ]
  return (
    <svg
      viewBox={`0 0 ${width} 46`}
      role="img"
      aria-label={clockText(clock, t)}
      className="block h-auto w-full max-w-[460px]"
    >
      <path
        d={cells(0, Math.min(used, first))}
        fill={clock.whose === 'ENTERPRISE' ? 'var(--rl-ent)' : 'var(--rl-used)'}
      />
      {used > first && (
        <path
          d={cells(first, used)}
          fill={red ? 'var(--red-solid)' : 'url(#hatch-yellow)'}
          stroke={red ? undefined : 'var(--yellow-border)'}
        />
      )}
      {first > used && blue && (
        <path d={boxes(used, first)} fill="var(--surface-card)" stroke="var(--blue-solid)" strokeWidth="1.5" />
      )}
      <path d={cells(blue ? Math.max(used, first) : used, end)} fill="var(--rl-track)" />
      {clock.promised !== null && clock.promised <= MAX && (
        <>
          <rect x={x(clock.promised) - 2} y="1" width="2" height="24" fill="var(--text-primary)" />
          <text
            x={x(clock.promised)}
            y="40"
            fontSize="12"
            textAnchor={clock.promised < 3 ? 'start' : 'middle'}
            fill="var(--text-secondary)"
          >
            {firstLimitText(clock, clock.promised, t)}
          </text>
        </>
      )}
      {clock.statutory !== null && clock.statutory <= MAX && (
        <>
          <path
            d={`M${x(clock.statutory) - 5} 4h5v19h-5`}
            fill="none"
            stroke={clock.used > clock.statutory ? 'var(--red-solid)' : 'var(--text-tertiary)'}
            strokeWidth="1.6"
            strokeDasharray={clock.whose === 'AGENCY' ? undefined : '2.5 2'}
          />
          <text x={x(clock.statutory)} y="40" fontSize="12" textAnchor="end" fill="var(--text-secondary)">
            {outerLimitText(clock, clock.statutory, t)}
          </text>
        </>
      )}
      {beyond.length > 0 && (
        <>
          <path d={`M${x(MAX) - 14} 5h8l-6 17h-8z`} fill="var(--surface-card)" />
          <path
            d={`M${x(MAX) - 14} 5l-6 17M${x(MAX) - 6} 5l-6 17`}
            fill="none"
            stroke="var(--text-tertiary)"
            strokeWidth="1.4"
          />
          <text x={x(MAX)} y="40" fontSize="12" textAnchor="end" fill="var(--text-secondary)">
            {listed(beyond, t)}
          </text>
        </>
      )}
    </svg>
  )
}
