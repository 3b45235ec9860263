import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { type Account, HOLDERS } from '@/lib/domain/time-spent'
import { agencyText } from '@/lib/i18n/agency-text'
import { dayIn } from '@/lib/i18n/day'
import { listed } from '@/lib/i18n/joined'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { type Translator, translator } from '@/lib/i18n/translator'
import type { TimeQuery, TimeTable } from '@/lib/schemas/time-table'
import { timeHref } from './time-link'

/** The parts of an account in a few words: those that are there. */
export const partsText = (account: Account, t: Translator): string =>
  listed(
    HOLDERS.flatMap((holder) => (account[holder] > 0 ? [`${t(`time.holder.${holder}`)} ${account[holder]}`] : [])),
    t,
  )

/** The finished procedures behind a figure, the longest first. */
export function TimeRows({
  rows,
  query,
  today,
  locale,
}: {
  rows: NonNullable<TimeTable['rows']>
  query: TimeQuery
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  const { of, lines, pages } = rows
  const page = Math.min(query.page, pages)
  return (
    <section id="rows" aria-labelledby="rows-title" className="scroll-mt-16">
      <div className="flex items-baseline gap-3">
        <h2 id="rows-title" className="flex-1 text-lg font-semibold">
          {t('time.rowsOf', { item: itemName(of, locale), agency: agencyText(of.agency, locale), n: of.n })}
        </h2>
        <Link href={timeHref(query, { item: undefined, agency: undefined })} className="text-link">
          {t('time.close')}
        </Link>
      </div>
      <ul className="mt-2 border-t border-control">
        {lines.map((line) => (
          <li key={line.id} className="border-b border-divider py-2">
            <div className="flex items-baseline gap-3">
              <Link
                href={`/procedures/${line.id}`}
                className="inline-flex min-h-6 min-w-0 flex-1 items-center hover:text-link max-sm:min-h-11"
              >
                {line.project.name}
              </Link>
              <b className="whitespace-nowrap">{t('time.rowDays', { n: line.days })}</b>
            </div>
            <p className="text-sm text-ink-3">
              {listed(
                [
                  line.finishedOn && t('time.finishedOn', { day: dayIn(line.finishedOn, today) }),
                  partsText(line.account, t),
                ],
                t,
              )}
            </p>
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <p className="mt-2 flex gap-4">
          {page > 1 && (
            <Link href={`${timeHref(query, { page: page - 1 })}#rows`} className="text-link">
              {t('time.prev')}
            </Link>
          )}
          {page < pages && (
            <Link href={`${timeHref(query, { page: page + 1 })}#rows`} className="text-link">
              {t('time.next')}
            </Link>
          )}
        </p>
      )}
    </section>
  )
}
