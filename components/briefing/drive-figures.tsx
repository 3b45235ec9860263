import { Link } from '@/components/ui/link'
import { valueWords } from '@/lib/domain/briefing/value-words'
import type { Figure } from '@/lib/domain/figure'
import { figureWords } from '@/lib/i18n/figure-text'
import type { Locale } from '@/lib/i18n/locale'

/** What stands at the head of the page, in its order. */
const SHOWN = [
  'projects.inLibrary',
  'projects.signed',
  'projects.signedShare',
  'projects.startedShare',
  'projects.producingShare',
  'projects.daysToStart',
  'projects.daysToProduce',
  'projects.noLeader',
  'projects.noSteward',
]

/** The figures of the library, each with its words, leading to its rows. */
export function DriveFigures({ figures, locale }: { figures: readonly Figure[]; locale: Locale }) {
  const named = new Map(figures.map((figure) => [figure.name, figure]))
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-5">
      {SHOWN.flatMap((name) => {
        const figure = named.get(name)
        const words = figureWords(name, locale)
        if (!figure || !words) return []
        return (
          <div key={name}>
            <dt className="text-sm text-ink-2">{words.label}</dt>
            <dd className="text-2xl font-semibold tabular-nums" lang="zh-CN">
              <Link
                href={figure.href}
                title={words.definition}
                aria-label={`${words.label} ${valueWords(figure.value, null)}`}
                className="hover:text-link"
              >
                {valueWords(figure.value, null)}
              </Link>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
