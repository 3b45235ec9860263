import type { PlainDate } from '@/lib/domain/plain-date'
import type { DayRuler as DayMeasure, Ruler } from '@/lib/domain/ruler'
import { rulerText } from '@/lib/i18n/ruler-text'
import type { Translator } from '@/lib/i18n/translator'
import { Bracket, LEFT, trackOf, WIDTH, x } from './clock-ruler'
import { EXPIRY_SHOWN, Expiry, MonthsPast, StartAhead } from './measure-ahead'
import { Bar, Beyond, Break, DayText, MONTH, MONTH_PITCH, MONTHS_SHOWN, Notch } from './measure-marks'

type Kind<K extends Ruler['kind']> = Extract<Ruler, { kind: K }>
type Drawn = Exclude<Ruler, { kind: 'clock' | 'meetings' }>

/** Day of the ruler a set day stands at; what lies before it is broken. */
const SET_AT = 6
/** Last day drawn, where the date beside it needs its room. */
const LAST_DAY = 20

/** Whether a fact that is no clock can be drawn at the scale of the column. */
export const isDrawn = (ruler: Ruler | null): ruler is Drawn => {
  switch (ruler?.kind) {
    case 'issueDue':
    case 'factorDue':
    case 'planFinish':
    case 'planSubmit':
    case 'toleranceDue':
    case 'rejected':
      return ruler.late > -SET_AT
    case 'plannedStart':
      return ruler.redAt <= MONTHS_SHOWN
    case 'enrolment':
    case 'talks':
      return ruler.redAt < MONTHS_SHOWN
    case 'startAhead':
      return ruler.left <= LAST_DAY
    case 'expires':
      return ruler.left <= EXPIRY_SHOWN
    case 'progress':
    case 'verified':
    case 'noPlan':
      return true
    default:
      return false
  }
}

/** What speaks for a row in which no clock does, drawn as a ruler: a set day, a share, days without news, months. */
export function MeasureRuler({ ruler, today, t }: { ruler: Drawn; today: PlainDate; t: Translator }) {
  return (
    <svg
      width={WIDTH}
      height="20"
      viewBox={`0 0 ${WIDTH} 20`}
      role="img"
      aria-label={rulerText(ruler, today, t)}
      className="block"
    >
      <Marks ruler={ruler} today={today} t={t} />
    </svg>
  )
}

function Marks({ ruler, today, t }: { ruler: Drawn; today: PlainDate; t: Translator }) {
  switch (ruler.kind) {
    case 'progress':
      return <Share ruler={ruler} />
    case 'verified':
      return <Age ruler={ruler} unit={t('level.ruler.dayUnit')} />
    case 'noPlan':
      return <NoPlan ruler={ruler} />
    case 'plannedStart':
      return <Months ruler={ruler} today={today} />
    case 'startAhead':
      return <StartAhead ruler={ruler} today={today} />
    case 'enrolment':
    case 'talks':
      return <MonthsPast ruler={ruler} unit={t('level.ruler.monthUnit')} />
    case 'expires':
      return <Expiry ruler={ruler} unit={t('level.ruler.dayUnit')} />
    default:
      return <SetDay ruler={ruler} today={today} />
  }
}

function SetDay({ ruler, today }: { ruler: DayMeasure; today: PlainDate }) {
  const { late, redAt, level } = ruler
  const red = SET_AT + (redAt ?? 0)
  const end = Math.min(LAST_DAY, Math.max(red, SET_AT + late))
  return (
    <>
      <path d={trackOf(end)} fill="var(--rl-track)" />
      <Bar to={x(SET_AT + Math.min(late, 0))} />
      <Break at={17} />
      {late > 0 && <Beyond from={x(SET_AT)} to={x(Math.min(LAST_DAY, SET_AT + late))} level={level} />}
      {late < 0 && <Beyond from={x(SET_AT + late)} to={x(SET_AT)} level="BLUE" />}
      <Notch at={x(SET_AT)} />
      {redAt !== null && red <= LAST_DAY && (
        <>
          {late > redAt && <Bracket at={x(red)} stroke="var(--surface-card)" width={5} />}
          <Bracket at={x(red)} stroke={late > redAt ? 'var(--red-solid)' : 'var(--text-tertiary)'} width={1.6} dashed />
        </>
      )}
      {SET_AT + late > LAST_DAY && <Break at={136} />}
      <DayText on={ruler.on} today={today} />
    </>
  )
}

/** Pixels of one per cent, and of a hundred. */
const PERCENT = 1.53
const shareAt = (hundredths: number): number => LEFT + Math.max(0, Math.min(hundredths / 100, 100)) * PERCENT

function Share({ ruler: { planned, actual, level } }: { ruler: Kind<'progress'> }) {
  return (
    <>
      <path d={`M${LEFT} 9H${shareAt(10_000)}v2H${LEFT}z`} fill="var(--rl-track)" />
      <Bar to={shareAt(Math.min(actual, planned))} />
      {actual < planned && <Beyond from={shareAt(actual)} to={shareAt(planned)} level={level} />}
      <Notch at={shareAt(planned)} />
      <text x="163" y="14.5" className="ruler-text">
        %
      </text>
    </>
  )
}

/** Days without news are hollow: nothing is known of them. */
const CELLS_SHOWN = 30

function Age({ ruler: { days, blueAt, yellowAt }, unit }: { ruler: Kind<'verified'>; unit: string }) {
  const pitch = Math.max(days, yellowAt) > 20 ? 5 : 7
  const at = (day: number) => LEFT + Math.min(day, CELLS_SHOWN) * pitch
  const worse = days >= yellowAt ? 'var(--yellow-border)' : 'var(--blue-solid)'
  return (
    <>
      <path d={`M${LEFT} 9H${at(Math.max(days, yellowAt))}v2H${LEFT}z`} fill="var(--rl-track)" />
      {Array.from({ length: Math.min(days, CELLS_SHOWN) }, (_, day) => (
        <rect
          key={`d${day.toString()}`}
          x={at(day) + 0.8}
          y="7"
          width={pitch - 1.6}
          height="6"
          fill="var(--surface-card)"
          stroke={day < blueAt ? 'var(--text-tertiary)' : worse}
        />
      ))}
      <Notch at={at(blueAt)} />
      <Bracket at={at(yellowAt)} stroke="var(--text-tertiary)" width={1.6} dashed />
      {days > CELLS_SHOWN && <Break at={146} />}
      <text x={at(Math.max(days, yellowAt)) + 8} y="14.5" className="ruler-text">
        {unit}
      </text>
    </>
  )
}

/** Days nobody planned: a dashed box, with the day it warned and the day it turns. */
function NoPlan({ ruler: { days, blueAt, yellowAt } }: { ruler: Kind<'noPlan'> }) {
  return (
    <>
      <path d={trackOf(Math.max(days, yellowAt))} fill="var(--rl-track)" />
      {days > 0 && (
        <rect
          x={LEFT + 0.5}
          y="6.5"
          width={Math.max(3, x(days) - LEFT - 1)}
          height="7"
          fill="var(--surface-card)"
          stroke="var(--text-primary)"
          strokeDasharray="2.5 2"
        />
      )}
      <Notch at={x(blueAt)} />
      <Bracket at={x(yellowAt)} stroke="var(--text-tertiary)" width={1.6} dashed />
    </>
  )
}

/** One box for every month end that may pass, filled once it has. */
function Months({ ruler, today }: { ruler: Kind<'plannedStart'>; today: PlainDate }) {
  return (
    <>
      {Array.from({ length: ruler.redAt }, (_, month) => (
        <g key={`m${month.toString()}`}>
          <rect
            x={LEFT + month * MONTH_PITCH + 0.5}
            y="5.5"
            width={MONTH - 1}
            height="9"
            fill="var(--surface-card)"
            stroke="var(--line-control)"
          />
          {month < ruler.monthEnds && (
            <Beyond
              from={LEFT + month * MONTH_PITCH - 1}
              to={LEFT + month * MONTH_PITCH + MONTH}
              level={ruler.level === 'RED' ? 'RED' : 'YELLOW'}
            />
          )}
        </g>
      ))}
      <Notch at={LEFT} />
      <DayText on={ruler.on} today={today} />
    </>
  )
}
