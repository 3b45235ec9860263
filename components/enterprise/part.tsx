import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'

/** One part of an enterprise's page: a heading with its number, some rows, and the way to all of them. */
export function EnterprisePart({
  title,
  total,
  all,
  acts,
  t,
  children,
}: {
  title: string
  /** How many rows there are; none is said in words. */
  total: number
  /** Where all of them are; absent where all are here. */
  all?: string | null
  /** What can be done here. */
  acts?: React.ReactNode
  t: Translator
  children?: React.ReactNode
}) {
  return (
    <section aria-label={title} className="border-t border-divider py-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 className="text-lg font-semibold">
          {title} {total > 0 && <span className="font-normal text-ink-3">{total}</span>}
        </h2>
        {acts}
        <span className="flex-1" />
        {total > 0 && all && (
          <Link href={all} className="inline-flex items-center text-sm text-link max-sm:min-h-11">
            {t('enterprise.part.all', { n: total })}
          </Link>
        )}
      </div>
      {total === 0 ? <p className="text-ink-2">{t('enterprise.part.nothing')}</p> : children}
    </section>
  )
}
