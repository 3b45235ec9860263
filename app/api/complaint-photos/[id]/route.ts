import { notFound } from 'next/navigation'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { readComplaintPhoto } from '@/lib/data/complaint-photos'
import { isUuid } from '@/lib/schemas/id'

export const dynamic = 'force-dynamic'

/** What a cleaned picture can be, and how its file ends. */
const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

/** Hands out a picture of a complaint the reader sees: as a download that no browser runs or guesses at. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await requireActor()
  const { id } = await params
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  const photo = isUuid(id) ? await readComplaintPhoto(actor, id, businessDay()) : null
  const ending = photo && ENDINGS[photo.type]
  if (!photo || !ending) notFound()
  return new Response(photo.bytes, {
    headers: {
      'content-type': photo.type,
      'content-disposition': `attachment; filename="photo-${photo.name}.${ending}"`,
      'content-length': String(photo.bytes.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
