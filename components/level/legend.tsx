import { CircleHelp } from '@/components/ui/icons'
import { on } from '@/lib/domain/plain-date'
import type { Clock, Ruler } from '@/lib/domain/ruler'
import type { Translator } from '@/lib/i18n/translator'
import { RulerCell } from './ruler-cell'

const clock = (change: Partial<Clock>): Clock => ({
  kind: 'clock',
  whose: 'AGENCY',
  used: 4,
  promised: 7,
  statutory: 20,
  level: 'GREEN',
  paused: false,
  ...change,
})

/** A day the examples speak of. */
export const EXAMPLE_DAY = on('2026-11-12')

/** One example of every mark on a ruler, by the name of its words. */
export const RULER_EXAMPLES = [
  ['red', clock({ used: 13, level: 'RED' })],
  ['yellow', clock({ used: 9, statutory: 15, level: 'YELLOW' })],
  ['blue', clock({ used: 2, promised: 3, statutory: 7, level: 'BLUE' })],
  ['enterprise', clock({ whose: 'ENTERPRISE', used: 12, promised: 10, level: 'YELLOW' })],
  ['paused', clock({ used: 2, promised: 5, statutory: 15, paused: true })],
  ['day', { kind: 'planFinish', on: EXAMPLE_DAY, late: 4, redAt: 10, level: 'YELLOW' }],
  ['progress', { kind: 'progress', planned: 8_700, actual: 7_500, level: 'YELLOW' }],
  ['verified', { kind: 'verified', on: EXAMPLE_DAY, days: 11, blueAt: 8, yellowAt: 15 }],
  ['months', { kind: 'plannedStart', on: EXAMPLE_DAY, monthEnds: 1, redAt: 3, level: 'YELLOW' }],
  ['startAhead', { kind: 'startAhead', on: EXAMPLE_DAY, left: 6, level: 'BLUE' }],
  ['enrolment', { kind: 'enrolment', on: EXAMPLE_DAY, months: 1, yellowAt: 1, redAt: 2, level: 'YELLOW' }],
  ['talks', { kind: 'talks', on: EXAMPLE_DAY, months: 2, yellowAt: 2, redAt: 3, level: 'YELLOW' }],
  ['expires', { kind: 'expires', on: EXAMPLE_DAY, left: 20, level: 'BLUE' }],
  ['noPlan', { kind: 'noPlan', days: 6, blueAt: 5, yellowAt: 10 }],
] as const satisfies readonly (readonly [string, Ruler])[]

/** How to read the rulers, one example a line. */
export function RulerLegend({ t }: { t: Translator }) {
  return (
    <details className="relative no-print">
      <summary className="inline-flex list-none items-center gap-1.5 text-link [&::-webkit-details-marker]:hidden">
        <CircleHelp size={16} aria-hidden="true" />
        {t('level.legend.title')}
      </summary>
      <div className="absolute bottom-8 left-0 z-40 w-[640px] rounded-md border border-control bg-card px-5 pt-4 pb-3 shadow-lg">
        <h2 className="mb-1.5 text-lg font-semibold text-ink">
          {t('level.legend.title')}
          <span className="ml-2.5 text-xs font-normal text-ink-3">{t('level.legend.hint')}</span>
        </h2>
        <ul>
          {RULER_EXAMPLES.map(([name, example]) => (
            <li key={name} className="grid h-8 grid-cols-[200px_1fr] items-center text-ink-2">
              <RulerCell ruler={example} today={EXAMPLE_DAY} t={t} />
              <span>{t(`level.legend.${name}`)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-1.5 border-t border-divider pt-2 text-sm text-ink-3">{t('level.provisionalLegend')}</p>
      </div>
    </details>
  )
}
