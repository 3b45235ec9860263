import { dayOfInstant } from '@/lib/clock'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'

/**
 * Which clock the times of a page are of, where it is not that of the business day: signing in, uploading and the audit
 * keep real time even in a demo whose day stands still; what happens to projects is dated by the business day.
 */
export function RealTime({ today, t }: { today: PlainDate; t: Translator }) {
  const real = dayOfInstant(new Date())
  return real === today ? null : <p className="mt-1 text-sm text-ink-3">{t('shell.realTime', { real, day: today })}</p>
}
