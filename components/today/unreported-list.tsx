import { Lamp } from '@/components/level/lamp'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/domain/plain-date'
import { dayIn } from '@/lib/i18n/day'
import type { Translator } from '@/lib/i18n/translator'
import type { Unreported } from '@/lib/schemas/day'
import { RemindButton } from './remind-button'

/** Projects nobody has reported about this week, each with 问一句; by project, whoever signed in. */
export function UnreportedList({
  projects,
  count,
  formKey,
  today,
  t,
}: {
  projects: readonly Unreported[]
  count: number
  formKey: () => string
  today: PlainDate
  t: Translator
}) {
  if (count === 0)
    return (
      <section className="mb-7">
        <h2 className="text-lg font-semibold">{t('day.allReported')}</h2>
      </section>
    )
  return (
    <section className="mb-7">
      <div className="flex items-baseline gap-2 border-b border-control pb-1">
        <h2 className="flex-1 text-lg font-semibold">
          <Link href="/projects?view=unreported" className="hover:text-link">
            {t('day.office.unreported', { n: count })}
          </Link>
        </h2>
        <span className="text-xs text-ink-3">{t('day.office.unreportedHint')}</span>
      </div>
      <ul>
        {projects.map((project) => (
          <li key={project.id} className="flex items-center gap-2.5 border-b border-divider py-1.5">
            <span className="w-(--col-lamp-quiet) flex-none">
              <Lamp level={project.level} quiet t={t} />
            </span>
            <Link href={`/projects/${project.id}`} className="min-w-0 flex-1 leading-[18px] hover:text-link">
              <span className="block truncate">{project.name}</span>
              <span className="block truncate text-xs text-ink-3">
                {project.verifiedOn ? t('day.lastSeen', { day: dayIn(project.verifiedOn, today) }) : t('day.never')}{' '}
                {project.steward}
              </span>
            </Link>
            <RemindButton project={project} line={project.line} subject="UPDATE" formKey={formKey} t={t} />
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-2.5">
        <Link href="/projects/remind?view=unreported&pick=all&subject=UPDATE" className="btn">
          {t('day.office.remindAll')}
        </Link>
        {count > projects.length && (
          <Link
            href="/projects?view=unreported"
            className="inline-flex min-h-8 items-center text-sm text-link max-sm:min-h-11"
          >
            {t('day.office.rest', { n: count - projects.length })}
          </Link>
        )}
      </p>
    </section>
  )
}
