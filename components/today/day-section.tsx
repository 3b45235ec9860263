import { type Figure, Figures } from '@/components/today/headline'
import type { Locale } from '@/lib/i18n/locale'

/** A part of a first page: what it is about, its figures in one sentence, what can be begun here, and its rows under one rule. */
export function DaySection({
  id,
  title,
  figures = [],
  action,
  locale,
  children,
}: {
  id?: string
  title: string
  figures?: readonly Figure[]
  action?: React.ReactNode
  locale: Locale
  children?: React.ReactNode
}) {
  return (
    <section id={id} aria-label={title} className="mb-5 scroll-mt-14">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-control pb-1">
        <h2 className="min-w-0 flex-1 text-lg font-semibold">
          {title}
          <span className="ml-3 text-base font-normal">
            <Figures figures={figures} locale={locale} />
          </span>
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
