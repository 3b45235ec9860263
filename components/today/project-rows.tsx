import { Lamp } from '@/components/level/lamp'
import { ShortTurn } from '@/components/level/short-turn'
import { Link } from '@/components/ui/link'
import type { Level } from '@/lib/domain/level-scale'
import type { PlainDate } from '@/lib/domain/plain-date'
import { languageOf } from '@/lib/i18n/language-of'
import type { Locale } from '@/lib/i18n/locale'
import { reasonLine } from '@/lib/i18n/reason-line'
import { ownerText } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'
import type { Remindable } from '@/lib/schemas/day'
import { RemindButton, reminderNote } from './remind-button'

const GRID = 'grid-cols-[var(--col-lamp)_minmax(0,1fr)] lg:grid-cols-[var(--col-lamp)_minmax(0,1fr)_152px_112px_120px]'

/** Projects with their reason, whose move it is, when they turn, and 催办 in the row. */
export function ProjectRows({
  projects,
  formKey,
  today,
  locale,
}: {
  /** `was`: the colour before, where the list is about a change. */
  projects: readonly (Remindable & Readonly<{ was?: Level | null }>)[]
  formKey: () => string
  today: PlainDate
  locale: Locale
}) {
  const t = translator(locale)
  return (
    <>
      <div
        aria-hidden="true"
        className={`hidden gap-x-3 border-b border-control pb-1 text-xs text-ink-3 lg:grid ${GRID}`}
      >
        <span>{t('day.column.level')}</span>
        <span>{t('day.column.what')}</span>
        <span>{t('day.column.owner')}</span>
        <span>{t('day.column.next')}</span>
      </div>
      <ul className="max-lg:border-t max-lg:border-control">
        {projects.map((project) => {
          const reason = project.reasons[0]
          const note = project.line && !project.line.told && !project.line.refusal && reminderNote(project.line, t)
          return (
            <li
              key={project.id}
              className={`grid items-center gap-x-3 gap-y-1 border-b border-divider py-2.5 lg:min-h-[58px] lg:py-1.5 ${GRID}`}
            >
              <span className="max-lg:self-start">
                <Lamp level={project.level} size="m" t={t} />
              </span>
              <div className="min-w-0">
                <p className="flex items-baseline gap-2.5">
                  <Link href={`/projects/${project.id}`} className="min-w-0 font-semibold hover:text-link lg:truncate">
                    {project.name}
                  </Link>
                  {project.was && (
                    <span className="text-xs whitespace-nowrap text-ink-3">
                      {t('day.was', { level: t(`level.short.${project.was}`) })}
                    </span>
                  )}
                </p>
                <p className={`why-${project.level}`}>{reasonLine(project.level, reason, project.lead, locale)}</p>
              </div>
              <div className="min-w-0 max-lg:col-start-2">
                <p lang={languageOf(reason && ownerText(reason.owner, locale), locale)} className="lg:truncate">
                  {reason && ownerText(reason.owner, locale)}
                </p>
                {note && <p className="text-xs text-ink-3">{note}</p>}
              </div>
              <p className="text-sm text-balance text-ink-2 max-lg:col-start-2">
                <ShortTurn turn={project} today={today} locale={locale} />
              </p>
              <div className="max-lg:col-start-2 lg:text-right">
                <RemindButton project={project} line={project.line} subject="LEVEL" formKey={formKey} t={t} />
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
