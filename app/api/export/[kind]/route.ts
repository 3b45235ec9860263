import { notFound } from 'next/navigation'
import { exportFinancing } from '@/lib/actions/export-financing'
import { exportIssues } from '@/lib/actions/export-issues'
import { exportLedger } from '@/lib/actions/export-ledger'
import { exportTasks } from '@/lib/actions/export-tasks'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { financingExportKind } from '@/lib/schemas/financing'
import { exportKind } from '@/lib/schemas/ledger-export'
import { projectFilter } from '@/lib/schemas/project'
import { taskExportKind } from '@/lib/schemas/task'
import { handedOut, refused } from '../answers'

export const dynamic = 'force-dynamic'

/** The address of a list with each name once or several times, as pages get it. */
const valuesOf = (search: URLSearchParams) =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]))

export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const name = (await params).kind
  const kind = exportKind.safeParse(name)
  const tasks = taskExportKind.safeParse(name)
  const issues = name === 'issues'
  const financing = financingExportKind.safeParse(name)
  if (!kind.success && !tasks.success && !issues && !financing.success) notFound()
  const { actor, locale } = await requireActor()
  const list = financing.success
    ? '/financing'
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
  const made = financing.success
    ? await exportFinancing(actor, { kind: financing.data, values, query }, moment)
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
