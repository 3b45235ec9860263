import { notFound } from 'next/navigation'
import { takeConsentPaper } from '@/lib/actions/consent-paper'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'

export const dynamic = 'force-dynamic'

/** Takes a consent an enterprise signed on paper in, by a plain form; answers with the page of its need. */
export async function POST(request: Request): Promise<Response> {
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  const { account } = await requireActor()
  const { needId, code, typed } = await takeConsentPaper(account, request, businessDay())
  // What the person does not see is not there, whatever was sent along.
  if (!needId || code === 'NOT_FOUND' || code === 'FORBIDDEN') notFound()
  const query = new URLSearchParams({ paper: code, ...typed })
  return new Response(null, {
    status: 303,
    headers: { location: `/financing/${needId}?${query}#paper`, 'cache-control': 'private, no-store' },
  })
}
