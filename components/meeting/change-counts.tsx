import clsx from 'clsx'
import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import { LEVELS } from '@/lib/domain/level-scale'
import { CHANGE_KINDS } from '@/lib/domain/meeting/week-compare'
import type { PlainDate } from '@/lib/domain/plain-date'
import { wanText } from '@/lib/i18n/money'
import type { Translator } from '@/lib/i18n/translator'
import type { WeekChanges, WeekQuery } from '@/lib/schemas/meeting'
import { changesHref } from './week-link'

/** How many projects changed in which way, each number the way to its rows; and the colours before and after. */
export function ChangeCounts({
  weekOf,
  changes,
  query,
  t,
}: {
  weekOf: PlainDate
  changes: WeekChanges
  query: WeekQuery
  t: Translator
}) {
  return (
    <>
      <nav
        aria-label={t('meeting.changes.kinds')}
        className="mb-5 grid grid-cols-2 gap-px sm:grid-cols-4 xl:grid-cols-8"
      >
        {CHANGE_KINDS.map((kind) => (
          <Link
            key={kind}
            href={changesHref(weekOf, query, { kind })}
            aria-current={query.kind === kind ? 'true' : undefined}
            className={clsx(
              'border-t-2 px-2 py-2 hover:bg-hover',
              query.kind === kind ? 'border-ink bg-hover' : 'border-divider',
            )}
          >
            <span className="block text-sm text-ink-2">{t(`meeting.changes.kind.${kind}`)}</span>
            <span className={clsx('text-2xl', changes.counts[kind] > 0 ? 'font-semibold' : 'text-ink-3')}>
              {changes.counts[kind]}
            </span>
          </Link>
        ))}
      </nav>
      <table className="mb-5 border-separate border-spacing-0">
        <caption className="sr-only">{t('meeting.changes.levels')}</caption>
        <thead>
          <tr>
            <td />
            {LEVELS.toReversed().map((level) => (
              <th key={level} scope="col" className="px-3 pb-1 text-right font-normal max-sm:px-1">
                <Lamp level={level} quiet t={t} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['before', 'after'] as const).map((side) => (
            <tr key={side}>
              <th scope="row" className="pr-4 text-left font-normal whitespace-nowrap text-ink-2 max-sm:pr-1">
                {t(`meeting.changes.${side}`)}
              </th>
              {LEVELS.toReversed().map((level) => (
                <td key={level} className={clsx('px-3 text-right max-sm:px-1', side === 'after' && 'font-semibold')}>
                  {changes.levels[side][level]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mb-5 text-ink-2">{t('meeting.changes.money', { amount: wanText(changes.addedFen) })}</p>
    </>
  )
}
