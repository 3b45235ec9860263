import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'
import type { ColourPaperLine } from '@/lib/schemas/colour-paper'
import { standingText } from './colour-paper-text'

/** The open papers of a project or procedure, each with where it stands; nothing where there are none. */
export function PapersOn({
  papers,
  today,
  locale,
}: {
  papers: readonly ColourPaperLine[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  if (papers.length === 0) return null
  return (
    <section className="mb-5">
      <h3 className="text-lg font-semibold">{t('colourPaper.onItem')}</h3>
      <ul>
        {papers.map((row) => (
          <li key={row.id} className="border-b border-divider py-1.5 text-sm">
            <Link href={`/tasks/slips/colour/${row.id}`} className="inline-flex min-h-6 items-center text-link">
              {t('colourPaper.today.line', { kind: t(`colourPaper.kind.${row.kind}`), no: row.no ?? '' })}
            </Link>
            <p className="text-ink-2">{standingText(row, today, t)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
