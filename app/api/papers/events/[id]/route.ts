import { notFound } from 'next/navigation'
import { handedOut, refused } from '@/app/api/export/answers'
import { takeReport } from '@/lib/actions/event-report'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { reportQuery } from '@/lib/schemas/event-report'
import { isUuid } from '@/lib/schemas/id'

export const dynamic = 'force-dynamic'

/** Hands out the report of an event as a document; who may not have it learns nothing about it. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, locale } = await requireActor()
  const { id } = await params
  // Taking a paper is remembered: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  if (!isUuid(id)) notFound()
  const { asOf } = reportQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const now = new Date()
  const made = await takeReport(actor, { id, asOf }, { today: businessDay(), now, clock: timeOfInstant(now) })
  if (made.ok) return handedOut(made.value, 'docx')
  if (made.error.code === 'EXPORT_LIMIT') return refused(made.error, locale, '/financing/events')
  notFound()
}
