import { forbidden, notFound } from 'next/navigation'
import { EditForm } from '@/components/project/edit-form'
import { Link } from '@/components/ui/link'
import { draftOf } from '@/lib/auth/draft'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { findProjectEdit } from '@/lib/data/project-edit-page'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('edit.title')

export default async function EditProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'project.edit')) forbidden()
  const { id } = await params
  const project = isUuid(id) ? await findProjectEdit(actor, id, businessDay()) : null
  if (!project) notFound()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[760px] px-4 pt-5 pb-8 sm:px-8">
      <Link href={`/projects/${project.id}`} className="text-ink-2 hover:text-link">
        {project.name}
      </Link>
      <h1 className="text-xl font-semibold">{t('edit.title')}</h1>
      <p className="mb-5 text-ink-2">{t('edit.hint')}</p>
      <EditForm
        project={project}
        draft={draftOf(actor, 'edit', project.id)}
        formKey={issueFormKey(actor.userId)}
        t={t}
      />
    </div>
  )
}
