import type { PlainDate } from '@/lib/domain/plain-date'
import { weekdayOf } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { TopicClock } from '@/lib/schemas/sitting'

/** Size L of the clock line: cells that carry their number, a gap between weeks. */
const CELL = 50
const STEP = 54
const WEEK = 12
const TOP = 62
/** Cells the width of a screen holds; of a longer clock the part around today is shown. */
const CELLS_MAX = 20

/** First and last day shown, from 1. */
function windowOf({ clock, days }: TopicClock): readonly [number, number] {
  if (days.length <= CELLS_MAX) return [1, days.length]
  const first = Math.max(1, Math.min(clock.used - Math.floor(CELLS_MAX * 0.6), days.length - CELLS_MAX + 1))
  return [first, Math.min(days.length, first + CELLS_MAX - 1)]
}

type Cell = Readonly<{ n: number; on: PlainDate; x: number; monday: boolean }>

function cellsOf(line: TopicClock): readonly Cell[] {
  const [first, last] = windowOf(line)
  let gaps = 0
  return line.days.slice(first - 1, last).map((on, i) => {
    const before = line.days[first + i - 2]
    const monday = i > 0 && before !== undefined && weekdayOf(on) <= weekdayOf(before)
    if (monday) gaps += 1
    return { n: first + i, on, x: i * STEP + gaps * WEEK, monday: monday || i === 0 }
  })
}

/** A cell's look: used, beyond the first limit, or still to come. */
function lookOf(
  n: number,
  { clock }: TopicClock,
): Readonly<{ fill: string; ink: string; tall: boolean; line?: string }> {
  const first = clock.promised ?? clock.used
  if (n > clock.used) return { fill: 'var(--surface-subtle)', ink: 'var(--text-tertiary)', tall: false }
  if (n <= first)
    return clock.whose === 'ENTERPRISE'
      ? { fill: 'var(--rl-ent)', ink: 'var(--rl-crit)', tall: false, line: 'var(--text-tertiary)' }
      : { fill: 'var(--rl-used)', ink: 'var(--surface-card)', tall: false }
  return clock.level === 'RED'
    ? { fill: 'var(--red-solid)', ink: 'var(--red-on)', tall: true }
    : { fill: 'url(#hatch-yellow)', ink: 'var(--yellow-on)', tall: true, line: 'var(--yellow-border)' }
}

/** The clock of a topic a room can count: one cell a working day, numbered, with its limits, today and what is proposed. */
export function DayLine({ line, today, t }: { line: TopicClock; today: PlainDate; t: Translator }) {
  const { clock, proposedOn } = line
  const cells = cellsOf(line)
  const last = cells.at(-1)
  if (!last) return null
  const width = Math.max(last.x + CELL + 8, CELLS_MAX * STEP + 3 * WEEK)
  const at = (n: number) => cells.find((cell) => cell.n === n)
  const agency = clock.whose === 'AGENCY'
  const limit = (n: number | null) => (n === null ? null : (at(n) ?? null))
  const [promised, statutory] = [limit(clock.promised), limit(clock.statutory)]
  const now = at(clock.used)
  const proposed = cells.find((cell) => cell.on === proposedOn && cell.n > clock.used)
  const promisedText =
    promised &&
    t(agency ? 'sitting.room.promised' : 'sitting.room.limit', { n: promised.n, day: dayIn(promised.on, today) })
  const statutoryText =
    statutory &&
    t(agency ? 'sitting.room.statutory' : 'sitting.room.turnsRed', { n: statutory.n, day: dayIn(statutory.on, today) })
  const label = t('sitting.room.line', {
    used: clock.used,
    marks: listed(
      [promisedText, statutoryText, proposed && t('sitting.room.proposed', { day: dayIn(proposed.on, today) })],
      t,
    ),
  })
  const middle = (cell: Cell) => Math.max(70, Math.min(width - 70, cell.x + CELL / 2))
  const near = now && proposed && Math.abs(proposed.x - now.x) < 260
  return (
    <svg viewBox={`0 0 ${width} 164`} role="img" aria-label={label} className="room-line block">
      {cells.map((cell) => {
        const look = lookOf(cell.n, line)
        const planned = cell === proposed
        return (
          <g key={cell.n}>
            {!planned && (
              <rect
                x={cell.x + (look.line ? 1 : 0)}
                y={look.tall ? TOP - 6 : TOP}
                width={CELL - (look.line ? 2 : 0)}
                height={look.tall ? 58 : 46}
                fill={look.fill}
                stroke={look.line}
                strokeWidth={look.line ? 2 : undefined}
              />
            )}
            {planned && (
              <rect
                x={cell.x + 2}
                y={TOP + 2}
                width={CELL - 4}
                height={42}
                fill="var(--surface-card)"
                stroke="var(--text-primary)"
                strokeWidth="3"
                strokeDasharray="7 5"
              />
            )}
            <text
              x={cell.x + CELL / 2}
              y="93"
              textAnchor="middle"
              fontSize="24"
              fontWeight="600"
              fill={planned ? 'var(--text-primary)' : look.ink}
            >
              {cell.n}
            </text>
            {/* Today's and the proposed day say their date above themselves. */}
            {cell.monday && cell !== now && !planned && (
              <text x={cell.x} y="50" fontSize="22" fill="var(--text-tertiary)">
                {dayIn(cell.on, today)}
              </text>
            )}
          </g>
        )
      })}
      {promised && (
        <>
          <rect x={promised.x + CELL + 4} y="48" width="4" height="74" fill="var(--text-primary)" />
          <text x={middle(promised)} y="152" textAnchor="middle" fontSize="24" fill="var(--text-primary)">
            {promisedText}
          </text>
        </>
      )}
      {statutory && (
        <>
          <path
            d={`M${statutory.x + CELL - 8} 54h12v62h-12`}
            fill="none"
            stroke={clock.used > statutory.n ? 'var(--red-solid)' : 'var(--text-secondary)'}
            strokeWidth="3.5"
            strokeDasharray={agency ? undefined : '6 5'}
          />
          {(!promised || statutory.x - promised.x > 300) && (
            <text
              x={Math.min(width, statutory.x + CELL + 8)}
              y="152"
              textAnchor="end"
              fontSize="24"
              fill="var(--text-primary)"
            >
              {statutoryText}
            </text>
          )}
        </>
      )}
      {now && (
        <Pointer cell={now} at={middle(now)} solid>
          {t('sitting.room.today', { day: dayIn(now.on, today), n: now.n })}
        </Pointer>
      )}
      {proposed && !near && (
        <Pointer cell={proposed} at={middle(proposed)}>
          {t('sitting.room.proposed', { day: dayIn(proposed.on, today) })}
        </Pointer>
      )}
    </svg>
  )
}

const Pointer = ({
  cell,
  at,
  solid,
  children,
}: {
  cell: Cell
  at: number
  solid?: boolean
  children: React.ReactNode
}) => (
  <>
    <text x={at} y="24" textAnchor="middle" fontSize="24" fontWeight="600" fill="var(--text-primary)">
      {children}
    </text>
    <path
      d={`M${cell.x + CELL / 2 - 11} 37h22l-11 15z`}
      fill={solid ? 'var(--text-primary)' : 'none'}
      stroke="var(--text-primary)"
      strokeWidth={solid ? 0 : 2.5}
    />
  </>
)
