import { issueFormKey } from '@/lib/auth/form-key'
import { requireActor } from '@/lib/auth/require-actor'
import { loadSitting } from '@/lib/data/closing'
import { mondayOfKey } from '@/lib/domain/meeting/week'
import { SEES_ALL_TOPICS } from '@/lib/domain/sight'

export const dynamic = 'force-dynamic'

const HEADERS = { 'cache-control': 'private, no-store' }

/** What the meeting has decided so far: asked for again and again by every screen that shows it. */
export async function GET(_request: Request, { params }: { params: Promise<{ week: string }> }): Promise<Response> {
  const { actor } = await requireActor()
  if (!SEES_ALL_TOPICS.has(actor.role)) return new Response(null, { status: 403, headers: HEADERS })
  const weekOf = mondayOfKey((await params).week)
  const live = weekOf && (await loadSitting(actor, weekOf))
  if (!live || live.state === 'DRAFT') return new Response(null, { status: 404, headers: HEADERS })
  return Response.json({ live, formKey: issueFormKey(actor.userId) }, { headers: HEADERS })
}
