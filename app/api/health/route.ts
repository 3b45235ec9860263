import { businessDay } from '@/lib/clock'
import { checkHealth } from '@/lib/data/health'

export const dynamic = 'force-dynamic'

/** Time a fresh process has to catch up on missed days before they count against it. */
const STARTING_SECONDS = 120

export async function GET(): Promise<Response> {
  const health = await checkHealth(businessDay(), new Date(), process.uptime() < STARTING_SECONDS)
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
