import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Translator } from '@/lib/i18n/translator'
import type { DisciplineDay } from '@/lib/schemas/discipline-day'
import { complaintsHref } from './slip-link'

/** What came in at the points lately; those with nothing to say are counted, and neither praised nor blamed. */
export function PointList({ day, today, t }: { day: DisciplineDay; today: PlainDate; t: Translator }) {
  const { points, quietPoints, from } = day
  return (
    <section>
      <h2 className="mb-1 text-lg font-semibold">{t('supervisionSlip.day.points')}</h2>
      {points.length === 0 ? (
        <p className="text-ink-2">{t('supervisionSlip.day.pointsNone')}</p>
      ) : (
        <ul>
          {points.map(({ id, name, received, open }) => (
            <li key={id} className="border-b border-divider">
              <Link
                href={complaintsHref({ point: id, from, to: today })}
                className="flex min-h-8 items-center gap-3 hover:text-link max-sm:min-h-11"
              >
                <span lang="zh-CN" className="min-w-0 flex-1 truncate">
                  {name}
                </span>
                <span className="whitespace-nowrap">
                  {t('supervisionSlip.day.received')} <b>{received}</b>
                </span>
                <span className="whitespace-nowrap text-ink-2">
                  {t('supervisionSlip.day.open')} {open}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {quietPoints > 0 && (
        <p className="pt-1 text-sm text-ink-3">{t('supervisionSlip.day.quiet', { n: quietPoints })}</p>
      )}
    </section>
  )
}
