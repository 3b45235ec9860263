import { notFound } from 'next/navigation'
import { documentResponse } from '@/app/api/papers/document'
import { takePaper } from '@/lib/actions/take-paper'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { isUuid } from '@/lib/schemas/id'

export const dynamic = 'force-dynamic'

/** Hands out minutes or a brief as a document. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, locale } = await requireActor()
  const { id } = await params
  // Taking a paper is remembered: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  if (!isUuid(id)) notFound()
  return documentResponse(await takePaper(actor, id, { today: businessDay(), now: new Date() }), locale)
}
