import 'server-only'
import { err, ok } from '@/lib/domain/result'
import type { IssueRelateInput } from '@/lib/schemas/issue'
import { toDb } from './date'
import { enterpriseSaid } from './enterprise-choice'
import { refreshProjects } from './levels'
import { lockIssue } from './lock-issue'
import { projectSaid } from './project-said'
import { inLedger } from './project-where'
import { visibleProjects } from './visible'
import { write } from './write'

/**
 * The office says which project or enterprise a problem is about, and what kind it is of, or puts that right 更正项目、企业、类别, with
 * its reason; the colours of both projects follow.
 *
 * @returns err NOT_FOUND, CONFLICT, ISSUE_TEXT_MISSING, ISSUE_PROJECT_MISSING, ISSUE_PROJECT_SEVERAL or ISSUE_ENTERPRISE_SEVERAL with
 *          the names it could be, ISSUE_ENTERPRISE_MISSING, NO_CHANGE
 */
export const relateIssue = write('issue.relate', async (tx, actor, input: IssueRelateInput, today) => {
  const locked = await lockIssue(tx, actor, input.issueId, input.version)
  if (!locked.ok) return locked
  const { issue } = locked.value
  if (!input.text) return err({ code: 'ISSUE_TEXT_MISSING', field: 'text' })
  // What it is about already stays, though the project may have left since.
  const kept = input.project !== '' && input.project === issue.project?.name ? issue.projectId : null
  const typed = input.project && !kept ? await projectSaid(tx, actor, input.project) : null
  if (typed && !typed.ok) return typed
  const chosen = typed?.value.id ?? kept ?? input.projectId
  const project = chosen
    ? await tx.project.findFirst({
        where: { AND: [visibleProjects(actor), kept ? {} : inLedger, { id: chosen }] },
        select: { id: true, name: true, enterpriseId: true },
      })
    : null
  if (chosen && !project) return err({ code: 'ISSUE_PROJECT_MISSING', field: 'projectId' })
  // A project brings its enterprise along, unless somebody says another one.
  const said = input.enterprise ? await enterpriseSaid(tx, actor, input.enterprise) : null
  if (said && !said.ok) return said
  const own = project?.enterpriseId
    ? await tx.enterprise.findUnique({ where: { id: project.enterpriseId }, select: { id: true, name: true } })
    : null
  const enterprise = said ? said.value : own
  const [projectId, unitId] = [project?.id ?? null, enterprise?.id ?? null]
  const kind = input.issueKind ?? issue.kind
  if (projectId === issue.projectId && unitId === issue.enterpriseId && kind === issue.kind)
    return err({ code: 'NO_CHANGE' })
  // The lock of the problem holds its project of before; that of the new one is taken as every write below a project does.
  if (projectId && projectId !== issue.projectId)
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
  await tx.issue.update({
    where: { id: issue.id },
    data: {
      projectId,
      enterpriseId: unitId,
      kind,
      ...(projectId === issue.projectId ? {} : { procedureId: null }),
      version: { increment: 1 },
    },
  })
  // Papers lie with the project as well.
  if (projectId && projectId !== issue.projectId)
    await tx.attachment.updateMany({ where: { issueId: issue.id }, data: { projectId } })
  await tx.issueMove.create({
    data: {
      issueId: issue.id,
      kind: 'RELATE',
      from: issue.state,
      to: issue.state,
      tier: issue.tier,
      unitId: issue.leadOrgId,
      text: [[project?.name, enterprise?.name].filter(Boolean).join('，'), input.text].filter(Boolean).join('：'),
      internal: true,
      on: toDb(today),
      actorId: actor.userId,
    },
  })
  const touched = [issue.projectId, projectId].flatMap((id) => id ?? [])
  if (touched.length > 0) await refreshProjects(tx, [...new Set(touched)], today, 'FACT', actor.userId)
  return ok({
    value: { issueId: issue.id, number: issue.number },
    subject: issue.id,
    ...(projectId ? { projectId } : {}),
    detail: { before: issue.projectId, after: projectId, reason: input.text },
  })
})
