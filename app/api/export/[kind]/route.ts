import { notFound } from 'next/navigation'
import { exportLedger } from '@/lib/actions/export-ledger'
import { exportTasks } from '@/lib/actions/export-tasks'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import type { Failure } from '@/lib/domain/result'
import type { Locale } from '@/lib/i18n/locale'
import { escapeHtml, plainPage } from '@/lib/i18n/plain-page'
import { translator } from '@/lib/i18n/translator'
import { exportKind } from '@/lib/schemas/ledger-export'
import { projectFilter } from '@/lib/schemas/project'
import { taskExportKind } from '@/lib/schemas/task'

export const dynamic = 'force-dynamic'

const STATUS: Readonly<Record<string, number>> = { EXPORT_LIMIT: 429, EXPORT_TOO_MANY: 422 }
type Refusal = 'EXPORT_LIMIT' | 'EXPORT_TOO_MANY' | 'FORBIDDEN' | 'FOREIGN'

/** A refusal as a page of its own: a download has no page to say it on. */
function refused(failure: Failure, locale: Locale, list = '/projects'): Response {
  const t = translator(locale)
  const { code, ...params } = failure
  const plain = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
  const words = t(`export.refusal.${code as Refusal}`, plain as never)
  const word = t(list === '/projects' ? 'export.refusal.back' : 'task.detail.back')
  const back = `<p><a href="${list}">${escapeHtml(word)}</a></p>`
  return new Response(plainPage(locale, t('export.refusal.title'), words, back), {
    status: STATUS[code] ?? 403,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      ...(code === 'EXPORT_LIMIT' ? { 'retry-after': String(params.seconds) } : {}),
    },
  })
}

/** The address of a list with each name once or several times, as pages get it. */
const valuesOf = (search: URLSearchParams) =>
  Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]))

export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const name = (await params).kind
  const kind = exportKind.safeParse(name)
  const tasks = taskExportKind.safeParse(name)
  if (!kind.success && !tasks.success) notFound()
  const { actor, locale } = await requireActor()
  const list = tasks.success ? '/tasks' : '/projects'
  // Taking a file is remembered and counted: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return refused({ code: 'FOREIGN' }, locale, list)
  const { searchParams } = new URL(request.url)
  const values = valuesOf(searchParams)
  const query = searchParams.toString()
  const now = new Date()
  const moment = { today: businessDay(), now, clock: timeOfInstant(now) }
  const made = tasks.success
    ? await exportTasks(actor, { kind: tasks.data, values, query }, moment)
    : await exportLedger(actor, { kind: exportKind.parse(name), filter: projectFilter.parse(values), query }, moment)
  if (!made.ok) return refused(made.error, locale, list)
  const { bytes, fileName } = made.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'content-length': String(bytes.length),
      'cache-control': 'private, no-store',
    },
  })
}
