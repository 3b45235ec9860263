import { requireActor } from '@/lib/auth/require-actor'
import { takeSearchTurn } from '@/lib/auth/search-turns'
import { businessDay } from '@/lib/clock'
import { recentProjects, search } from '@/lib/data/search'
import { searchWords } from '@/lib/domain/search-words'
import { SEARCHES } from '@/lib/domain/sight'
import { recentSections, searchSections } from '@/lib/i18n/search-lines'
import { searchQuery } from '@/lib/schemas/search'

export const dynamic = 'force-dynamic'

const HEADERS = { 'cache-control': 'private, no-store' }

/** Hits for the search field while somebody types. */
export async function GET(request: Request): Promise<Response> {
  const { actor, locale } = await requireActor()
  if (!SEARCHES.has(actor.role)) return new Response(null, { status: 403, headers: HEADERS })
  const wait = takeSearchTurn(actor.userId, Date.now())
  if (wait > 0) return new Response(null, { status: 429, headers: { ...HEADERS, 'retry-after': String(wait) } })
  const { q } = searchQuery.pick({ q: true }).parse({ q: new URL(request.url).searchParams.get('q') ?? '' })
  const today = businessDay()
  const sections =
    searchWords(q).length === 0
      ? recentSections(await recentProjects(actor), locale)
      : searchSections(q, await search(actor, { q, page: 1 }, today), today, locale)
  return Response.json({ sections }, { headers: HEADERS })
}
