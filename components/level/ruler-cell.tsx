import type { Ruler } from '@/lib/domain/ruler'
import { shortDay } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import { ClockRuler } from './clock-ruler'

/** What stands in a ruler column: a clock, or the one fact that speaks for the row. */
export function RulerCell({ ruler, t }: { ruler: Ruler | null; t: Translator }) {
  if (!ruler) return <span className="text-sm text-ink-3">{t('level.ruler.none')}</span>
  if (ruler.kind === 'clock') return <ClockRuler clock={ruler} t={t} />
  if (ruler.kind === 'noPlan') return <span className="text-sm text-ink-3">{t('level.ruler.noPlan')}</span>
  if (ruler.kind === 'progress')
    return (
      <span className="text-sm text-ink-3">
        {t('level.ruler.progress', {
          planned: (ruler.planned / 100).toFixed(1),
          actual: (ruler.actual / 100).toFixed(1),
        })}
      </span>
    )
  return <span className="text-sm text-ink-3">{t(`level.ruler.${ruler.kind}`, { on: shortDay(ruler.on) })}</span>
}
