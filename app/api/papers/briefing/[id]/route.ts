import { notFound } from 'next/navigation'
import { documentResponse } from '@/app/api/papers/document'
import { takeBriefing } from '@/lib/actions/take-briefing'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { briefingQuery } from '@/lib/schemas/briefing'
import { isUuid } from '@/lib/schemas/id'

export const dynamic = 'force-dynamic'

/** Hands out a briefing as a document: its latest version, or the one the address names. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, locale } = await requireActor()
  const { id } = await params
  // Taking a paper is remembered: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  if (!isUuid(id)) notFound()
  const { nth } = briefingQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const taken = await takeBriefing(actor, { briefingId: id, nth }, { today: businessDay(), now: new Date() })
  return documentResponse(taken, locale)
}
