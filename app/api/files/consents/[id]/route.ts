import { notFound } from 'next/navigation'
import { takePaperAlong } from '@/lib/actions/consent-paper'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { isUuid } from '@/lib/schemas/id'

export const dynamic = 'force-dynamic'

/** Hands a consent signed on paper out: as a download that no browser draws, runs or guesses at. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await requireActor()
  const { id } = await params
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  const taken = isUuid(id) ? await takePaperAlong(actor, id, businessDay()) : null
  if (!taken?.ok) notFound()
  const { bytes, media, disposition } = taken.value
  return new Response(bytes, {
    headers: {
      'content-type': media,
      'content-disposition': disposition,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
