import { Lamp } from '@/components/level/lamp'
import { ProcedureName } from '@/components/procedure/procedure-name'
import { Flag } from '@/components/ui/icons'
import { markup } from '@/components/ui/markup'
import { type PlainDate, weekdayOf } from '@/lib/domain/plain-date'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn, markedText } from '@/lib/i18n/day'
import { aheadOf, targetOf } from '@/lib/i18n/forecast-text'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { itemName, shortItemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { ForecastLine, ProjectForecast } from '@/lib/schemas/forecast'
import type { ForecastProps } from './props'

const TOP = 40
const ROW = 34
/** Width the days share, and the widest and narrowest a day gets. */
const ROOM = 640
const WIDEST = 15
const NARROWEST = 6
/** Room right of the last day for what is said of it. */
const TAIL = 152
/** Pixels the dates of two weeks need between them. */
const DATE_ROOM = 56

type Row =
  | Readonly<{ kind: 'group'; name: 'line' | 'slack'; n: number }>
  | Readonly<{ kind: 'item'; item: ForecastLine; critical: boolean }>
  | Readonly<{ kind: 'goal' }>

/** What decides the start, in a chain; the milestone; then what may slip, with how far 开工预计图. */
export function ForecastChart({ forecast, today, locale }: ForecastProps) {
  const t = translator(locale)
  const { line, slack, axis } = forecast
  const goal = aheadOf(forecast)
  const target = targetOf(forecast)
  const rows: Row[] = [
    { kind: 'group', name: 'line', n: line.length },
    ...line.map((item): Row => ({ kind: 'item', item, critical: true })),
    { kind: 'goal' },
    ...(slack.length > 0 ? [{ kind: 'group' as const, name: 'slack' as const, n: slack.length }] : []),
    ...slack.map((item): Row => ({ kind: 'item', item, critical: false })),
  ]
  const day = Math.max(NARROWEST, Math.min(WIDEST, ROOM / Math.max(1, axis.length)))
  const indexOf = (on: PlainDate) => {
    const at = axis.findIndex((one) => one >= on)
    return at === -1 ? axis.length : at
  }
  const right = (on: PlainDate) => Math.min(axis.length, indexOf(on) + 1) * day
  const now = right(today)
  const width = axis.length * day + TAIL
  const height = TOP + rows.length * ROW + 6
  const every = Math.max(1, Math.ceil(DATE_ROOM / (day * 5)))
  const mondays = axis.filter((on, i) => i > 0 && weekdayOf(on) < weekdayOf(axis[i - 1] ?? on))
  const yOf = (i: number) => TOP + i * ROW
  const ends = ({ finish }: ForecastLine, from: number) => finish !== null && Math.abs(right(finish.on) - from) < day
  const fromOf = (item: ForecastLine) => Math.max(now, item.start ? right(item.start.on) : now)
  return (
    <div className="grid grid-cols-[var(--col-gantt)_minmax(0,1fr)] border-t border-control">
      <div style={{ paddingTop: TOP }}>
        {rows.map((row) =>
          row.kind === 'group' ? (
            <div key={row.name} className="-ml-2 flex h-[34px] items-center gap-2 bg-zebra px-2">
              <b>
                {row.name === 'line'
                  ? t(`forecast.line.${forecast.to}`, { n: row.n })
                  : t('forecast.slack', { n: row.n })}
              </b>
              <span className="truncate text-sm text-ink-3">
                {t(row.name === 'line' ? 'forecast.lineHint' : 'forecast.slackHint')}
              </span>
            </div>
          ) : row.kind === 'goal' ? (
            <div key="goal" className="flex h-[34px] items-center gap-2 border-t border-control">
              <Flag size={14} aria-hidden="true" className="text-ink-3" />
              <b>{t(target === 'START' ? 'forecast.start' : 'forecast.production')}</b>
            </div>
          ) : (
            <div key={row.item.id} className="flex h-[34px] items-center gap-1.5 pr-3 whitespace-nowrap">
              <span className="w-(--col-lamp-quiet) flex-none">
                <Lamp level={row.item.level} quiet t={t} />
              </span>
              <ProcedureName
                line={row.item}
                title={itemName(row.item, locale)}
                className={row.critical ? 'min-w-0 flex-1 truncate font-semibold' : 'min-w-0 flex-1 truncate'}
              >
                {shortItemName(row.item, locale)}
              </ProcedureName>
              <span
                lang={languageOf(agencyText(row.item.agency, locale), locale)}
                className="max-w-24 flex-none truncate text-xs text-ink-3"
              >
                {agencyText(row.item.agency, locale)}
              </span>
            </div>
          ),
        )}
      </div>
      <section
        tabIndex={0}
        className="overflow-x-auto overflow-y-hidden"
        aria-label={t('forecast.chartLabel')}
        {...markup(
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={t('forecast.chartLabel')}
            className="block"
          >
            {mondays.map((on, i) => {
              const x = indexOf(on) * day
              return (
                <g key={on}>
                  <rect x={x - 0.5} y={TOP} width="1" height={height - TOP} fill="var(--surface-thead)" />
                  {i % every === 0 && Math.abs(x - now) > 52 && (
                    <text x={x} y="30" className="ruler-text">
                      {on.slice(5)}
                    </text>
                  )}
                </g>
              )
            })}
            {rows.map((row, i) => {
              const y = yOf(i)
              if (row.kind === 'group')
                return <rect key={row.name} x="0" y={y} width={width} height={ROW} fill="var(--surface-zebra)" />
              if (row.kind === 'goal') return <Goal key="goal" {...{ forecast, y, right, width, today, locale }} />
              const { item, critical } = row
              const from = fromOf(item)
              // The nearest one above that ends where this one begins; what runs beside it is no part of the link.
              const at = line.findIndex((one) => one.code === item.code)
              const before = critical && item.start ? line.slice(0, at).findLastIndex((one) => ends(one, from)) : -1
              const above = line[before]?.finish
              const linked = above ? `M${right(above.on)} ${yOf(before + 1) + 17}V${y + 17}H${from}` : null
              return (
                <g key={item.id}>
                  {linked && <path d={linked} fill="none" stroke="var(--rl-crit)" />}
                  <Bars
                    {...{ item, critical, y, day, right, now, axis }}
                    from={from}
                    words={t('forecast.left', { n: item.slack ?? 0 })}
                  />
                </g>
              )
            })}
            <path d={`M${now} 32V${height}`} stroke="var(--text-primary)" />
            <rect x={Math.max(0, now - 38)} y="12" width="76" height="20" rx="3" fill="var(--rl-crit)" />
            <text
              x={Math.max(38, now)}
              y="26.5"
              fontSize="12"
              fontWeight="600"
              textAnchor="middle"
              fill="var(--surface-card)"
            >
              {t('forecast.today', { day: dayIn(today, today) })}
            </text>
            {goal.on && (
              <path
                d={`M${right(goal.on.on)} ${yOf(line.length)}V${yOf(line.length + 1) + 8}`}
                stroke="var(--rl-crit)"
                strokeDasharray="2 2"
              />
            )}
          </svg>,
        )}
      />
    </div>
  )
}

/** What one procedure did, is foreseen to do, and would do in the trial; then how far it may slip. */
function Bars({
  item,
  critical,
  y,
  day,
  right,
  now,
  from,
  axis,
  words,
}: {
  item: ForecastLine
  critical: boolean
  y: number
  day: number
  right: (on: PlainDate) => number
  now: number
  from: number
  axis: readonly PlainDate[]
  words: string
}) {
  const ink = critical ? 'var(--rl-crit)' : 'var(--rl-done)'
  const end = item.finish ? right(item.finish.on) : null
  const begun = item.since ? (item.since < (axis[0] ?? item.since) ? 0 : right(item.since)) : null
  const slackEnd = end !== null && item.slack ? Math.min(end + item.slack * day, axis.length * day) : null
  const moved = item.tried?.finish && item.tried.days !== 0 ? item.tried : null
  const triedFrom = moved ? Math.max(now, moved.start ? right(moved.start.on) : now) : 0
  return (
    <>
      {begun !== null && begun < now && (
        <rect
          x={begun}
          y={y + (item.overdue ? 9 : 11)}
          width={Math.max(3, now - begun)}
          height={item.overdue ? 13 : 9}
          fill={item.overdue && item.level === 'RED' ? 'var(--red-solid)' : item.overdue ? 'url(#hatch-yellow)' : ink}
        />
      )}
      {end !== null && (
        <rect
          x={from + 0.75}
          y={y + 12.5}
          width={Math.max(4, end - from - 1.5)}
          height="8"
          fill="var(--surface-card)"
          stroke={ink}
          strokeWidth="1.5"
          strokeDasharray="3 2"
        />
      )}
      {moved?.finish && (
        <rect
          x={triedFrom}
          y={y + 24}
          width={Math.max(4, right(moved.finish.on) - triedFrom)}
          height="4"
          fill="var(--rl-crit)"
        />
      )}
      {!critical && slackEnd !== null && end !== null && (
        <>
          <path d={`M${end} ${y + 16.5}H${slackEnd}M${slackEnd} ${y + 12.5}v8`} stroke="var(--rl-done)" fill="none" />
          <text
            x={slackEnd + 5}
            y={y + 20.5}
            fontSize="12"
            fill="var(--text-secondary)"
            paintOrder="stroke"
            stroke="var(--surface-card)"
            strokeWidth="4"
          >
            {words}
          </text>
        </>
      )}
    </>
  )
}

/** The milestone: the plan solid, what is foreseen dashed, what was tried in ink. */
function Goal({
  forecast,
  y,
  right,
  width,
  today,
  locale,
}: {
  forecast: ProjectForecast
  y: number
  right: (on: PlainDate) => number
  width: number
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { plannedOn, on, tried } = aheadOf(forecast)
  const last = forecast.axis.at(-1) ?? today
  const marks = [
    plannedOn && plannedOn >= today && plannedOn <= last
      ? { at: plannedOn, kind: 'plan' as const, provisional: false }
      : null,
    on && on.on <= last ? { at: on.on, kind: 'now' as const, provisional: on.provisional } : null,
    tried && tried.days !== 0 && tried.to <= last
      ? { at: tried.to, kind: 'tried' as const, provisional: tried.provisional }
      : null,
  ].filter((mark) => mark !== null)
  const said = [...marks].sort((a, b) => (a.at < b.at ? -1 : 1))
  const [first, latest] = [said[0], said.at(-1)]
  const words = ({ at, kind, provisional }: (typeof marks)[number]) =>
    markedText(t(`forecast.${kind}Mark`, { day: dayIn(at, today) }), provisional, t)
  return (
    <g>
      <rect x="0" y={y} width={width} height="1" fill="var(--line-control)" />
      {marks.map(({ at, kind }) => (
        <path
          key={kind}
          d={`M${right(at) - 6} ${y + 12}l6-6 6 6-6 6z`}
          fill={kind === 'now' ? 'var(--surface-card)' : 'var(--rl-crit)'}
          stroke="var(--rl-crit)"
          strokeWidth="1.5"
          strokeDasharray={kind === 'now' ? '2.4 1.6' : undefined}
        />
      ))}
      {latest && (
        <text
          x={Math.min(width - 8, right(latest.at) + 12)}
          y={y + 16.5}
          fontSize="12"
          fontWeight="600"
          fill="var(--text-primary)"
          textAnchor="start"
        >
          {words(latest)}
        </text>
      )}
      {said.length > 1 && first && (
        <text
          x={right(first.at) - 10}
          y={y + 16.5}
          fontSize="12"
          fontWeight="600"
          fill="var(--text-primary)"
          textAnchor="end"
        >
          {words(first)}
        </text>
      )}
    </g>
  )
}

/** What the bars mean. */
export function ForecastLegend({ tried, locale }: { tried: boolean; locale: Locale }) {
  const t = translator(locale)
  return (
    <ul className="flex flex-wrap items-center gap-3.5 text-xs text-ink-3 [&>li]:inline-flex [&>li]:items-center [&>li]:gap-1.5">
      <li>
        <svg width="18" height="11" aria-hidden="true">
          <rect width="18" height="11" fill="var(--red-solid)" />
        </svg>
        {t('forecast.legend.over')}
      </li>
      <li>
        <svg width="18" height="9" aria-hidden="true">
          <rect
            x=".75"
            y=".75"
            width="16.5"
            height="7.5"
            fill="none"
            stroke="var(--rl-crit)"
            strokeWidth="1.5"
            strokeDasharray="3 2"
          />
        </svg>
        {t('forecast.legend.ahead')}
      </li>
      {tried && (
        <li>
          <svg width="18" height="4" aria-hidden="true">
            <rect width="18" height="4" fill="var(--rl-crit)" />
          </svg>
          {t('forecast.legend.tried')}
        </li>
      )}
      <li>
        <svg width="18" height="9" aria-hidden="true">
          <path d="M0 4.5h17.5M17.5 .5v8" stroke="var(--rl-done)" fill="none" />
        </svg>
        {t('forecast.legend.slack')}
      </li>
    </ul>
  )
}
