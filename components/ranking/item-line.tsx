import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { itemFact } from '@/lib/i18n/ranking-item-text'
import { countsForText } from '@/lib/i18n/ranking-text'
import type { Translator } from '@/lib/i18n/translator'
import type { SubjectItem } from '@/lib/schemas/ranking'

/** Whether an item cost something: it counted, and not in full. A red that stands costs nothing by itself. */
export const isLost = ({ out, indicator, num, den }: SubjectItem): boolean =>
  out === null && indicator !== 'RED' && (indicator === 'EVENT' || num < den)

/** Whether an item is one to put right: how much faster than promised, and stars, are a matter of more or less. */
export const isMiss = (item: SubjectItem): boolean =>
  isLost(item) && item.kind !== 'RATING' && !(item.table === 'AGENCY' && item.indicator === 'B')

/** What an item is called; it opens where the reader may open it. */
export function ItemName({ item }: { item: Pick<SubjectItem, 'href' | 'label'> }) {
  return item.href ? (
    <Link
      href={item.href}
      lang="zh-CN"
      className="inline-flex min-h-6 items-center wrap-anywhere hover:text-link max-sm:min-h-11"
    >
      {item.label}
    </Link>
  ) : (
    <span lang="zh-CN" className="wrap-anywhere">
      {item.label}
    </span>
  )
}

/** An item that cost points in one line: what it is, and what it rests on. */
export function ItemLine({
  item,
  today,
  running = false,
  t,
}: {
  item: SubjectItem
  today: PlainDate
  /** Its month is not over yet. */
  running?: boolean
  t: Translator
}) {
  return (
    <li className="border-b border-divider py-1.5">
      <ItemName item={item} />
      <span className="block text-xs text-ink-2">
        {countsForText(item.table, item.indicator, t)}
        {t('ranking.colon')}
        {itemFact(item, today, t, running)}
      </span>
    </li>
  )
}
