import type { PlainDate } from '@/lib/domain/plain-date'
import { FINISHED_STATES } from '@/lib/domain/procedure-move'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { lateness } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { ProcedureLine } from '@/lib/schemas/project-detail'

/** Width of a working day and room at the edges of the drawing, in pixels. */
export const DAY = 9.1
export const PAD = 6

type Place = (day: PlainDate) => number

/** Where its bar begins and ends, as far as that is known or foreseen; what is foreseen lies right of today's line. */
function spanOf(item: ProcedureLine, today: PlainDate, left: Place, right: Place) {
  const ahead = item.forecastStartOn && Math.max(left(item.forecastStartOn), right(today))
  const end = item.finishedOn ?? item.forecastFinishOn ?? (item.startedOn ? today : null)
  return { from: item.startedOn ? left(item.startedOn) : ahead, ahead, to: end && right(end) }
}

/** How the critical path 关键线路 runs on: from the item that ends last of those a critical item waits for. */
export function CriticalLinks({
  rows,
  today,
  left,
  right,
}: {
  /** Items in sight with the top of their row. */
  rows: readonly Readonly<{ item: ProcedureLine; y: number }>[]
  today: PlainDate
  left: Place
  right: Place
}) {
  const byCode = new Map(rows.map((row) => [row.item.code, row]))
  const links = rows.flatMap(({ item, y }) => {
    const { from } = spanOf(item, today, left, right)
    if (!item.critical || from === null) return []
    const before = item.predecessors
      .flatMap((code) => byCode.get(code) ?? [])
      .flatMap((row) => {
        const { to } = spanOf(row.item, today, left, right)
        return to === null ? [] : [{ y: row.y, to }]
      })
      .reduce<{ y: number; to: number } | null>((a, b) => (a && a.to >= b.to ? a : b), null)
    // One that began before the other ended was not held up by it.
    return before === null || from < before.to - DAY
      ? []
      : [{ code: item.code, path: `M${before.to} ${before.y + 12.5}V${y + 12.5}H${from}` }]
  })
  return links.map(({ code, path }) => <path key={code} d={path} fill="none" stroke="var(--rl-crit)" />)
}

/** What one procedure did, does, plans and is expected to do. */
export function Bars({
  item,
  y,
  today,
  axis,
  left,
  right,
  locale,
}: {
  item: ProcedureLine
  y: number
  today: PlainDate
  axis: readonly PlainDate[]
  left: Place
  right: Place
  locale: Locale
}) {
  const t = translator(locale)
  const fill = item.critical ? 'var(--rl-crit)' : 'var(--rl-done)'
  const first = axis[0] ?? today
  const last = axis.at(-1) ?? today
  const began = item.startedOn
  const end = item.finishedOn ?? (began ? today : null)
  const over = item.level === 'YELLOW' || item.level === 'RED'
  const finished = FINISHED_STATES.has(item.state)
  const ahead = spanOf(item, today, left, right).ahead ?? right(today) + 1
  const planFrom = item.planSubmitOn ?? item.planFinishOn
  const planShown = planFrom !== null && item.planFinishOn && item.planFinishOn >= first && planFrom <= last
  const pastShown = began && end && end >= first
  const aheadShown = item.forecastFinishOn && item.forecastFinishOn > today && (item.forecastStartOn ?? today) <= last
  const unseen = planShown || pastShown || aheadShown ? null : beyond(item, first, last)
  return (
    <g>
      {unseen && (
        <Beside x={unseen.side === 'before' ? PAD : right(today) + 6} y={y}>
          {[
            unseen.side === 'before' ? '◂' : '▸',
            unseen.kind === 'done'
              ? dayIn(unseen.on, today)
              : unseen.kind === 'plan'
                ? t('projectPage.planned', { day: dayIn(unseen.on, today) })
                : `${t('projectPage.foreseen')} ${dayIn(unseen.on, today)}${item.provisional ? ` ${t('level.provisional')}` : ''}`,
          ].join(' ')}
        </Beside>
      )}
      {planShown && planFrom && item.planFinishOn && (
        <g>
          <rect
            x={left(planFrom)}
            y={y + 21}
            width={Math.max(2, right(item.planFinishOn) - left(planFrom))}
            height="2"
            fill="var(--rl-done)"
          />
          <path
            d={`M${left(planFrom) + 0.5} ${y + 19}v5M${right(item.planFinishOn) - 0.5} ${y + 19}v5`}
            stroke="var(--rl-done)"
          />
        </g>
      )}
      {pastShown && (
        <rect x={left(began)} y={y + 8} width={Math.max(3, right(end) - left(began))} height="9" fill={fill} />
      )}
      {began &&
        item.pauses
          .filter((pause) => (pause.to ?? today) >= first)
          .map((pause) => (
            <rect
              key={pause.from}
              x={right(pause.from)}
              y={y + 8.5}
              width={Math.max(2, right(pause.to ?? today) - right(pause.from))}
              height="8"
              fill="url(#hatch-pause)"
              stroke="var(--rl-done)"
            />
          ))}
      {began &&
        !finished &&
        over &&
        item.clock &&
        item.clock.promised !== null &&
        item.clock.used > item.clock.promised && (
          <rect
            x={Math.max(PAD, right(today) - (item.clock.used - item.clock.promised) * DAY)}
            y={y + 6.5}
            width={Math.min(right(today) - PAD, (item.clock.used - item.clock.promised) * DAY)}
            height="12"
            fill={item.level === 'RED' ? 'var(--red-solid)' : 'url(#hatch-yellow)'}
            stroke={item.level === 'RED' ? 'var(--red-solid)' : 'var(--yellow-border)'}
          />
        )}
      {aheadShown && item.forecastFinishOn && (
        <rect
          x={ahead + 0.75}
          y={y + 8.75}
          width={Math.max(4, right(item.forecastFinishOn) - ahead - 1.5)}
          height="7.5"
          fill="var(--surface-card)"
          stroke={fill}
          strokeWidth="1.5"
          strokeDasharray="3 2"
        />
      )}
      {item.finishedOn && item.finishedOn >= first && item.reason?.code === 'DONE_LATE' && (
        <Beside x={right(item.finishedOn) + 6} y={y}>
          {lateness(item.reason, locale)}
        </Beside>
      )}
      {!finished &&
        item.clock?.whose === 'AGENCY' &&
        !item.clock.paused &&
        item.clock.promised !== null &&
        item.clock.used <= item.clock.promised &&
        item.state === 'ACCEPTED' && (
          <Beside x={right(item.forecastFinishOn ?? today) + 6} y={y}>
            {t('projectPage.left', { n: item.clock.promised - item.clock.used })}
          </Beside>
        )}
    </g>
  )
}

/** Where the days of a row lie of which nothing is within the drawing: what was done, else the plan, else the forecast. */
function beyond(
  { state, finishedOn, planFinishOn, forecastFinishOn }: ProcedureLine,
  first: PlainDate,
  last: PlainDate,
): Readonly<{ kind: 'done' | 'plan' | 'foreseen'; side: 'before' | 'after'; on: PlainDate }> | null {
  if (state === 'NA') return null
  const sideOf = (day: PlainDate) => (day < first ? 'before' : day > last ? 'after' : null)
  const days = finishedOn
    ? ([['done', finishedOn]] as const)
    : ([
        ['plan', planFinishOn],
        ['foreseen', forecastFinishOn],
      ] as const)
  for (const [kind, day] of days) {
    const side = day && sideOf(day)
    if (day && side) return { kind, side, on: day }
  }
  return null
}

/** A word right of a bar, readable over whatever crosses it. */
const Beside = ({ x, y, children }: { x: number; y: number; children: string }) => (
  <text
    x={x}
    y={y + 17}
    fontSize="12"
    fill="var(--text-secondary)"
    paintOrder="stroke"
    stroke="var(--surface-card)"
    strokeWidth="4"
  >
    {children}
  </text>
)
