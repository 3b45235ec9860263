import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { Translator } from '@/lib/i18n/translator'
import type { Turned } from '@/lib/schemas/day'

/** What changed its colour this week: worse first, then what became better. */
export function TurnedLines({
  turned,
  href,
  t,
}: {
  turned: Turned
  /** The board between the same days, with all of them. */
  href: React.ComponentProps<typeof Link>['href']
  t: Translator
}) {
  const { worseCount, betterCount } = turned
  if (worseCount + betterCount === 0) return <p className="mb-7 text-sm text-ink-2">{t('day.leader.changedNone')}</p>
  return (
    <section className="mb-7">
      <div className="flex items-baseline gap-2 border-b border-control pb-1">
        <h2 className="flex-1 text-lg font-semibold">
          <Link href={href} className="hover:text-link">
            {t('day.leader.changed')}
          </Link>
        </h2>
        <span className="text-xs text-ink-3">
          {t('day.leader.worse', { n: worseCount })}　{t('day.leader.better', { n: betterCount })}
        </span>
      </div>
      <ul>
        {[...turned.worse, ...turned.better].map((row) => (
          <li key={row.id} className="flex min-h-9 items-center gap-2.5 border-b border-divider max-sm:min-h-11">
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={row.now} quiet t={t} />
            </span>
            <Link href={`/projects/${row.id}`} className="min-w-0 flex-1 truncate hover:text-link">
              {row.name}
            </Link>
            {row.was && (
              <span className="text-xs whitespace-nowrap text-ink-3">
                {t('day.was', { level: t(`level.short.${row.was}`) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
