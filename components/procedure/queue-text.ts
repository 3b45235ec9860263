import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { withMark } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { standingReason } from '@/lib/i18n/standing-text'
import { translator } from '@/lib/i18n/translator'
import { isOpenTurn, limitText } from '@/lib/i18n/verdict-text'
import type { QueueRow } from '@/lib/schemas/procedure-queue'

export const itemName = (row: { nameZh: string; nameEn: string }, locale: Locale): string =>
  locale === 'en' ? row.nameEn : row.nameZh

/** Why a row has its colour, in a sentence. */
export const queueReason = (row: QueueRow, locale: Locale): string =>
  row.reason
    ? withMark(standingReason(row.reason, row.state, locale), row.reason, locale)
    : translator(locale)(row.level === 'GREY' ? 'level.noClock' : 'level.onPlan')

/** What happens to a row if nobody moves 不动会怎样. */
export function queueNext(row: QueueRow, today: PlainDate, locale: Locale): string {
  const t = translator(locale)
  if (row.finishedOn) return t('queue.finishedOn', { day: dayIn(row.finishedOn, today) })
  const { nextLevelOn, nextLevel } = row
  if (row.state === 'RECEIVED' && row.reason?.code === 'ACCEPTANCE_LEFT' && nextLevelOn === null)
    return row.dueOn ? t('queue.deemed', { day: dayIn(row.dueOn, today) }) : t('queue.stays')
  const limit = limitText(row, today, locale)
  if (limit) return limit
  if (!nextLevelOn || !nextLevel) return t('queue.stays')
  const day = dayIn(nextLevelOn, today)
  return nextLevel === row.level
    ? t(row.nextJoins ? 'queue.turnsJoins' : 'queue.turnsOwner', {
        day,
        owner: ownerText(row.nextOwner, locale) ?? t('level.nobody'),
      })
    : t('queue.turns', { day, level: t(`level.short.${nextLevel}`) })
}

/** Whether the day `queueNext` names is not certain yet 暂定. */
export const isOpenNext = (row: QueueRow): boolean =>
  row.finishedOn === null &&
  (row.state === 'RECEIVED' && row.reason?.code === 'ACCEPTANCE_LEFT' && row.nextLevelOn === null
    ? row.dueProvisional
    : isOpenTurn(row))
