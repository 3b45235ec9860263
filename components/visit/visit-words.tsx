import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { VisitRow } from '@/lib/schemas/visit'

/** Who comes: the unit whose plan it is, and those that come along. */
export const whoComes = ({ unit, along }: Pick<VisitRow, 'unit' | 'along'>, t: Translator): string =>
  [unit.name, ...along.map(({ name }) => name)].join(t('service.and'))

/** What a visit is for; where several go together a line for each, with whose it is. */
export function VisitPurpose({ row }: { row: Pick<VisitRow, 'purposes'> }) {
  return row.purposes.map(({ id, unit, text }) => (
    <span key={id} className="block">
      {row.purposes.length > 1 && <span className="text-ink-2">{unit} </span>}
      {text}
    </span>
  ))
}

/** What came of it, or why nothing does. */
export function VisitResult({ row, t }: { row: VisitRow; t: Translator }) {
  if (row.into) return <span>{t('visit.goesWith', { unit: row.into.unit, day: row.into.on })}</span>
  return (
    <>
      {row.decision && <span className="block">{row.decision}</span>}
      {row.issue && (
        <Link href={`/issues/${row.issue.id}`} className="block py-px text-link max-sm:py-3">
          {row.issue.title}
        </Link>
      )}
      {row.word && (
        <span className="block text-ink-2">
          {t(row.state === 'REFUSED' ? 'visit.said' : 'visit.because', { text: row.word })}
        </span>
      )}
    </>
  )
}
