import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import type { Keep } from '@/components/ui/outbox'
import { reportUnchanged } from '@/lib/actions/projects'
import type { Slot } from '@/lib/domain/meeting/week'
import type { Translator } from '@/lib/i18n/translator'
import type { WorkbenchProject } from '@/lib/schemas/workbench'

/** Projects not reported this week: one tap says nothing changed, for one or for all; on a phone always in reach. */
export function WeekReport({
  projects,
  dataLine,
  formKey,
  t,
}: {
  projects: readonly WorkbenchProject[]
  dataLine: Slot
  formKey: () => string
  t: Translator
}) {
  const deadline = t('workbench.deadline', {
    day: t(`shell.weekdays.${String(dataLine.weekday) as '1'}`),
    hour: dataLine.hour,
  })
  const kept = (name: string): Keep => ({ form: 'unchanged', label: t('workbench.keptUnchanged', { name }) })
  return (
    <section className="mb-7">
      <div className="flex items-baseline">
        <h2 className="flex-1 text-lg font-semibold">
          {projects.length > 0 ? t('workbench.unreported', { n: projects.length }) : t('workbench.allReported')}
        </h2>
        {projects.length > 0 && <span className="text-xs text-ink-3">{deadline}</span>}
      </div>
      <ul>
        {projects.map((project) => (
          <li
            key={project.id}
            className="flex items-center gap-2 border-b border-divider py-1.5 has-[form>p]:flex-wrap has-[form>p]:[&>a]:min-w-[60%]"
          >
            <Link
              href={`/projects/${project.id}/update`}
              className="min-w-0 flex-1 leading-[18px] hover:text-link max-sm:flex max-sm:min-h-11 max-sm:flex-col max-sm:justify-center"
            >
              <span className="block truncate">{project.name}</span>
              {project.text && (
                <span lang="zh-CN" className="block truncate text-xs text-ink-3">
                  {project.text}
                </span>
              )}
            </Link>
            <Form action={reportUnchanged} formKey={formKey()} keep={kept(project.name)}>
              <input type="hidden" name="projectIds[]" value={project.id} />
              <Submit quiet label={`${t('workbench.unchanged')}${t('shell.comma')}${project.name}`}>
                {t('workbench.unchanged')}
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
      {projects.length > 1 && (
        <Form action={reportUnchanged} formKey={formKey()} className="mt-3 max-sm:hidden">
          {projects.map((project) => (
            <input key={project.id} type="hidden" name="projectIds[]" value={project.id} />
          ))}
          <Submit quiet className="w-full">
            {t('workbench.allUnchanged', { n: projects.length })}
          </Submit>
        </Form>
      )}
      {projects.length > 0 && (
        <div
          data-strip
          className="no-print fixed inset-x-0 bottom-[calc(56px+env(safe-area-inset-bottom))] z-20 flex items-center gap-3 border-t border-divider bg-card px-4 py-2.5 sm:hidden"
        >
          <p className="min-w-0 flex-1 leading-[18px]">
            {t('workbench.stillUnreported', { n: projects.length })}
            <span className="block text-xs text-ink-3">{deadline}</span>
          </p>
          <Form action={reportUnchanged} formKey={formKey()} keep={kept(String(projects.length))}>
            {projects.map((project) => (
              <input key={project.id} type="hidden" name="projectIds[]" value={project.id} />
            ))}
            <Submit quiet>{t('workbench.noneChanged', { n: projects.length })}</Submit>
          </Form>
        </div>
      )}
    </section>
  )
}
