import { Bracket } from '@/components/level/clock-ruler'
import { Beyond } from '@/components/level/measure-marks'
import type { OfferClock } from '@/lib/domain/financing/clock'
import type { Translator } from '@/lib/i18n/translator'

const LEFT = 2
const PITCH = 6.4
const DAYS = 34
const WIDTH = LEFT * 2 + DAYS * PITCH
const x = (day: number): number => LEFT + Math.max(0, Math.min(day, DAYS)) * PITCH

/** The 30 days of a bank, one step a day: bar = days used, notch = first contact, bracket = decision. */
export function DecisionRuler({ clock, t }: { clock: OfferClock; t: Translator }) {
  const { used, limit, contactAt, level } = clock
  if (used === null) return <span className="text-sm text-ink-2">{t('financing.bank.first')}</span>
  const over = used > limit
  const words = over ? t('financing.rulerOver', { n: used, limit }) : t('financing.ruler', { n: used, limit })
  return (
    <svg width={WIDTH} height="20" viewBox={`0 0 ${WIDTH} 20`} role="img" aria-label={words} className="block">
      <path d={`M${LEFT} 9H${x(limit)}v2H${LEFT}z`} fill="var(--rl-track)" />
      <rect x={LEFT} y="7" width={Math.max(0, x(Math.min(used, limit)) - LEFT)} height="6" fill="var(--rl-used)" />
      {over && <Beyond from={x(limit)} to={x(used)} level={level === 'RED' ? 'RED' : 'YELLOW'} />}
      {!over && level === 'BLUE' && used < limit && <Beyond from={x(used)} to={x(limit)} level="BLUE" />}
      {contactAt !== null && <rect x={x(contactAt) - 1} y="2" width="2" height="16" fill="var(--text-primary)" />}
      <Bracket at={x(limit)} stroke={over ? 'var(--red-solid)' : 'var(--text-tertiary)'} width={1.6} />
    </svg>
  )
}

/** The scale above a column of such rulers. */
export function DecisionScale() {
  return (
    <svg width={WIDTH} height="22" viewBox={`0 0 ${WIDTH} 22`} aria-hidden="true" className="block">
      {Array.from({ length: 31 }, (_, day) => (
        <g key={`d${day.toString()}`}>
          <rect
            x={x(day) - 0.5}
            y={day % 10 === 0 ? 14 : 18}
            width="1"
            height={day % 10 === 0 ? 8 : 4}
            fill={day % 10 === 0 ? 'var(--text-tertiary)' : 'var(--line-control)'}
          />
          {day % 10 === 0 && (
            <text x={x(day)} y="11" textAnchor={day === 0 ? 'start' : 'middle'} className="ruler-text">
              {day}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
