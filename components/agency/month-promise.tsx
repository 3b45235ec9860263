import { queueHref } from '@/components/procedure/queue-link'
import { Link } from '@/components/ui/link'
import { basisPoints } from '@/lib/domain/money'
import type { Translator } from '@/lib/i18n/translator'
import type { MonthPromise as Figures } from '@/lib/schemas/agency-day'

/** How many promises of the month were kept, of how many; every number opens its rows. */
export function MonthPromise({ month, t }: { month: Figures; t: Translator }) {
  const missed = month.owed - month.kept
  return (
    <section className="mb-7">
      <h2 className="mb-1 text-lg font-semibold">{t('desk.monthTitle', { unit: t('desk.ownUnit') })}</h2>
      {month.owed === 0 ? (
        <p className="text-ink-2">{t('desk.monthNone')}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-3">
          <Link
            href={queueHref({ group: 'month' })}
            className="inline-block leading-6 underline underline-offset-4 hover:text-link max-sm:py-2.5"
          >
            {t('desk.monthLine', month)}
          </Link>
          <b>{((basisPoints(BigInt(month.kept), BigInt(month.owed)) ?? 0) / 100).toFixed(1)}%</b>
          {missed > 0 && (
            <Link
              href={queueHref({ group: 'month', kept: 'no' })}
              className="text-ink-2 inline-block leading-6 underline underline-offset-4 hover:text-link max-sm:py-2.5"
            >
              {t('desk.monthMissed', { n: missed })}
            </Link>
          )}
        </p>
      )}
    </section>
  )
}
