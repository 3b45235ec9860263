import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { plateCodeText } from '@/lib/domain/plate-code'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Translator } from '@/lib/i18n/translator'
import type { PlateRow } from '@/lib/schemas/monitor-point'

/** How a plate came to its end, in a sentence. */
function endText({ state, endedOn, endReason }: PlateRow, today: PlainDate, t: Translator): string | null {
  if (endedOn === null) return null
  const day = dayIn(endedOn, today)
  if (state === 'REVOKED') return t('point.plate.endedRevoked', { day, reason: endReason ?? '' })
  return t(state === 'CLOSED' ? 'point.plate.endedClosed' : 'point.plate.endedReplaced', { day })
}

/** Every plate a point ever had, latest first; what hangs there stands out, what is over is grey. */
export function PlateHistory({
  plates,
  prints,
  today,
  t,
}: {
  plates: readonly PlateRow[]
  /** Whether the reader prints posters. */
  prints: boolean
  today: PlainDate
  t: Translator
}) {
  if (plates.length === 0) return <p className="py-3 text-ink-2">{t('point.plate.none')}</p>
  return (
    <ol>
      {plates.map((plate) => {
        const live = plate.state === 'WAITING' || plate.state === 'POSTED'
        const code = plateCodeText(plate.code)
        const issued = { day: dayIn(plate.issuedOn, today), name: plate.issuedBy ?? '' }
        return (
          <li key={plate.id} className={clsx('border-b border-divider py-3', !live && 'text-ink-3')}>
            <p className="flex flex-wrap items-baseline gap-x-4">
              <b className={clsx('font-mono tabular-nums', live ? 'text-ink' : 'font-normal')}>{code}</b>
              <span className={clsx(live && 'font-semibold')}>{t(`point.plate.state.${plate.state}`)}</span>
              {prints && live && plate.signed && (
                <Link
                  href={`/supervision/posters?plate=${plate.id}`}
                  className="no-print inline-flex min-h-6 items-center text-link max-sm:min-h-11"
                  aria-label={t('point.plate.posterOf', { code })}
                >
                  {t('point.plate.poster')}
                </Link>
              )}
            </p>
            {live && !plate.signed && <p className="font-semibold text-red-ink">{t('point.plate.unsigned')}</p>}
            <p className={clsx('text-sm', live && 'text-ink-2')}>
              {listed(
                [
                  t(plate.issuedBy ? 'point.plate.issued' : 'point.plate.issuedAlone', issued),
                  plate.postedOn && t('point.plate.posted', { day: dayIn(plate.postedOn, today) }),
                  endText(plate, today, t),
                ],
                t,
              )}
            </p>
            {plate.reason && <p className="text-sm wrap-anywhere">{t('point.plate.for', { reason: plate.reason })}</p>}
          </li>
        )
      })}
    </ol>
  )
}
