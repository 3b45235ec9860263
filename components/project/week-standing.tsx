import { basisPoints } from '@/lib/domain/money'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locale'
import { amountText } from '@/lib/i18n/money'
import { translator } from '@/lib/i18n/translator'
import type { UpdateForm } from '@/lib/schemas/update'

/** What a week's figure is seen beside: what the week already has, and the year against its plan. */
export function WeekStanding({
  project: { money, recorded },
  today,
  locale,
}: {
  project: Pick<UpdateForm, 'money' | 'recorded'>
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const amount = (fen: bigint) => amountText(fen, locale)
  const done = money.yearFen + money.wasFen
  const share = basisPoints(done, money.plannedFen)
  return (
    <div className="-mt-2 text-sm text-ink-2">
      {money.wasFen > 0n && recorded && (
        <p className="text-ink">
          {t('update.weekHas', {
            amount: amount(money.wasFen),
            who: recorded.who ?? t('projectPage.someone'),
            day: dayIn(recorded.on, today),
          })}
        </p>
      )}
      <p>
        {t('update.standing', {
          done: amount(done),
          plan: money.planned ? amount(money.plannedFen) : 'none',
          share: share === null ? '—' : (share / 100).toFixed(1),
          total: money.totalFen === null ? 'none' : amount(money.totalFen),
        })}
      </p>
    </div>
  )
}
