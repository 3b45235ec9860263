import { notFound } from 'next/navigation'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { findReportFile } from '@/lib/data/report-detail'
import { isUuid } from '@/lib/schemas/id'

export const dynamic = 'force-dynamic'

/** Hands the commission's browser a photo, sealed as it is stored; for anybody else there is none. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await requireActor()
  const { id } = await params
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  const sealed = isUuid(id) ? await findReportFile(actor, id) : null
  if (!sealed) notFound()
  return new Response(sealed, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
