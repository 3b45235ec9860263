import { forbidden, notFound } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { ProposeForm } from '@/components/waiver/waiver-forms'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { mayAtProject } from '@/lib/data/project-rights'
import { relationFor } from '@/lib/domain/access'
import { WAIVER_DAYS } from '@/lib/domain/waiver'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('waiver.proposeTitle')

export default async function ProposeWaiverPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'waiver.propose') === null) forbidden()
  const { id } = await params
  const project = isUuid(id) ? await mayAtProject(actor, id, 'waiver.propose') : null
  if (!project) notFound()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link
        href={`/projects/${project.id}`}
        className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11"
      >
        {project.name}
      </Link>
      <h1 className="text-xl font-semibold">{t('waiver.proposeTitle')}</h1>
      <p className="mt-1 mb-5 text-ink-2">{t('waiver.proposeHint', { days: WAIVER_DAYS })}</p>
      <ProposeForm projectId={project.id} formKey={issueFormKey(actor.userId)} today={businessDay()} t={t} />
    </div>
  )
}
