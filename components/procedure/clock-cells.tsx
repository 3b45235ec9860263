import type { Clock } from '@/lib/domain/ruler'
import { clockText } from '@/lib/i18n/ruler-text'
import type { Translator } from '@/lib/i18n/translator'

const MAX = 25

/**
 * A clock as cells one can count with a finger: five a week, notch and bracket under their numbers.
 *
 * @param days what the width spans; the same for all rulers of a screen
 */
export function ClockCells({ clock, days = MAX, t }: { clock: Clock; days?: 20 | 25; t: Translator }) {
  const first = clock.promised ?? clock.used
  const end = Math.min(MAX, Math.max(first, clock.statutory ?? 0, clock.used))
  const x = (n: number) => n * 17.2 + Math.floor(n / 5) * 3
  const width = x(days) + 8
  const over = clock.level === 'RED' ? 'var(--red-solid)' : 'url(#hatch-yellow)'
  return (
    <svg
      viewBox={`0 0 ${width} 46`}
      role="img"
      aria-label={clockText(clock, t)}
      className="block h-auto w-full max-w-[460px]"
    >
      {Array.from({ length: end }, (_, i) => {
        const used = i < clock.used
        const beyond = used && i >= first
        const left = !used && i < first && clock.level === 'BLUE'
        return (
          <rect
            key={`c${i.toString()}`}
            x={x(i) + (left ? 0.75 : 0)}
            y={left ? 8.75 : 8}
            width={left ? 14 : 15.5}
            height={left ? 9.5 : 11}
            fill={
              beyond
                ? over
                : used
                  ? clock.whose === 'ENTERPRISE'
                    ? 'var(--rl-ent)'
                    : 'var(--rl-used)'
                  : left
                    ? 'var(--surface-card)'
                    : 'var(--rl-track)'
            }
            stroke={beyond && clock.level !== 'RED' ? 'var(--yellow-border)' : left ? 'var(--blue-solid)' : undefined}
            strokeWidth={left ? 1.5 : 1}
          />
        )
      })}
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
            {t(clock.whose === 'AGENCY' ? 'level.ruler.promised' : 'level.ruler.limit', { n: clock.promised })}
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
            {t(clock.whose === 'AGENCY' ? 'level.ruler.statutory' : 'level.ruler.turnsRed', { n: clock.statutory })}
          </text>
        </>
      )}
    </svg>
  )
}
