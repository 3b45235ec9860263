import { Form, Submit } from '@/components/ui/form'
import { Check } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { reportUnchanged } from '@/lib/actions/projects'
import type { Translator } from '@/lib/i18n/translator'

/**
 * What one does at a project with a thumb, always in reach above the tabs: report, raise a problem, and say that nothing changed.
 *
 * @param reported already seen to this week
 */
export function PhoneBar({
  project,
  reported,
  formKey,
  t,
}: {
  project: Readonly<{ id: string; name: string }>
  reported: boolean
  formKey: string
  t: Translator
}) {
  const room = 'btn-big h-auto! min-h-12 w-full px-2 py-1 whitespace-normal bg-card'
  const slot = `btn ${room}`
  return (
    <div
      data-strip
      className="no-print fixed inset-x-0 bottom-[calc(56px+env(safe-area-inset-bottom))] z-20 grid auto-cols-fr grid-flow-col gap-2 border-t border-divider bg-card px-4 py-2 sm:hidden"
    >
      <Link href={`/projects/${project.id}/update`} className={slot}>
        {t('projectPage.update')}
      </Link>
      <Link href={`/issues/new?project=${project.id}`} className={slot}>
        {t('issue.start.open')}
      </Link>
      {reported ? (
        <Link href={`/projects/${project.id}#activity`} className={`${slot} text-green-ink`}>
          <Check size={18} aria-hidden="true" />
          {t('projectPage.reported')}
        </Link>
      ) : (
        <Form
          action={reportUnchanged}
          formKey={formKey}
          keep={{ form: 'unchanged', label: t('workbench.keptUnchanged', { name: project.name }) }}
        >
          <input type="hidden" name="projectIds[]" value={project.id} />
          <Submit quiet className={room}>
            {t('workbench.unchanged')}
          </Submit>
        </Form>
      )}
    </div>
  )
}
