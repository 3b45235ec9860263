import type { PlainDate } from '@/lib/domain/plain-date'
import type { MonthsRuler, Ruler } from '@/lib/domain/ruler'
import { LEFT, trackOf, x } from './clock-ruler'
import { Bar, Beyond, Break, DayText, MONTH, MONTH_PITCH, Notch } from './measure-marks'

type Kind<K extends Ruler['kind']> = Extract<Ruler, { kind: K }>

/** From today to the planned start: the working days that are left, an open box up to the notch. */
export function StartAhead({ ruler: { on, left }, today }: { ruler: Kind<'startAhead'>; today: PlainDate }) {
  return (
    <>
      <path d={trackOf(left)} fill="var(--rl-track)" />
      {left > 0 && <Beyond from={x(0)} to={x(left)} level="BLUE" />}
      <Notch at={x(left)} />
      <DayText on={on} today={today} />
    </>
  )
}

/** Calendar days of a validity: narrower than working days, with their unit beside them. */
const DAY_WIDTH = 4.5
/** Days before its end a permit is drawn, and days past it before the ruler is broken. */
export const EXPIRY_SHOWN = 32
const PAST_SHOWN = 24
/** Where its end stands once that has passed. */
const ENDED_AT = LEFT + 30

/** What is left of a permit, an open box up to the day it ends; past that day it grows beyond the notch. */
export function Expiry({ ruler: { left, level }, unit }: { ruler: Kind<'expires'>; unit: string }) {
  const ahead = left >= 0
  const notch = ahead ? LEFT + left * DAY_WIDTH : ENDED_AT
  const end = ahead ? notch : ENDED_AT + Math.min(-left, PAST_SHOWN) * DAY_WIDTH
  return (
    <>
      <path d={`M${LEFT} 9H${end}v2H${LEFT}z`} fill="var(--rl-track)" />
      {left > 0 && (
        <rect
          x={LEFT + 0.75}
          y="5.25"
          width={Math.max(3, notch - LEFT - 2)}
          height="9.5"
          fill="var(--surface-card)"
          stroke={level === 'BLUE' ? 'var(--blue-solid)' : 'var(--yellow-border)'}
          strokeWidth="1.5"
        />
      )}
      {!ahead && (
        <>
          <Bar to={notch} />
          <Beyond from={notch} to={end} level={level} />
        </>
      )}
      <Notch at={notch} />
      {-left > PAST_SHOWN && <Break at={end - 14} />}
      <text x={end + 8} y="14.5" className="ruler-text">
        {unit}
      </text>
    </>
  )
}

/** Months since construction began, or a lead made progress: those it may take are filled, those beyond have the colour they gave. */
export function MonthsPast({ ruler: { months, yellowAt, redAt, level }, unit }: { ruler: MonthsRuler; unit: string }) {
  const at = (month: number) => LEFT + month * MONTH_PITCH
  const boxes = redAt + 1
  return (
    <>
      {Array.from({ length: boxes }, (_, month) => (
        <g key={`m${month.toString()}`}>
          <rect
            x={at(month) + 0.5}
            y="5.5"
            width={MONTH - 1}
            height="9"
            fill={month < yellowAt && month <= months ? 'var(--rl-used)' : 'var(--surface-card)'}
            stroke="var(--line-control)"
          />
          {month >= yellowAt && month <= months && (
            <Beyond from={at(month) - 1} to={at(month) + MONTH} level={level === 'RED' ? 'RED' : 'YELLOW'} />
          )}
        </g>
      ))}
      <Notch at={at(yellowAt) - 1.5} />
      <text x={at(boxes) + 4} y="14.5" className="ruler-text">
        {unit}
      </text>
    </>
  )
}
