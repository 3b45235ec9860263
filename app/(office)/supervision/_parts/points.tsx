import clsx from 'clsx'
import { pointsHref } from '@/components/point/point-link'
import { Link } from '@/components/ui/link'
import { listPoints, pointFigures } from '@/lib/data/monitor-points'
import type { Actor } from '@/lib/domain/access'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import { pointFilter } from '@/lib/schemas/monitor-point'

/** What may need somebody to go there. */
const LACKING = ['NONE', 'REVOKED', 'WAITING', 'CHANGING'] as const
/** More points than these are not drawn one by one. */
const MOST_CELLS = 60

/** The points in use and how they are off for plates: a cell each, a hollow one where none hangs. */
export async function PointsPart({
  actor,
  today,
  locale,
}: Readonly<{ actor: Actor; today: PlainDate; locale: Locale }>) {
  const t = translator(locale)
  const [figures, { rows }] = await Promise.all([
    pointFigures(actor, today),
    listPoints(actor, pointFilter.parse({}), today, MOST_CELLS + 1),
  ])
  return (
    <section className="border-b border-divider py-5">
      <h2 className="text-lg font-semibold">{t('point.part.title')}</h2>
      {figures.open === 0 ? (
        <p className="py-2 text-ink-2">{t('point.part.none')}</p>
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-8 gap-y-1 py-2">
          <Link href={pointsHref({})} className="inline-flex items-baseline gap-2 hover:text-link max-sm:min-h-11">
            {t('point.part.open')}
            <b className="text-xl tabular-nums">{t('point.part.unit', { n: figures.open })}</b>
          </Link>
          {LACKING.flatMap((stand) =>
            figures[stand] > 0
              ? [
                  <Link
                    key={stand}
                    href={pointsHref({ plate: stand })}
                    className="inline-flex items-baseline gap-2 text-ink-2 hover:text-link max-sm:min-h-11"
                  >
                    {t(`point.part.${stand}`)}
                    <b className="text-ink tabular-nums">{t('point.part.unit', { n: figures[stand] })}</b>
                  </Link>,
                ]
              : [],
          )}
        </p>
      )}
      {rows.length > 0 && rows.length <= MOST_CELLS && (
        <ol aria-label={t('point.part.row')} className="flex flex-wrap gap-1.5 pt-1">
          {rows.map(({ id, number, name, stand }) => {
            const hangs = stand === 'POSTED' || stand === 'CHANGING'
            const words = t('point.part.cell', { n: number, name, stand: t(`point.stand.${stand}`) })
            return (
              <li key={id}>
                <Link
                  href={`/supervision/points/${id}`}
                  aria-label={words}
                  title={words}
                  className={clsx(
                    'flex size-8 items-center justify-center border text-sm tabular-nums hover:text-link max-sm:size-11',
                    hangs ? 'border-divider bg-subtle' : 'border-dashed border-control font-semibold',
                  )}
                >
                  {number}
                </Link>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
