import { Link } from '@/components/ui/link'
import type { KeptProject } from '@/lib/domain/ledger-undone'
import { operationText } from '@/lib/i18n/audit-text'
import type { Locale } from '@/lib/i18n/locale'
import { translator } from '@/lib/i18n/translator'

/** Projects or problems an undo left alone, each with who changed it since, when, and how. */
export function KeptList({
  kept,
  of,
  when,
  locale,
}: {
  kept: readonly KeptProject[]
  of: 'projects' | 'issues' | 'enterprises' | 'packs'
  when: (at: Date) => string
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <section className="mt-4 border-l-[3px] border-[var(--yellow-border)] pl-3">
      <h2 className="mt-0!">{t('imports.kept.title', { n: kept.length, of })}</h2>
      <p className="mt-1 text-ink-2">{t('imports.kept.hint')}</p>
      <ul className="mt-2 border-t border-control">
        {kept.map(({ id, name, by, at, action }) => (
          <li key={id} className="flex flex-wrap gap-x-3 border-b border-divider py-1.5">
            <Link
              href={of === 'packs' ? '/services/packs?stand=all' : `/${of}/${id}`}
              className="min-w-0 flex-1 truncate hover:text-link"
            >
              {name}
            </Link>
            <span className="text-ink-2">
              {by === null || at === null || action === null
                ? t('imports.kept.unknown')
                : t('imports.kept.line', { by, at: when(new Date(at)), action: operationText(action, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
