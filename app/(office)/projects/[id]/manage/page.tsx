import { forbidden, notFound } from 'next/navigation'
import { PendingApprovals } from '@/components/approval/approval-list'
import { ManageProject } from '@/components/project/manage-project'
import { Link } from '@/components/ui/link'
import { issueFormKey } from '@/lib/auth/form-key'
import { pageTitle } from '@/lib/auth/page-title'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { pendingOfProject } from '@/lib/data/approval-list'
import { listAgencies } from '@/lib/data/project-agencies'
import { managementOf } from '@/lib/data/project-brief'
import { listStewards } from '@/lib/data/project-proposal'
import { relationFor } from '@/lib/domain/access'
import { MILESTONES, type MilestoneKind, type Stage } from '@/lib/domain/project'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const generateMetadata = pageTitle('manage.title')

/** What is reached next in a stage: the form begins with it. Saving moves no stage, so the form stays where it was. */
const NEXT_OF: Readonly<Record<Stage, MilestoneKind>> = {
  PLANNING: 'SIGNING',
  NEGOTIATING: 'SIGNING',
  SIGNED: 'START',
  PERMITTING: 'START',
  CONSTRUCTION: 'COMPLETION',
  COMPLETED: 'PRODUCTION',
  PRODUCTION: 'FULL_CAPACITY',
  FULL_CAPACITY: 'FULL_CAPACITY',
}

export default async function ManagePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ kind?: string | string[] }>
}) {
  const { actor, locale } = await requireActor()
  if (!relationFor(actor.role, 'project.milestone')) forbidden()
  const { id } = await params
  const today = businessDay()
  const project = isUuid(id) ? await managementOf(actor, id, today) : null
  if (!project) notFound()
  const t = translator(locale)
  const asked = (await searchParams).kind
  const pending = await pendingOfProject(actor, project.id, today)
  return (
    <div className="mx-auto max-w-[1040px] px-4 pt-5 pb-8 sm:px-8">
      <Link href={`/projects/${project.id}`} className="text-ink-2 hover:text-link">
        {project.name}
      </Link>
      <h1 className="mb-5 text-xl font-semibold">{t('manage.title')}</h1>
      <PendingApprovals
        rows={pending.rows.filter(({ procedure }) => procedure === null)}
        mine={pending.mine}
        formKey={() => issueFormKey(actor.userId)}
        today={today}
        locale={locale}
        className="mb-5 py-2"
      />
      <ManageProject
        project={project}
        stewards={await listStewards(actor)}
        agencies={await listAgencies(actor)}
        may={{
          stage: relationFor(actor.role, 'project.stage') !== null,
          handover: relationFor(actor.role, 'handover.propose') !== null,
        }}
        kind={MILESTONES.find((kind) => kind === asked) ?? NEXT_OF[project.stage]}
        pending={pending.rows}
        today={today}
        formKeys={[
          issueFormKey(actor.userId),
          issueFormKey(actor.userId),
          issueFormKey(actor.userId),
          issueFormKey(actor.userId),
        ]}
        answerKey={() => issueFormKey(actor.userId)}
        t={t}
      />
    </div>
  )
}
