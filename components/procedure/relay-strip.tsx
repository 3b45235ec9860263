import type { Level } from '@/lib/domain/level-scale'
import { type PlainDate, weekdayOf } from '@/lib/domain/plain-date'
import type { Relay, RelayCell } from '@/lib/domain/relay'
import { dayIn } from '@/lib/i18n/day'
import { relayMarks } from '@/lib/i18n/relay-text'
import type { Translator } from '@/lib/i18n/translator'

const CELL = 13
const GAP = 3
/** Room for the longest relay there is, so that a cell is as wide on every page. */
const WIDTH = 358
/** Room a mark's words take. */
const LABEL = 74

/** In whose hands the days of one procedure were, as wide as a phone: the agency above, the project unit below. */
export function RelayStrip({
  relay,
  of,
  own,
  today,
  t,
}: {
  relay: Relay
  of: Readonly<{
    agency: string
    level: Level
    nextLevelOn: PlainDate | null
    nextLevel: Level | null
    nextProvisional: boolean
  }>
  /** What the lower row is called. */
  own: string
  today: PlainDate
  t: Translator
}) {
  if (relay.cells.length === 0) return null
  let gaps = 0
  const cells = relay.cells.map((cell, i) => {
    if (i > 0 && weekdayOf(cell.day) < weekdayOf(relay.cells[i - 1]?.day ?? cell.day)) gaps++
    return { ...cell, x: i * CELL + gaps * GAP }
  })
  const first = cells[0]
  const last = cells.at(-1)
  const now = cells.filter((c) => c.day <= today).at(-1)
  const nowX = now ? now.x + CELL : 0
  const two = relay.limit !== null || cells.some((c) => c.applicant !== 'none')
  const used = cells.filter((c) => c.agency === 'used' || c.agency === 'over').length
  const held = cells.filter((c) => c.applicant !== 'none').length
  let ends = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const marks = relayMarks(relay, of, today, t).flatMap((mark) => {
    const cell = cells.find((c) => c.day === mark.on)
    if (!cell) return []
    const at = cell.x + CELL - 2
    // Beside its neighbour where there is room, else below.
    const row = at - (ends[0] ?? 0) > LABEL ? 0 : 1
    ends = row === 0 ? [at, ends[1] ?? 0] : [ends[0] ?? 0, at]
    return [{ ...mark, at, row }]
  })
  const bottom = two ? 110 : 62
  const height = bottom + (marks.length === 0 ? 2 : Math.max(...marks.map((m) => m.row)) * 16 + 18)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={[t('contactDay.legend', { agency: of.agency, own, used, held }), ...marks.map((m) => m.text)].join(
        t('shell.comma'),
      )}
      className="block h-auto w-full max-w-[460px]"
    >
      {first && nowX > 130 && (
        <text x="0" y="12" className="ruler-text">
          {dayIn(first.day, today)}
        </text>
      )}
      {last && last.x - nowX > 60 && (
        <text x={last.x + CELL} y="12" textAnchor="end" className="ruler-text">
          {dayIn(last.day, today)}
        </text>
      )}
      <text
        x={nowX}
        y="12"
        fontSize="12"
        fontWeight="600"
        textAnchor={nowX < 60 ? 'start' : nowX > WIDTH - 60 ? 'end' : 'middle'}
        fill="var(--text-primary)"
      >
        {t('contactDay.today', { day: dayIn(today, today) })}
      </text>
      <path d={`M${nowX - 5} 16h10l-5 6z`} fill="var(--text-primary)" />
      <path d={`M${nowX} 22v${bottom - 22}`} stroke="var(--text-primary)" strokeDasharray="1 2" />
      <text x="0" y="34" fontSize="12" fill="var(--text-secondary)">
        {of.agency}
      </text>
      {two && (
        <text x="0" y="82" fontSize="12" fill="var(--text-secondary)">
          {own}
        </text>
      )}
      {cells.map((cell) => (
        <g key={cell.day}>
          <AgencyCell cell={cell} red={of.level === 'RED'} />
          {two && <OwnCell cell={cell} red={of.level === 'RED'} />}
        </g>
      ))}
      {marks.map((mark) => (
        <g key={mark.text}>
          <rect
            x={mark.at}
            y={bottom - 26}
            width="2"
            height="26"
            fill={mark.red ? 'var(--red-solid)' : 'var(--text-primary)'}
          />
          <text
            x={mark.at + 2}
            y={bottom + 14 + mark.row * 16}
            fontSize="12"
            fontWeight={mark.red ? 600 : 400}
            textAnchor={mark.at > WIDTH - 40 ? 'end' : mark.at < 40 ? 'start' : 'middle'}
            fill={mark.red ? 'var(--red-text)' : 'var(--text-secondary)'}
          >
            {mark.text}
          </text>
        </g>
      ))}
    </svg>
  )
}

type Drawn = RelayCell & Readonly<{ x: number }>

function AgencyCell({ cell, red }: { cell: Drawn; red: boolean }) {
  const plain = { x: cell.x + 0.5, y: 42.5, width: 10, height: 12 }
  switch (cell.agency) {
    case 'used':
      return <rect x={cell.x} y="42" width="11" height="13" fill="var(--rl-used)" />
    case 'over':
      return red ? (
        <rect x={cell.x} y="40" width="11" height="17" fill="var(--red-solid)" />
      ) : (
        <rect {...plain} y={40.5} height={16} fill="url(#hatch-yellow)" stroke="var(--yellow-border)" />
      )
    case 'paused':
      return <rect {...plain} fill="url(#hatch-pause)" stroke="var(--rl-done)" />
    case 'left':
      return <rect {...plain} fill="var(--surface-card)" stroke="var(--rl-crit)" strokeDasharray="2.5 2" />
    case 'none':
      return <rect {...plain} fill="var(--rl-track)" opacity=".55" />
  }
}

function OwnCell({ cell, red }: { cell: Drawn; red: boolean }) {
  const plain = { x: cell.x + 0.5, y: 90.5, width: 10, height: 12 }
  switch (cell.applicant) {
    case 'held':
      return <rect {...plain} fill="var(--rl-ent)" stroke="var(--text-tertiary)" />
    case 'over':
      return red ? (
        <rect x={cell.x} y="88" width="11" height="17" fill="var(--red-solid)" />
      ) : (
        <rect {...plain} y={88.5} height={16} fill="url(#hatch-yellow)" stroke="var(--yellow-border)" />
      )
    case 'none':
      return <rect {...plain} fill="var(--rl-track)" opacity=".55" />
  }
}
