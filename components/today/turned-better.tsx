import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { Turned } from '@/lib/schemas/day'

/** What became better: one line each, for whoever reports it upwards. */
export function TurnedBetter({ turned, t }: { turned: Pick<Turned, 'better' | 'betterCount'>; t: Translator }) {
  if (turned.betterCount === 0) return null
  return (
    <section className="pt-6">
      <h2 className="border-b border-control pb-1 text-lg font-semibold">
        {t('day.office.better', { n: turned.betterCount })}
      </h2>
      <ul className="lg:columns-2 lg:gap-x-8">
        {turned.better.map((row) => (
          <li
            key={row.id}
            className="flex min-h-9 break-inside-avoid items-center gap-3 border-b border-divider max-sm:min-h-11"
          >
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={row.now} quiet t={t} />
            </span>
            <Link href={`/projects/${row.id}`} className="min-w-0 flex-1 truncate hover:text-link">
              {row.name}
            </Link>
            {row.was && (
              <span className="text-xs text-ink-3">{t('day.was', { level: t(`level.short.${row.was}`) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
