import { Glyph } from '@/components/level/glyph'
import { Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { SearchSection } from '@/lib/i18n/search-lines'

/** Hits kind by kind, as links; a telephone number is one tap. */
export function SearchResults({ sections }: { sections: readonly SearchSection[] }) {
  return (
    <>
      {sections.map((section) => (
        <section key={section.key} aria-labelledby={`found-${section.key}`} className="mt-5">
          <h2 id={`found-${section.key}`} className="text-lg font-semibold">
            {section.title}
          </h2>
          <ul className="mt-1 border-t border-divider">
            {section.lines.map((line) => (
              <li key={line.key} className="flex items-center gap-3 border-b border-divider py-2">
                {line.level && (
                  <span className={`lamp lamp-${line.level.code}`}>
                    <Glyph level={line.level.code} />
                    {line.level.word}
                  </span>
                )}
                <span className="min-w-0 flex-1">
                  {line.href ? (
                    <Link href={line.href} className="text-link hover:underline">
                      {line.title}
                    </Link>
                  ) : (
                    line.title
                  )}
                  <span className="block text-sm text-ink-3">{line.detail}</span>
                </span>
                {line.call && (
                  <a href={`tel:${line.call.phone}`} aria-label={line.call.words} className="btn flex-none">
                    <Phone size={14} aria-hidden="true" />
                    <span className="max-sm:sr-only">{line.call.phone}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
          {section.all && (
            <Link href={section.all.href} className="mt-1 inline-block py-1 text-link hover:underline">
              {section.all.words}
            </Link>
          )}
        </section>
      ))}
    </>
  )
}
