import { exportPoints } from '@/lib/actions/export-points'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { handedOut, refused } from '../answers'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const { actor, locale } = await requireActor()
  // Taking a file is remembered and counted: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return refused({ code: 'FOREIGN' }, locale, '/supervision/points')
  const { searchParams } = new URL(request.url)
  const now = new Date()
  const made = await exportPoints(
    actor,
    { values: Object.fromEntries(searchParams), query: searchParams.toString() },
    { today: businessDay(), now, clock: timeOfInstant(now) },
  )
  return made.ok ? handedOut(made.value) : refused(made.error, locale, '/supervision/points')
}
