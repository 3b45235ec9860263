import type { HandsCell, IssueRelay } from '@/lib/domain/issue/hands'
import { type PlainDate, weekdayOf } from '@/lib/domain/plain-date'
import { dayIn, markedText } from '@/lib/i18n/day'
import { laneText } from '@/lib/i18n/issue-text'
import type { Translator } from '@/lib/i18n/translator'

const LEFT = 92
/** Width of a working day, of the gap a weekend leaves, and of the room behind for the number of days. */
const WIDE = { cell: 18, gap: 6, room: 64 }
/** On a phone all of it fits without a number behind each row. */
const NARROW = { cell: 10, gap: 3, room: 6 }
const LANE = 32
const TOP = 34

const widthOf = (name: string): number => [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 7.5), 0)

/** How long it was with somebody: whoever passed it on the day it came had it for no day. */
function daysText({ wd, returned, current }: IssueRelay['lanes'][number], t: Translator): string {
  if (wd === 0) return t(current ? 'issue.daysNone' : returned ? 'issue.daysBackAtOnce' : 'issue.daysOnAtOnce')
  return t(returned ? 'issue.daysReturned' : 'issue.days', { n: wd })
}

/** Whose hands a problem went through 接力尺: one row a pair of hands, one cell a working day, the last one where it is. */
export function IssueRelayRuler({
  relay,
  units,
  taskforce,
  provisional,
  narrow = false,
  today,
  t,
}: {
  relay: IssueRelay
  units: Readonly<Record<string, string>>
  taskforce: string | null
  /** The day its clock runs to was counted into a year whose holidays are not published. */
  provisional: boolean
  /** As wide as a phone. */
  narrow?: boolean
  today: PlainDate
  t: Translator
}) {
  const { cell: wide, gap, room } = narrow ? NARROW : WIDE
  const names = relay.lanes.map(({ holder }) => laneText(holder, units, taskforce, t))
  const left = Math.max(LEFT, ...names.map((name) => widthOf(name) + 14))
  let gaps = 0
  const cells = relay.days.map((day, i) => {
    const opens = i === 0 || weekdayOf(day) < weekdayOf(relay.days[i - 1] ?? day)
    if (i > 0 && opens) gaps++
    return { day, x: left + i * wide + gaps * gap, opens }
  })
  const width = (cells.at(-1)?.x ?? left) + wide + room
  const past = cells.filter(({ day }) => day <= today).at(-1)
  const now = past ? past.x + wide - 1 : left
  const due = cells.find(({ day }) => day === relay.dueOn)
  const height = TOP + relay.lanes.length * LANE + 22
  const told = relay.lanes.map((lane, i) => t('issue.laneOf', { name: names[i] ?? '', days: daysText(lane, t) }))
  const dated = cells.filter(
    ({ opens, x }, i) => opens && (i > 0 || !(cells[1]?.opens || cells[2]?.opens)) && Math.abs(x - now) > 44,
  )
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('issue.relay', { lanes: told.join(t('shell.comma')) })}
      width={width}
      height={height}
      className="block h-auto max-w-full"
    >
      {dated.map(({ day, x }) => (
        <text key={day} x={x} y="12" className="ruler-text">
          {dayIn(day, today)}
        </text>
      ))}
      <text x={now} y="12" fontSize="12" fontWeight="600" textAnchor="middle" fill="var(--text-primary)">
        {t('issue.now')}
      </text>
      <path d={`M${now - 5} 17h10l-5 6z`} fill="var(--text-primary)" />
      <path d={`M${now} 24V${height - 22}`} stroke="var(--text-primary)" strokeDasharray="1 2" />
      {relay.lanes.map((lane, i) => {
        const y = TOP + i * LANE
        const last = lane.cells.findLastIndex((cell) => cell !== 'none')
        const end = cells[last]
        const from = cells[lane.cells.findIndex((cell) => cell !== 'none' && cell !== 'left')]
        const before = i > 0 ? TOP + (i - 1) * LANE + 12 : null
        return (
          <g key={names[i]}>
            <text
              x="0"
              y={y + 11}
              fontSize="13"
              fontWeight={lane.current ? 600 : 400}
              fill={lane.current ? 'var(--text-primary)' : 'var(--text-secondary)'}
            >
              {names[i]}
            </text>
            {before !== null && from && (
              <path d={`M${from.x - 1.5} ${before - 5}V${y + 6}h2`} stroke="var(--text-tertiary)" fill="none" />
            )}
            {cells.map(({ day, x }, n) => (
              <Cell key={day} kind={lane.cells[n] ?? 'none'} x={x} y={y} wide={wide} current={lane.current} />
            ))}
            {end && (lane.wd > 0 || !lane.current) && !narrow && (
              <text
                x={end.x + wide + 6}
                y={y + 11}
                fontSize="12"
                fill="var(--text-secondary)"
                className="[paint-order:stroke]"
                stroke="var(--surface-card)"
                strokeWidth="4"
              >
                {daysText(lane, t)}
              </text>
            )}
          </g>
        )
      })}
      {due && (
        <>
          <rect
            x={due.x + wide - 2}
            y={TOP + (relay.lanes.length - 1) * LANE - 4}
            width="2"
            height="21"
            fill="var(--text-primary)"
          />
          <text
            x={due.x + wide - 1}
            y={height - 4}
            fontSize="12"
            textAnchor={due.x > width - 60 ? 'end' : 'middle'}
            fill="var(--text-secondary)"
          >
            {t('issue.limit', { day: markedText(dayIn(due.day, today), provisional, t) })}
          </text>
        </>
      )}
    </svg>
  )
}

function Cell({
  kind,
  x,
  y,
  wide,
  current,
}: {
  kind: HandsCell
  x: number
  y: number
  wide: number
  current: boolean
}) {
  const plain = { x: x + 0.5, y: y + 0.5, width: wide - 3, height: 12 }
  switch (kind) {
    case 'held':
      return <rect x={x} y={y} width={wide - 2} height="13" fill={current ? 'var(--rl-used)' : 'var(--rl-done)'} />
    case 'now':
      return <rect x={x} y={y} width={wide - 2} height="13" fill="var(--rl-used)" />
    case 'over':
      return <rect {...plain} fill="url(#hatch-yellow)" stroke="var(--yellow-border)" />
    case 'returned':
      return <rect {...plain} fill="url(#hatch-pause)" stroke="var(--rl-done)" />
    case 'left':
      return <rect {...plain} fill="var(--surface-card)" stroke="var(--blue-solid)" strokeWidth="1.5" />
    case 'touched':
      return <rect x={x + wide - 5} y={y} width="3" height="13" fill="var(--rl-done)" />
    case 'none':
      return <rect x={x} y={y + 6} width={wide - 3} height="1.5" fill="var(--rl-track)" />
  }
}
