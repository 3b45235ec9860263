import { Link } from '@/components/ui/link'
import type { Figure } from '@/lib/domain/figure'
import { figureWords } from '@/lib/i18n/figure-text'
import { figureValueText } from '@/lib/i18n/figure-value'
import type { Locale } from '@/lib/i18n/locale'

/** Figures of a service beside each other; each opens the rows it counts, and says on demand how it is counted. */
export function FigureList({ figures, label, locale }: { figures: readonly Figure[]; label: string; locale: Locale }) {
  return (
    <dl aria-label={label} className="flex flex-wrap gap-x-8 gap-y-2">
      {figures.map(({ name, value, href }) => {
        const words = figureWords(name, locale)
        return (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-sm text-ink-2" title={words?.definition}>
              {words?.label ?? name}
            </dt>
            <dd className="text-xl font-semibold tabular-nums">
              <Link
                href={href}
                aria-label={`${words?.label ?? name} ${figureValueText(value, locale)}`}
                className="text-link underline decoration-1 underline-offset-[3px]"
              >
                {figureValueText(value, locale)}
              </Link>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
