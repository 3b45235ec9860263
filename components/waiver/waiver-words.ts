import type { PlainDate } from '@/lib/domain/plain-date'
import { addDays } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { WaiverRow } from '@/lib/schemas/waiver'

/** From when to when, and where its last day rolled to. */
export function spanText({ fromOn, untilOn, lastOn, stand }: WaiverRow, today: PlainDate, t: Translator): string {
  return listed(
    [
      t('waiver.span', { from: dayIn(fromOn, today), to: dayIn(untilOn, today) }),
      lastOn > untilOn && t('waiver.rolled', { day: dayIn(lastOn, today) }),
      stand === 'IN_FORCE' && t('waiver.resumes', { day: dayIn(addDays(lastOn, 1), today) }),
    ],
    t,
  )
}

/** Where it stands, and what of it waits. */
export const standText = (row: WaiverRow, today: PlainDate, t: Translator): string =>
  listed(
    [
      t(`waiver.stand.${row.stand}`),
      row.renewals > 0 && t('waiver.renewed'),
      row.askedUntilOn && t('waiver.asksRenewal', { day: dayIn(row.askedUntilOn, today) }),
      row.waitsWd > 0 && t('waiver.waits', { n: row.waitsWd }),
    ],
    t,
  )
