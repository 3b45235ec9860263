import { Link } from '@/components/ui/link'
import type { AuditFlaw } from '@/lib/domain/audit-flaw'
import type { Translator } from '@/lib/i18n/translator'

/** Rows that do not fit, each in a sentence; an entry of one's own district opens. */
export function AuditFlaws({
  flaws,
  t,
}: {
  flaws: readonly (AuditFlaw & Readonly<{ opens?: boolean }>)[]
  t: Translator
}) {
  return (
    <ul className="list-disc pl-5">
      {flaws.map(({ kind, id, range, opens }) => {
        const words = t(`audit.chain.flaw.${kind}`, { id, from: range?.from ?? '', to: range?.to ?? '' })
        return (
          <li key={`${kind} ${id}`} className="py-0.5">
            {opens ? (
              <Link href={`/audit/${id}`} className="inline-flex items-center text-link underline max-sm:min-h-11">
                {words}
              </Link>
            ) : (
              words
            )}
          </li>
        )
      })}
    </ul>
  )
}
