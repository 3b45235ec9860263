import type { PlainDate } from '@/lib/domain/plain-date'
import type { Clock, Ruler } from '@/lib/domain/ruler'
import { dayIn } from './day'
import { listed } from './joined'
import type { Translator } from './translator'

/** What the first limit of a clock is called: the promise only once that is what runs. */
export const firstLimitText = (clock: Clock, n: number, t: Translator): string =>
  t(clock.whose !== 'AGENCY' ? 'level.ruler.limit' : clock.accepting ? 'level.ruler.accept' : 'level.ruler.promised', {
    n,
  })

/** The outer limit of a clock: the law's of an agency, for others the day it turns red. */
export const outerLimitText = (clock: Clock, n: number, t: Translator): string =>
  t(clock.whose === 'AGENCY' ? 'level.ruler.statutory' : 'level.ruler.turnsRed', { n })

/** The ruler in words, for whoever cannot see it. */
export function clockText(clock: Clock, t: Translator): string {
  const parts = [t('level.ruler.clock', { used: clock.used })]
  if (clock.promised !== null) parts.push(firstLimitText(clock, clock.promised, t))
  if (clock.statutory !== null) parts.push(outerLimitText(clock, clock.statutory, t))
  if (clock.paused) parts.push(t('level.ruler.paused'))
  return listed(parts, t)
}

/** What stands in a ruler column, in words. */
export function rulerText(ruler: Ruler | null, today: PlainDate, t: Translator): string {
  if (!ruler) return t('level.ruler.none')
  if (ruler.kind === 'clock') return clockText(ruler, t)
  if (ruler.kind === 'noPlan') return t('level.ruler.noPlan')
  if (ruler.kind === 'progress')
    return t('level.ruler.progress', {
      planned: (ruler.planned / 100).toFixed(1),
      actual: (ruler.actual / 100).toFixed(1),
    })
  if (ruler.kind === 'meetings') return t('level.ruler.meetings', { n: ruler.meetings })
  const on = dayIn(ruler.on, today)
  switch (ruler.kind) {
    case 'startAhead':
      return t('level.ruler.startAhead', { on, n: ruler.left })
    case 'enrolment':
    case 'talks':
      return t(`level.ruler.${ruler.kind}`, { on, n: ruler.months })
    case 'expires':
      return ruler.left < 0
        ? t('level.ruler.expired', { on, n: -ruler.left })
        : t('level.ruler.expires', { on, n: ruler.left })
    default:
      return t(`level.ruler.${ruler.kind}`, { on })
  }
}
