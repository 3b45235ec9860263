import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { ChevronDown, ChevronRight, Flag } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { markup } from '@/components/ui/markup'
import { monthNumberOf, type PlainDate, weekdayOf, yearOf } from '@/lib/domain/plain-date'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn } from '@/lib/i18n/day'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { shortItemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { ProcedureLine, ProjectDetail } from '@/lib/schemas/project-detail'
import { Bars, CriticalLinks, DAY, PAD } from './gantt-bars'
import { GanttKeys } from './gantt-keys'
import { type Lane, lanesOf } from './lanes'
import { ProcedureName } from './procedure-name'

const ROW = 30
const TOP = 40
/** Days a week needs to print its date. */
const SHORT_WEEK = 5
/** Pixels a letter of a name takes, and what a name shares with its agency. */
const LETTER: Readonly<Record<Locale, number>> = { 'zh-CN': 14, en: 7.4 }
const ROOM: Readonly<Record<Locale, number>> = { 'zh-CN': 204, en: 272 }
/** Pixels of an A3 page across and down that a printed chart has, and of the names beside it. */
const PRINTED = { across: 1420, down: 930, names: { 'zh-CN': 264, en: 356 } } as const
/** Pixels a letter of an agency takes; agencies are named in Chinese. */
const AGENCY_LETTER = 12

type Line =
  | Readonly<{ kind: 'lane'; lane: Lane; open: boolean }>
  | Readonly<{ kind: 'item'; item: ProcedureLine }>
  | Readonly<{ kind: 'start' }>

/** Procedures over working days 甘特: what was done, what stands, what is planned and what is forecast. */
export function Gantt({
  project,
  today,
  all,
  toggle,
  locale,
}: {
  project: ProjectDetail
  today: PlainDate
  all: boolean
  toggle: '?all=1' | '?'
  locale: Locale
}) {
  const t = translator(locale)
  const lanes = lanesOf(project.procedures)
  const lines: Line[] = lanes.flatMap((lane): Line[] => {
    const open = all || lane.finished < lane.total
    return [{ kind: 'lane', lane, open }, ...(open ? lane.lines.map((item): Line => ({ kind: 'item', item })) : [])]
  })
  const start = project.milestones.find((m) => m.kind === 'START')
  if (start && (start.plannedOn || project.constructionStart)) lines.push({ kind: 'start' })
  const { axis } = project
  // A day off belongs to the working day after it.
  const indexOf = (day: PlainDate) => {
    let [low, high] = [0, axis.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((axis[middle] ?? day) < day) low = middle + 1
      else high = middle
    }
    return low
  }
  const left = (day: PlainDate) => PAD + indexOf(day) * DAY
  const right = (day: PlainDate) => PAD + Math.min(axis.length, indexOf(day) + 1) * DAY
  const width = PAD * 2 + axis.length * DAY + 130
  const height = TOP + lines.length * ROW + 6
  const nowX = right(today)
  /** Half the flag that says today. */
  const nowHalf = locale === 'en' ? 40 : 34
  // A page neither cuts a chart nor carries it over.
  const zoom = Math.min(1, PRINTED.down / height, PRINTED.across / (PRINTED.names[locale] + width))
  return (
    <div
      style={{ '--print-zoom': zoom.toFixed(3) } as React.CSSProperties}
      className="grid grid-cols-[var(--col-gantt)_minmax(0,1fr)] border-t border-control print:[zoom:var(--print-zoom)]"
    >
      <div style={{ paddingTop: TOP }}>
        {lines.map((line) =>
          line.kind === 'lane' ? (
            <div
              key={line.lane.stage}
              className="-ml-8 flex h-[30px] items-center gap-1.5 border-t border-divider bg-zebra pr-3 pl-3"
            >
              {line.open ? (
                <ChevronDown size={14} aria-hidden="true" className="text-ink-3" />
              ) : (
                <ChevronRight size={14} aria-hidden="true" className="text-ink-3" />
              )}
              <b className="flex-1 truncate">{t(`procedure.stage.${line.lane.stage}`)}</b>
              {!line.open && (
                <Link href={toggle} scroll={false} className="no-print text-xs text-link">
                  {t('projectPage.allLanes')}
                </Link>
              )}
              <span className="text-ink-3">
                {line.lane.finished}/{line.lane.total}
              </span>
            </div>
          ) : line.kind === 'item' ? (
            <div key={line.item.id} className="flex h-[30px] items-center gap-1.5 pr-3 whitespace-nowrap">
              <span className="w-(--col-lamp-quiet) flex-none">
                <Lamp level={line.item.level} quiet t={t} />
              </span>
              <ProcedureName
                line={line.item}
                title={nameOf(line.item, locale)}
                className={clsx(
                  'min-w-0 flex-1',
                  isLong(line.item, locale) ? 'line-clamp-2 text-[12px] leading-[14px] whitespace-normal' : 'truncate',
                  line.item.critical && 'font-semibold',
                )}
              >
                {shortItemName(line.item, locale)}
              </ProcedureName>
              <span
                lang={languageOf(agencyText(line.item.agency, locale), locale)}
                className="max-w-24 flex-none truncate text-xs text-ink-3"
              >
                {agencyText(line.item.agency, locale)}
              </span>
            </div>
          ) : (
            <div key="start" className="-ml-8 flex h-[30px] items-center gap-1.5 border-t border-control pr-3 pl-3">
              <Flag size={14} aria-hidden="true" className="text-ink-3" />
              <b className="flex-1">{t('project.milestone.START')}</b>
              {start?.plannedOn && (
                <span className="text-xs text-ink-3">
                  {t('projectPage.planned', { day: dayIn(start.plannedOn, today) })}
                </span>
              )}
            </div>
          ),
        )}
      </div>
      <section
        tabIndex={0}
        className="overflow-x-auto overflow-y-hidden"
        aria-label={t('projectPage.ganttLabel')}
        {...markup(
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={t('projectPage.ganttLabel')}
            className="block"
          >
            {axis.map((day, i) => {
              const before = axis[i - 1]
              const opensWeek = i === 0 || opens(day, before)
              const opensMonth = i === 0 || (before !== undefined && monthNumberOf(day) !== monthNumberOf(before))
              if (!opensWeek && !opensMonth) return null
              const x = PAD + i * DAY
              const hidden = Math.abs(x - nowX) < 44
              // A first week of a day or two has no room for its date beside the next one.
              const cramped = i === 0 && axis.slice(1, SHORT_WEEK).some((d, j) => opens(d, axis[j]))
              return (
                <g key={day}>
                  {opensWeek && (
                    <rect x={x - 0.5} y={TOP} width="1" height={height - TOP - 6} fill="var(--surface-thead)" />
                  )}
                  {opensWeek && !hidden && !cramped && (
                    <text x={x} y="32" className="ruler-text">
                      {String(monthNumberOf(day)).padStart(2, '0')}-{day.slice(8)}
                    </text>
                  )}
                  {opensMonth && !hidden && (
                    <text x={x} y="13" fontSize="12" fontWeight="600" fill="var(--text-secondary)">
                      {yearOf(day) === yearOf(today)
                        ? t('projects.monthOnly', { month: monthNumberOf(day) })
                        : day.slice(0, 7)}
                    </text>
                  )}
                </g>
              )
            })}
            {project.openFrom && (
              <text
                x={left(project.openFrom) + (yearOf(project.openFrom) === yearOf(today) ? 34 : 58)}
                y="13"
                className="ruler-text"
              >
                {t('level.provisional')}
                <title>{t('level.provisionalHint')}</title>
              </text>
            )}
            {lines.map((line, i) => {
              const y = TOP + i * ROW
              if (line.kind === 'lane')
                return (
                  <g key={line.lane.stage}>
                    <rect x="0" y={y} width={width} height={ROW} fill="var(--surface-zebra)" />
                    <rect x="0" y={y} width={width} height="1" fill="var(--line-divider)" />
                    {!line.open && (
                      <LastFinished lane={line.lane} y={y} first={axis[0]} today={today} locale={locale} />
                    )}
                  </g>
                )
              if (line.kind === 'item')
                return (
                  <Bars
                    key={line.item.id}
                    item={line.item}
                    y={y}
                    today={today}
                    axis={axis}
                    left={left}
                    right={right}
                    locale={locale}
                  />
                )
              const predicted = project.constructionStart?.on
              const markX = predicted ? left(predicted) : 0
              const inSight = (day: PlainDate) => day >= (axis[0] ?? day) && day <= (axis.at(-1) ?? day)
              return (
                <g key="start">
                  <rect x="0" y={y} width={width} height="1" fill="var(--line-control)" />
                  {start?.plannedOn && inSight(start.plannedOn) && (
                    <rect x={left(start.plannedOn)} y={y + 8} width="2" height="14" fill="var(--text-primary)" />
                  )}
                  {predicted && inSight(predicted) && (
                    <>
                      <path
                        d={`M${markX} ${y + 15}l6-6 6 6-6 6z`}
                        fill="var(--surface-card)"
                        stroke="var(--rl-crit)"
                        strokeWidth="1.5"
                        strokeDasharray="2.4 1.6"
                      />
                      <text x={markX + 18} y={y + 19} fontSize="12" fontWeight="600" fill="var(--text-primary)">
                        {start?.forecast
                          ? t('projectPage.forecast', { day: dayIn(predicted, today), n: start.lateWd })
                          : `${t('projectPage.forecastStart')} ${dayIn(predicted, today)}`}
                        {project.constructionStart?.provisional && ` ${t('level.provisional')}`}
                      </text>
                    </>
                  )}
                </g>
              )
            })}
            <CriticalLinks
              rows={lines.flatMap((line, i) => (line.kind === 'item' ? [{ item: line.item, y: TOP + i * ROW }] : []))}
              today={today}
              left={left}
              right={right}
            />
            <path d={`M${nowX} 36V${height}`} stroke="var(--text-primary)" strokeWidth="1" />
            <rect x={nowX - nowHalf} y="0" width={nowHalf * 2} height="20" rx="3" fill="var(--rl-crit)" />
            <text x={nowX} y="14.5" fontSize="12" fontWeight="600" textAnchor="middle" fill="var(--surface-card)">
              {t('projectPage.today', { day: dayIn(today, today) })}
            </text>
            <path d={`M${nowX - 5} 20h10l-5 6z`} fill="var(--rl-crit)" />
          </svg>,
        )}
      />
      <GanttKeys />
    </div>
  )
}

/** A new week begins where the weekday falls back. */
const opens = (day: PlainDate, before: PlainDate | undefined): boolean =>
  before !== undefined && weekdayOf(day) < weekdayOf(before)

const nameOf = (line: ProcedureLine, locale: Locale): string => (locale === 'en' ? line.nameEn : line.nameZh)

/** Whether a name needs two smaller lines of its row, beside its agency. */
const isLong = (line: ProcedureLine, locale: Locale): boolean =>
  shortItemName(line, locale).length * LETTER[locale] >
  ROOM[locale] - Math.min(8, agencyText(line.agency, locale).length) * AGENCY_LETTER

/** How a finished lane ended, so that it need not be opened for that. */
function LastFinished({
  lane,
  y,
  first,
  today,
  locale,
}: {
  lane: Lane
  y: number
  first: PlainDate | undefined
  today: PlainDate
  locale: Locale
}) {
  const ended = lane.lines.filter((line) => line.finishedOn)
  const last = ended.reduce((a, b) => ((a?.finishedOn ?? '') < (b.finishedOn ?? '') ? b : a), ended[0])
  if (!last?.finishedOn) return null
  const gone = first !== undefined && last.finishedOn < first
  return (
    <text x={PAD} y={y + 19} fontSize="12" fill="var(--text-tertiary)">
      {gone && '◂ '}
      {dayIn(last.finishedOn, today)} {nameOf(last, locale)}
    </text>
  )
}
