import { notFound } from 'next/navigation'
import { exportFinancing } from '@/lib/actions/export-financing'
import { exportIssues } from '@/lib/actions/export-issues'
import { type ExportMoment, exportLedger } from '@/lib/actions/export-ledger'
import { exportService } from '@/lib/actions/export-services'
import { exportTasks } from '@/lib/actions/export-tasks'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import type { Actor } from '@/lib/domain/access'
import type { Result } from '@/lib/domain/result'
import { financingExportKind } from '@/lib/schemas/financing'
import { exportKind } from '@/lib/schemas/ledger-export'
import { projectFilter } from '@/lib/schemas/project'
import { type ServiceExport, serviceExportKind } from '@/lib/schemas/service-export'
import { taskExportKind } from '@/lib/schemas/task'
import { handedOut, type List, refused } from '../answers'

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
  complaints: '/supervision/complaints',
  supervision: '/supervision/slips',
} as const satisfies Readonly<Record<ServiceExport, List>>

type Asked = Readonly<{ values: ReturnType<typeof valuesOf>; query: string }>
type Kind = Readonly<{
  /** Page it is taken from. */
  list: List
  make: (actor: Actor, asked: Asked, moment: ExportMoment) => Promise<Result<{ bytes: Buffer; fileName: string }>>
}>

/** Which list a kind of file belongs to, and who makes it; null for a kind there is not. */
function kindNamed(name: string): Kind | null {
  const ledger = exportKind.safeParse(name).data
  if (ledger)
    return {
      list: '/projects',
      make: (actor, { values, query }, moment) =>
        exportLedger(actor, { kind: ledger, filter: projectFilter.parse(values), query }, moment),
    }
  const tasks = taskExportKind.safeParse(name).data
  if (tasks)
    return {
      list: tasks === 'factors' ? '/factors' : '/tasks',
      make: (actor, asked, moment) => exportTasks(actor, { kind: tasks, ...asked }, moment),
    }
  const service = serviceExportKind.safeParse(name).data
  if (service)
    return {
      list: SERVICE_LISTS[service],
      make: (actor, asked, moment) => exportService(actor, { kind: service, ...asked }, moment),
    }
  const financing = financingExportKind.safeParse(name).data
  if (financing)
    return {
      list: '/financing',
      make: (actor, asked, moment) => exportFinancing(actor, { kind: financing, ...asked }, moment),
    }
  return name === 'issues' ? { list: '/issues', make: exportIssues } : null
}

export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const kind = kindNamed((await params).kind)
  if (!kind) notFound()
  const { actor, locale } = await requireActor()
  // Taking a file is remembered and counted: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return refused({ code: 'FOREIGN' }, locale, kind.list)
  const { searchParams } = new URL(request.url)
  const now = new Date()
  const made = await kind.make(
    actor,
    { values: valuesOf(searchParams), query: searchParams.toString() },
    { today: businessDay(), now, clock: timeOfInstant(now) },
  )
  return made.ok ? handedOut(made.value) : refused(made.error, locale, kind.list)
}
