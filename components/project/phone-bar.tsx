import { Form, Submit } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { reportUnchanged } from '@/lib/actions/projects'
import type { Translator } from '@/lib/i18n/translator'

export type ProjectDoors = readonly Readonly<{ href: string; label: string }>[]

/**
 * What one does at a project with a thumb, always in reach above the tabs: report, say that nothing changed, and the rest
 * folded up.
 *
 * @param reported already seen to this week
 * @param doors    the other pages of the project
 */
export function PhoneBar({
  project,
  mayReport,
  reported,
  doors,
  formKey,
  t,
}: {
  project: Readonly<{ id: string; name: string }>
  mayReport: boolean
  reported: boolean
  doors: ProjectDoors
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
      {mayReport && (
        <Link href={`/projects/${project.id}/update`} className={slot}>
          {t('projectPage.update')}
        </Link>
      )}
      {mayReport &&
        (reported ? (
          <p className="grid place-items-center text-sm text-ink-2">{t('projectPage.reported')}</p>
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
        ))}
      {doors.length > 1 ? (
        <details className="relative">
          <summary className={`${slot} list-none [&::-webkit-details-marker]:hidden`}>{t('projectPage.more')}</summary>
          <ul className="absolute right-0 bottom-full mb-2 min-w-40 divide-y divide-divider rounded-md border border-control bg-card">
            {doors.map((door) => (
              <li key={door.href}>
                <Link href={door.href} className="block px-4 py-3 leading-5">
                  {door.label}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : (
        doors.map((door) => (
          <Link key={door.href} href={door.href} className={slot}>
            {door.label}
          </Link>
        ))
      )}
    </div>
  )
}
