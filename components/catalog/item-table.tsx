import { Link } from '@/components/ui/link'
import type { Locale } from '@/lib/i18n/locale'
import { itemName } from '@/lib/i18n/reason-line'
import { translator } from '@/lib/i18n/translator'
import type { CatalogItemLine } from '@/lib/schemas/catalog'
import { catalogHref, statutoryText } from './limit-text'

/** Columns with their share of the line, so that the tables of all stages stand under each other. */
const COLUMNS = [
  ['item', 'w-[27%]'],
  ['agency', 'w-[22%]'],
  ['statutory', 'w-[9%]'],
  ['promised', 'w-[8%]'],
  ['before', 'w-[11%]'],
  ['materials', 'w-[6%]'],
  ['validity', 'w-[7%]'],
  ['marks', 'w-[10%]'],
] as const

/** Items of one stage; a line on a desk, a card on a phone. */
export function ItemTable({
  stage,
  items,
  changed,
  version,
  locale,
}: {
  stage: string
  items: readonly CatalogItemLine[]
  changed: ReadonlySet<string>
  version: number
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <table className="w-full border-collapse text-left sm:table-fixed">
      <caption className="pt-5 pb-1 text-left text-base font-semibold">{stage}</caption>
      <thead className="text-ink-2 max-sm:sr-only">
        <tr className="border-b border-divider bg-thead [&>th]:px-2 [&>th]:py-1.5">
          {COLUMNS.map(([column, width]) => (
            <th key={column} scope="col" className={width}>
              {t(`catalog.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr
            key={item.code}
            className="border-b border-divider align-top max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-2.5 sm:[&>*]:px-2 sm:[&>*]:py-1.5"
          >
            <th scope="row" className="font-normal max-sm:w-full">
              <Link href={catalogHref(version, item.code)} className="text-link hover:underline max-sm:text-base">
                {itemName(item, locale)}
              </Link>
              <span className="ml-1.5 text-xs text-ink-3">{item.code}</span>
              {changed.has(item.code) && (
                <span className="ml-1.5 text-xs font-semibold">{t('catalog.changedMark')}</span>
              )}
            </th>
            <td className="text-ink-2 max-sm:w-full">{locale === 'en' ? item.agencyNameEn : item.agencyName}</td>
            <td className="whitespace-nowrap">
              <span className="text-ink-3 sm:hidden">{t('catalog.column.statutory')} </span>
              {statutoryText(item, t)}
            </td>
            <td className="font-semibold whitespace-nowrap">
              <span className="font-normal text-ink-3 sm:hidden">{t('catalog.column.promised')} </span>
              {t('catalog.wd', { n: String(item.promisedWd) })}
            </td>
            <td className="max-sm:hidden">
              {item.predecessors.map((code) => (
                <Link key={code} href={catalogHref(version, code)} className="mr-1.5 text-link hover:underline">
                  {code}
                </Link>
              ))}
            </td>
            <td className="whitespace-nowrap">{t('catalog.papers', { n: item.materials.length })}</td>
            <td className="whitespace-nowrap max-sm:hidden">
              {item.validityMonths !== null && t('catalog.months', { n: String(item.validityMonths) })}
            </td>
            <td className="text-sm text-ink-2">
              {[item.tolerance && t('catalog.tolerance'), item.commitment && t('catalog.commitment')]
                .filter(Boolean)
                .join('　')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
