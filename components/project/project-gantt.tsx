import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { monthNumberOf, on, type PlainDate } from '@/lib/domain/plain-date'
import {
  type MonthAxis,
  monthAxis,
  type ProjectMilestone,
  shareOf,
  sideOf,
  standingOf,
} from '@/lib/domain/project-plan'
import { dayIn, monthOrDay } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { ProjectPage } from '@/lib/schemas/project-row'

const ROW = 40
const TOP = 44
const MONTH = 38
/** Room right of the last month for what stands beside a bar. */
const MARGIN = 146

type Milestones = ReadonlyMap<string, readonly ProjectMilestone[]>

/** The rows of the ledger over months 甘特: above what was reached, below what is planned, and what is past its day. */
export function ProjectGantt({
  page,
  milestones,
  today,
  locale,
}: {
  page: ProjectPage
  milestones: Milestones
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const days = [...milestones.values()].flat().flatMap((m) => [m.plannedOn, m.actualOn].filter((d) => d !== null))
  const axis = monthAxis(days, today)
  const width = axis.months.length * MONTH
  const height = page.rows.length * ROW
  const x = (day: PlainDate) => Math.round(shareOf(axis, day) * width)
  const names = 'sticky left-0 z-10 w-[276px] flex-none bg-card shadow-[1px_0_0_var(--line-control)] max-sm:w-40'
  return (
    <div className="w-max min-w-full">
      <div className="sticky top-0 z-20 flex border-b border-control bg-card print:static">
        <div className={names} />
        <Months axis={axis} width={width + MARGIN} now={x(today)} today={today} t={t} />
      </div>
      <div className="flex">
        <ul className={names}>
          {page.rows.map((row) => (
            <li
              key={row.id}
              className="flex h-10 items-center gap-2 border-b border-divider pr-3 pl-4 max-sm:gap-1 max-sm:pl-2 sm:pl-6"
            >
              <span className="w-(--col-lamp-quiet) flex-none">
                <Lamp level={row.level} quiet t={t} />
              </span>
              <Link
                href={`/projects/${row.id}`}
                title={row.name}
                className="two-lines flex-1 font-semibold hover:text-link max-sm:text-xs"
              >
                {row.name}
              </Link>
            </li>
          ))}
        </ul>
        <svg
          width={width + MARGIN}
          height={height}
          viewBox={`0 0 ${width + MARGIN} ${height}`}
          role="img"
          aria-label={t('projects.gantt.label', { n: page.rows.length })}
          className="block flex-none"
        >
          {axis.months.map((month, i) => (
            <rect key={month} x={i * MONTH} width="1" height={height} fill="var(--surface-thead)" />
          ))}
          {page.rows.map((row, i) => (
            <Line
              key={row.id}
              line={milestones.get(row.id) ?? []}
              y={i * ROW}
              axis={axis}
              x={x}
              width={width}
              today={today}
              t={t}
            />
          ))}
          <path data-now="" d={`M${x(today) + 0.5} 0V${height}`} stroke="var(--text-primary)" />
        </svg>
      </div>
    </div>
  )
}

/** Heading of the drawing: years, months, and where today stands. */
function Months({
  axis,
  width,
  now,
  today,
  t,
}: {
  axis: MonthAxis
  width: number
  now: number
  today: PlainDate
  t: Translator
}) {
  return (
    <svg width={width} height={TOP} viewBox={`0 0 ${width} ${TOP}`} aria-hidden="true" className="block flex-none">
      {axis.months.map((month, i) => {
        const number = monthNumberOf(on(`${month}-01`))
        const year = i === 0 || number === 1
        return (
          <g key={month}>
            <rect x={i * MONTH} y={year ? 4 : 26} width="1" height={TOP} fill="var(--line-divider)" />
            {year && Math.abs(i * MONTH + 20 - now) > 60 && (
              <text x={i * MONTH + 5} y="15" fontSize="12" fontWeight="600" fill="var(--text-secondary)">
                {month.slice(0, 4)}
              </text>
            )}
            <text x={i * MONTH + 5} y="38" className="ruler-text">
              {t('projects.monthOnly', { month: number })}
            </text>
          </g>
        )
      })}
      <rect x={now - 34} y="1" width="68" height="20" rx="3" fill="var(--rl-crit)" />
      <text x={now} y="15.5" fontSize="12" fontWeight="600" textAnchor="middle" fill="var(--surface-card)">
        {t('projectPage.today', { day: dayIn(today, today) })}
      </text>
      <path d={`M${now - 4.5} 21h10l-5 6z`} fill="var(--rl-crit)" />
      <path d={`M${now + 0.5} 26V${TOP}`} stroke="var(--text-primary)" />
    </svg>
  )
}

/** One project: a solid bar through what was reached, a thin line through what is planned, dashes since a day passed. */
function Line({
  line,
  y,
  axis,
  x,
  width,
  today,
  t,
}: {
  line: readonly ProjectMilestone[]
  y: number
  axis: MonthAxis
  x: (day: PlainDate) => number
  width: number
  today: PlainDate
  t: Translator
}) {
  const reached = line.flatMap((m) => m.actualOn ?? []).sort()
  const planned = line.flatMap((m) => m.plannedOn ?? []).sort()
  const next = line
    .filter((m) => !m.actualOn && m.plannedOn)
    .reduce<ProjectMilestone | undefined>(
      (a, b) => (a && (a.plannedOn ?? '') <= (b.plannedOn ?? '') ? a : b),
      undefined,
    )
  const standing = next && standingOf(next, today)
  const overdue = standing?.kind === 'overdue' ? standing : null
  const [firstReached, lastReached] = [reached[0], reached.at(-1)]
  const [firstPlan, lastPlan] = [planned[0], planned.at(-1)]
  const labelX = Math.max(overdue ? x(today) : 0, ...[lastPlan, lastReached].flatMap((d) => (d ? x(d) : []))) + 10
  const before = [firstReached, firstPlan].some((day) => day && sideOf(axis, day) === 'before')
  const after = lastPlan !== undefined && sideOf(axis, lastPlan) === 'after'
  return (
    <g>
      <rect y={y + ROW - 1} width={width + MARGIN} height="1" fill="var(--line-divider)" />
      {firstReached && lastReached && (
        <Span from={x(firstReached)} to={x(lastReached)} y={y + 10} height={9} ticks={reached.map(x)} ink />
      )}
      {firstPlan && lastPlan && (
        <Span from={x(firstPlan)} to={x(lastPlan)} y={y + 26} height={2} ticks={planned.map(x)} />
      )}
      {next?.plannedOn && overdue && (
        <path
          d={`M${Math.max(x(next.plannedOn), lastReached ? x(lastReached) + 2 : 0)} ${y + 14.5}H${x(today)}`}
          stroke="var(--rl-crit)"
          strokeWidth="1.5"
          strokeDasharray="3 2"
        />
      )}
      {before && <path d={`M8 ${y + 10.5}l-5 4 5 4z`} fill="var(--surface-card)" />}
      <text
        x={labelX}
        y={y + 24}
        fontSize="12"
        fill={overdue ? 'var(--text-primary)' : 'var(--text-tertiary)'}
        className={clsx(overdue && 'font-semibold')}
      >
        {after && '▸ '}
        {next?.plannedOn &&
          `${monthOrDay(next.plannedOn, next.monthOnly, today)} ${t(`project.milestone.${next.kind}`)}`}
        {overdue && ` ${t('projects.gantt.late', { n: overdue.days })}`}
        {line.length === 0 && t('projects.gantt.unplanned')}
      </text>
    </g>
  )
}

/** From the first to the last day of a kind, with a tick for each. */
function Span({
  from,
  to,
  y,
  height,
  ticks,
  ink = false,
}: {
  from: number
  to: number
  y: number
  height: number
  ticks: readonly number[]
  ink?: boolean
}) {
  return (
    <g fill="var(--rl-done)">
      <rect x={from} y={y} width={Math.max(2, to - from)} height={height} />
      {[...new Set(ticks)].map((tick) => (
        <rect
          key={tick}
          x={tick - 1}
          y={y - 3}
          width="2"
          height={height + 6}
          fill={ink ? 'var(--rl-crit)' : 'var(--rl-done)'}
        />
      ))}
    </g>
  )
}
