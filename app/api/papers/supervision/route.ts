import { notFound } from 'next/navigation'
import { handedOut, refused } from '@/app/api/export/answers'
import { takeAnalysis } from '@/lib/actions/take-analysis'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { analysisPeriod, analysisQuery } from '@/lib/schemas/supervision'

export const dynamic = 'force-dynamic'

/** Hands out the analysis of some days as a document; who has none learns nothing about it. */
export async function GET(request: Request): Promise<Response> {
  const { actor, locale } = await requireActor()
  // Taking a paper is remembered: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  const today = businessDay()
  const asked = analysisQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { period } = analysisPeriod(asked, today)
  const now = new Date()
  const made = await takeAnalysis(actor, period, { today, now, clock: timeOfInstant(now) })
  if (made.ok) return handedOut(made.value, 'docx')
  if (made.error.code === 'EXPORT_LIMIT') return refused(made.error, locale, '/supervision/analysis')
  notFound()
}
