import { forbidden, notFound } from 'next/navigation'
import { RaiseForm } from '@/components/factor/factor-forms'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listGivers } from '@/lib/data/factor-detail'
import { mayAtProject } from '@/lib/data/project-rights'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('factor.raiseTitle')

export default async function RaiseFactorPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (relationFor(actor.role, 'factor.raise') === null) forbidden()
  const { id } = await params
  const project = isUuid(id) ? await mayAtProject(actor, id, 'factor.raise') : null
  if (!project) notFound()
  const t = translator(locale)
  // Whom to ask is for those who coordinate; a project unit says what it lacks.
  const agencies = actor.role === 'CONTACT' ? [] : await listGivers(actor)
  return (
    <div className="mx-auto max-w-[720px] px-4 pt-5 pb-8 sm:px-8">
      <Link
        href={`/projects/${project.id}`}
        className="inline-flex items-center text-ink-2 hover:text-link max-sm:min-h-11"
      >
        {project.name}
      </Link>
      <h1 className="text-xl font-semibold">{t('factor.raiseTitle')}</h1>
      <p className="mt-1 mb-5 text-ink-2">{t('factor.raiseHint')}</p>
      <RaiseForm
        projectId={project.id}
        agencies={agencies}
        formKey={issueFormKey(actor.userId)}
        today={businessDay()}
        t={t}
      />
    </div>
  )
}
