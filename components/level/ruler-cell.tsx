import type { PlainDate } from '@/lib/domain/plain-date'
import type { Ruler } from '@/lib/domain/ruler'
import { rulerText } from '@/lib/i18n/ruler-text'
import type { Translator } from '@/lib/i18n/translator'
import { ClockRuler } from './clock-ruler'
import { isDrawn, MeasureRuler } from './measure-ruler'

/** What stands in a ruler column: a clock, or the one fact that speaks for the row; in words what has no scale. */
export function RulerCell({ ruler, today, t }: { ruler: Ruler | null; today: PlainDate; t: Translator }) {
  if (ruler?.kind === 'clock') return <ClockRuler clock={ruler} t={t} />
  if (isDrawn(ruler)) return <MeasureRuler ruler={ruler} today={today} t={t} />
  return <span className="text-sm text-ink-3">{rulerText(ruler, today, t)}</span>
}
