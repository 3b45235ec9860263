import { Link } from '@/components/ui/link'
import { periodWords } from '@/lib/domain/briefing/period'
import { recordedText } from '@/lib/i18n/instant'
import type { Translator } from '@/lib/i18n/translator'
import type { BriefingRow } from '@/lib/schemas/briefing'
import { briefingHref } from './briefing-link'

/** Whose paper it is, as a list says it. */
export const scopeText = ({ name }: BriefingRow['scope'], t: Translator): string => name ?? t('briefing.whole')

const stateText = ({ published, nth }: BriefingRow, t: Translator): string =>
  published ? t('briefing.publishedNth', { nth }) : t('briefing.draft')

/** Briefings as a table on a desk and as cards on a phone. */
export function BriefingTable({ rows, t }: { rows: readonly BriefingRow[]; t: Translator }) {
  return (
    <section tabIndex={0} aria-label={t('briefing.title')} className="overflow-x-auto">
      <table className="w-full border-collapse text-left max-sm:block">
        <caption className="sr-only">{t('briefing.title')}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b border-control text-ink-2">
            {(['number', 'period', 'scope', 'state', 'asOf', 'by'] as const).map((column) => (
              <th key={column} scope="col" className="px-2 py-2 font-normal first:pl-0">
                {t(`briefing.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <tr
              key={row.id}
              className="border-b border-divider align-baseline max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3 max-sm:py-2"
            >
              <td className="px-2 py-2 whitespace-nowrap first:pl-0 max-sm:p-0">
                <Link
                  href={briefingHref(row.id)}
                  className="text-link max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
                >
                  {t('briefing.numbered', { year: String(row.year), number: row.number })}
                </Link>
              </td>
              <td className="px-2 py-2 max-sm:p-0 max-sm:py-3" lang="zh-CN">
                {periodWords(row.period)}
              </td>
              <td className="px-2 py-2 max-sm:p-0">{scopeText(row.scope, t)}</td>
              <td className="px-2 py-2 max-sm:p-0">
                <b className="font-medium">{stateText(row, t)}</b>
              </td>
              <td className="px-2 py-2 whitespace-nowrap text-ink-2 max-sm:p-0">
                {row.asOf ? recordedText(new Date(row.asOf)) : t('briefing.countedOpen')}
              </td>
              <td className="px-2 py-2 text-ink-2 max-sm:p-0">{row.published?.by ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
