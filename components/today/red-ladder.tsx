import { HEAD_WD, ON_SITE_WD } from '@/lib/domain/escalation'
import type { Translator } from '@/lib/i18n/translator'

const DAYS = 20
const CELL = 10
const GAP = 5

const x = (day: number) => day * CELL + Math.floor(day / 5) * GAP * 0.6

/** Working days a project has been red, with the notches at which more people are told. */
export function RedLadder({ redWd, t }: { redWd: number; t: Translator }) {
  const width = x(DAYS)
  return (
    <div
      role="img"
      aria-label={t('day.leader.ladderLabel', { n: redWd, onSite: ON_SITE_WD, head: HEAD_WD })}
      className="lg:w-[212px]"
    >
      <svg viewBox={`0 0 ${width} 20`} aria-hidden="true" className="block h-auto w-full">
        {Array.from({ length: DAYS }, (_, day) => (
          <rect
            key={`d${day.toString()}`}
            x={x(day)}
            y={day < redWd ? 4 : 6}
            width={CELL - 1.4}
            height={day < redWd ? 12 : 8}
            fill={day < redWd ? 'var(--red-solid)' : 'var(--rl-track)'}
          />
        ))}
        {[ON_SITE_WD, HEAD_WD].map((n) => (
          <rect key={n} x={x(n) - 3} y="1" width="2" height="18" fill="var(--text-primary)" />
        ))}
      </svg>
      <div aria-hidden="true" className="relative h-5 text-xs text-ink-3">
        <span className="absolute right-[73%]">{t('day.leader.onSite', { n: ON_SITE_WD })}</span>
        <span className="absolute left-[46%]">{t('day.leader.head', { n: HEAD_WD })}</span>
      </div>
    </div>
  )
}
