import { notFound } from 'next/navigation'
import { exportIssues } from '@/lib/actions/export-issues'
import { exportLedger } from '@/lib/actions/export-ledger'
import { exportService } from '@/lib/actions/export-services'
import { exportTasks } from '@/lib/actions/export-tasks'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { exportKind } from '@/lib/schemas/ledger-export'
import { projectFilter } from '@/lib/schemas/project'
import { type ServiceExport, serviceExportKind } from '@/lib/schemas/service-export'
import { taskExportKind } from '@/lib/schemas/task'
import { handedOut, refused } from '../answers'

export const dynamic = 'force-dynamic'

/** The address of a list with each name once or several times, as pages get it. */
const valuesOf = (search: URLSearchParams) =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]))

const SERVICE_LISTS = {
  enterprises: '/enterprises',
  jobs: '/services/jobs',
  outbound: '/services/outbound',
  walks: '/services/walks',
  findings: '/services/walks',
  packs: '/services/packs',
} as const satisfies Readonly<Record<ServiceExport, string>>

export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const name = (await params).kind
  const kind = exportKind.safeParse(name)
  const tasks = taskExportKind.safeParse(name)
  const service = serviceExportKind.safeParse(name)
  const issues = name === 'issues'
  if (!kind.success && !tasks.success && !service.success && !issues) notFound()
  const { actor, locale } = await requireActor()
  const list = service.success
    ? SERVICE_LISTS[service.data]
    : tasks.success
      ? tasks.data === 'factors'
        ? '/factors'
        : '/tasks'
      : issues
        ? '/issues'
        : '/projects'
  // Taking a file is remembered and counted: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return refused({ code: 'FOREIGN' }, locale, list)
  const { searchParams } = new URL(request.url)
  const values = valuesOf(searchParams)
  const query = searchParams.toString()
  const now = new Date()
  const moment = { today: businessDay(), now, clock: timeOfInstant(now) }
  const made = service.success
    ? await exportService(actor, { kind: service.data, values, query }, moment)
    : tasks.success
      ? await exportTasks(actor, { kind: tasks.data, values, query }, moment)
      : issues
        ? await exportIssues(actor, { values, query }, moment)
        : await exportLedger(
            actor,
            { kind: exportKind.parse(name), filter: projectFilter.parse(values), query },
            moment,
          )
  if (!made.ok) return refused(made.error, locale, list)
  return handedOut(made.value)
}
