import { type PlainDate, weekdayOf } from '@/lib/domain/plain-date'
import type { RelayCell } from '@/lib/domain/relay'
import { shortDay } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { ContactStep } from '@/lib/schemas/contact-day'

const CELL = 13
const GAP = 3
/** Room for the longest relay there is, so that a cell is as wide on every page. */
const WIDTH = 358

/** In whose hands the days were, as wide as a phone: the agency above, the reader's own below. */
export function RelayStrip({ step, today, t }: { step: ContactStep; today: PlainDate; t: Translator }) {
  const { relay } = step
  if (!relay || relay.cells.length === 0) return null
  let gaps = 0
  const cells = relay.cells.map((cell, i) => {
    if (i > 0 && weekdayOf(cell.day) < weekdayOf(relay.cells[i - 1]?.day ?? cell.day)) gaps++
    return { ...cell, x: i * CELL + gaps * GAP }
  })
  const first = cells[0]
  const last = cells.at(-1)
  const now = cells.filter((c) => c.day <= today).at(-1)
  const nowX = now ? now.x + CELL : 0
  const limit = relay.limit && cells.find((c) => c.day === relay.limit?.on)
  const two = relay.limit !== null || cells.some((c) => c.applicant !== 'none')
  const used = cells.filter((c) => c.agency === 'used' || c.agency === 'over').length
  const held = cells.filter((c) => c.applicant !== 'none').length
  const height = two ? 128 : 64
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={t('contactDay.legend', { agency: step.agency, used, held })}
      className="block h-auto w-full max-w-[460px]"
    >
      {first && nowX > 130 && (
        <text x="0" y="12" className="ruler-text">
          {shortDay(first.day)}
        </text>
      )}
      {last && last.x - nowX > 60 && (
        <text x={last.x + CELL} y="12" textAnchor="end" className="ruler-text">
          {shortDay(last.day)}
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
        {t('contactDay.today', { day: shortDay(today) })}
      </text>
      <path d={`M${nowX - 5} 16h10l-5 6z`} fill="var(--text-primary)" />
      <path d={`M${nowX} 22v${height - 40}`} stroke="var(--text-primary)" strokeDasharray="1 2" />
      <text x="0" y="34" fontSize="12" fill="var(--text-secondary)">
        {step.agency}
      </text>
      {two && (
        <text x="0" y="82" fontSize="12" fill="var(--text-secondary)">
          {t('contactDay.you')}
        </text>
      )}
      {cells.map((cell) => (
        <g key={cell.day}>
          <AgencyCell cell={cell} red={step.level === 'RED'} />
          {two && <OwnCell cell={cell} red={step.level === 'RED'} />}
        </g>
      ))}
      {limit && relay.limit && (
        <>
          <rect x={limit.x + CELL - 2} y="84" width="2" height="26" fill="var(--text-primary)" />
          <text
            x={limit.x + CELL}
            y="124"
            fontSize="12"
            textAnchor={limit.x > WIDTH - 60 ? 'end' : limit.x < 40 ? 'start' : 'middle'}
            fill="var(--text-secondary)"
          >
            {t('projectPage.relayLimit', { day: shortDay(relay.limit.on) })}
            {relay.limit.provisional && ` ${t('level.provisional')}`}
          </text>
        </>
      )}
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
