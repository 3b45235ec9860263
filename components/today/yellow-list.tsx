import { Lamp } from '@/components/level/lamp'
import { RulerCell } from '@/components/level/ruler-cell'
import { ShortTurn } from '@/components/level/short-turn'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { DayProject } from '@/lib/schemas/day'

/** Yellow projects in one line each: somebody is on them. */
export function YellowList({
  projects,
  today,
  locale,
}: {
  projects: readonly DayProject[]
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <ul>
      {projects.map((project) => {
        const reason = project.reasons[0]
        return (
          <li
            key={project.id}
            className="grid grid-cols-[var(--col-lamp)_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-divider py-2 lg:min-h-11 lg:grid-cols-[max(76px,var(--col-lamp))_minmax(0,1fr)_88px_184px_136px] lg:py-1"
          >
            <span className="max-lg:self-start">
              <Lamp level={project.level} t={t} />
            </span>
            <p className="min-w-0 max-lg:col-span-2 2xl:flex 2xl:gap-2.5">
              <Link href={`/projects/${project.id}`} className="hover:text-link 2xl:truncate">
                {project.name}
              </Link>
              <span className={`max-2xl:block why-${project.level}`}>
                {reasonLine(project.level, reason, project.lead, locale)}
              </span>
            </p>
            <span
              lang={languageOf(reason && ownerText(reason.owner, locale), locale)}
              className="truncate text-ink-2 max-lg:col-start-2 max-lg:text-sm"
            >
              {reason && ownerText(reason.owner, locale)}
            </span>
            <span className="max-lg:hidden">
              <RulerCell ruler={project.ruler} today={today} t={t} />
            </span>
            <span className="text-right max-lg:text-sm">
              <ShortTurn turn={project} today={today} locale={locale} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}
