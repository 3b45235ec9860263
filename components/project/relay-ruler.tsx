import { type PlainDate, weekdayOf } from '@/lib/domain/plain-date'
import type { RelayCell } from '@/lib/domain/relay'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { relayMarks } from '@/lib/i18n/relay-text'
import { translator } from '@/lib/i18n/translator'
import type { ProjectRelay } from '@/lib/schemas/project-detail'

/** Room for the names of the two lanes, at the least. */
const LEFT = 76
const widthOf = (name: string): number => [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 7.5), 0)
const CELL = 19
const GAP = 6

/** In whose hands the days of one procedure were 接力尺: agency above, project unit below, one cell a working day. */
export function RelayRuler({ relay, today, locale }: { relay: ProjectRelay; today: PlainDate; locale: Locale }) {
  const t = translator(locale)
  let gaps = 0
  const left = Math.max(LEFT, widthOf(agencyText(relay.of.agency, locale)) + 12)
  const opens = (i: number) => {
    const [before, day] = [relay.cells[i - 1]?.day, relay.cells[i]?.day]
    return i === 0 || (before !== undefined && day !== undefined && weekdayOf(day) < weekdayOf(before))
  }
  const cells = relay.cells.map((cell, i) => {
    // A wider gap where a week ends, so that fives can be counted.
    if (i > 0 && opens(i)) gaps++
    return {
      ...cell,
      x: left + i * CELL + gaps * GAP,
      // A first week of a day or two has no room for its date beside the next one.
      dated: opens(i) && (i > 0 || !(opens(1) || opens(2))),
    }
  })
  const twoLanes = relay.cells.some((c) => c.applicant !== 'none') || relay.limit !== null
  const edge = (day: PlainDate) => {
    const cell = cells.find((c) => c.day === day)
    return cell ? cell.x + CELL - 1 : null
  }
  const last = cells.at(-1)
  const width = (last?.x ?? left) + CELL + 30
  const now = cells.filter((c) => c.day <= today).at(-1)
  const nowX = now ? now.x + CELL - 1 : left
  // The word for today stands on one side of its mark; a date beside it must leave it room.
  const nowEnds = nowX > left + 60
  const meetsToday = (x: number) => (nowEnds ? x > nowX - 98 && x < nowX + 12 : x > nowX - 40 && x < nowX + 78)
  const bottom = twoLanes ? 98 : 64
  const { level, agency } = relay.of
  const marks = relayMarks(relay, relay.of, today, t).flatMap((mark) => {
    const at = edge(mark.on)
    return at === null ? [] : [{ ...mark, at }]
  })
  return (
    <svg
      width={width}
      height={bottom + 40}
      viewBox={`0 0 ${width} ${bottom + 40}`}
      role="img"
      aria-label={t('projectPage.relay', { item: locale === 'en' ? relay.of.nameEn : relay.of.nameZh })}
    >
      <text x="0" y="54" fontSize="13" fill="var(--text-secondary)">
        {agencyText(agency, locale)}
      </text>
      {twoLanes && (
        <text x="0" y="88" fontSize="13" fill="var(--text-secondary)">
          {t('projectPage.applicant')}
        </text>
      )}
      {cells.map((cell) => (
        <g key={cell.day}>
          {cell.dated && !meetsToday(cell.x) && (
            <>
              <text x={cell.x} y="14" className="ruler-text">
                {dayIn(cell.day, today)}
              </text>
              <rect x={cell.x} y="19" width="1" height="5" fill="var(--line-control)" />
            </>
          )}
          <AgencyCell cell={cell} x={cell.x} red={level === 'RED'} />
          {twoLanes && <ApplicantCell cell={cell} x={cell.x} />}
        </g>
      ))}
      <path d={`M${nowX} 20v${bottom - 22}`} stroke="var(--text-primary)" strokeWidth="1" strokeDasharray="1 2" />
      <path d={`M${nowX - 5} 18h10l-5 6z`} fill="var(--text-primary)" />
      <text
        x={nowX + 6}
        y="14"
        fontSize="12"
        fontWeight="600"
        textAnchor={nowEnds ? 'end' : 'start'}
        fill="var(--text-primary)"
      >
        {t('projectPage.today', { day: dayIn(today, today) })}
      </text>
      {marks.map((mark, i) => (
        <g key={mark.text}>
          <rect
            x={mark.at - 1}
            y={twoLanes ? 68 : 36}
            width="2"
            height="30"
            fill={mark.red ? 'var(--red-solid)' : 'var(--text-primary)'}
          />
          <text
            x={mark.at}
            y={bottom + 14 + (i % 2) * 16}
            fontSize="12"
            fontWeight={mark.red ? 600 : 400}
            textAnchor={mark.at > width - 70 ? 'end' : 'middle'}
            fill={mark.red ? 'var(--red-text)' : 'var(--text-secondary)'}
          >
            {mark.text}
          </text>
        </g>
      ))}
    </svg>
  )
}

function AgencyCell({ cell, x, red }: { cell: RelayCell; x: number; red: boolean }) {
  switch (cell.agency) {
    case 'used':
      return <rect x={x} y="42" width="17" height="14" fill="var(--rl-used)" />
    case 'over':
      return red ? (
        <rect x={x} y="40" width="17" height="18" fill="var(--red-solid)" />
      ) : (
        <rect x={x + 0.5} y="40.5" width="16" height="17" fill="url(#hatch-yellow)" stroke="var(--yellow-border)" />
      )
    case 'paused':
      return <rect x={x + 0.5} y="42.5" width="16" height="13" fill="url(#hatch-pause)" stroke="var(--rl-done)" />
    case 'left':
      return (
        <rect
          x={x + 0.5}
          y="42.5"
          width="16"
          height="13"
          fill="var(--surface-card)"
          stroke="var(--rl-crit)"
          strokeDasharray="2.5 2"
        />
      )
    case 'none':
      return <rect x={x + 0.5} y="42.5" width="16" height="13" fill="var(--rl-track)" opacity=".55" />
  }
}

function ApplicantCell({ cell, x }: { cell: RelayCell; x: number }) {
  switch (cell.applicant) {
    case 'held':
      return <rect x={x + 0.5} y="76.5" width="16" height="13" fill="var(--rl-ent)" stroke="var(--text-tertiary)" />
    case 'over':
      return (
        <rect x={x + 0.5} y="74.5" width="16" height="17" fill="url(#hatch-yellow)" stroke="var(--yellow-border)" />
      )
    case 'none':
      return <rect x={x + 0.5} y="76.5" width="16" height="13" fill="var(--rl-track)" opacity=".55" />
  }
}
