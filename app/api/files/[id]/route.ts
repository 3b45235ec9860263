import { notFound } from 'next/navigation'
import { takeFile } from '@/lib/actions/take-file'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { isUuid } from '@/lib/schemas/id'

export const dynamic = 'force-dynamic'

/** Hands one paper out: as a download that no browser draws, runs or guesses at. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await requireActor()
  const { id } = await params
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  const taken = isUuid(id) ? await takeFile(actor, id, businessDay()) : null
  if (!taken?.ok) notFound()
  const { bytes, media, disposition, sha256 } = taken.value
  return new Response(bytes, {
    headers: {
      'content-type': media,
      'content-disposition': disposition,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    },
  })
}
