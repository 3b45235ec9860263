import { forbidden, notFound } from 'next/navigation'
import { ManageProject } from '@/components/project/manage-project'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { listAgencies } from '@/lib/data/project-agencies'
import { managementOf } from '@/lib/data/project-brief'
import { listStewards } from '@/lib/data/project-proposal'
import { relationFor } from '@/lib/domain/access'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('manage.title')

export default async function ManagePage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'project.milestone')) forbidden()
  const { id } = await params
  const project = isUuid(id) ? await managementOf(actor, id) : null
  if (!project) notFound()
  const t = translator(locale)
  return (
    <div className="mx-auto max-w-[760px] px-4 pt-5 pb-8 sm:px-8">
      <Link href={`/projects/${project.id}`} className="text-ink-2 hover:text-link">
        {project.name}
      </Link>
      <h1 className="mb-5 text-xl font-semibold">{t('manage.title')}</h1>
      <ManageProject
        project={project}
        stewards={await listStewards(actor)}
        agencies={await listAgencies(actor)}
        may={{
          stage: relationFor(actor.role, 'project.stage') !== null,
          handover: relationFor(actor.role, 'handover.propose') !== null,
        }}
        today={businessDay()}
        formKeys={[
          issueFormKey(actor.userId),
          issueFormKey(actor.userId),
          issueFormKey(actor.userId),
          issueFormKey(actor.userId),
        ]}
        t={t}
      />
    </div>
  )
}
