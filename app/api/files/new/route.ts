import { notFound } from 'next/navigation'
import { attachFile } from '@/lib/actions/attach-file'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { isFileAnswer, pageOfPlace } from '@/lib/schemas/attachment'

export const dynamic = 'force-dynamic'

/**
 * Takes one paper in. A plain form sends it: it works without a script, and neither an action nor the proxy, which would
 * cut it short, stands in its way.
 */
export async function POST(request: Request): Promise<Response> {
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  const { account } = await requireActor()
  const { place, failure } = await attachFile(account, request, businessDay())
  // What the person does not see is not there, whatever was sent along.
  if (!place || failure?.code === 'NOT_FOUND') notFound()
  const answer = failure === null ? 'ADDED' : isFileAnswer(failure.code) ? failure.code : 'FILE_BROKEN'
  return new Response(null, {
    status: 303,
    headers: { location: `${pageOfPlace(place)}?file=${answer}#files`, 'cache-control': 'private, no-store' },
  })
}
