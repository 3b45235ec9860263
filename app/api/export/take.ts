import { notFound } from 'next/navigation'
import type { z } from 'zod'
import type { ExportMoment } from '@/lib/actions/export-ledger'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import type { Actor } from '@/lib/domain/access'
import type { Result } from '@/lib/domain/result'
import { handedOut, refused } from './answers'

/**
 * A file of the ranking: whoever may not have it, or asks for none there is, learns nothing; what has to wait says so on a
 * page of its own.
 *
 * @param wish what the address asks for
 */
export async function takeOfRanking<S extends z.ZodType>(
  wish: unknown,
  schema: S,
  make: (actor: Actor, wish: z.output<S>, moment: ExportMoment) => Promise<Result<{ bytes: Buffer; fileName: string }>>,
  type: 'xlsx' | 'docx' = 'xlsx',
): Promise<Response> {
  const { actor, locale } = await requireActor()
  // Taking a file is remembered and counted: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return refused({ code: 'FOREIGN' }, locale, '/ranking')
  const read = schema.safeParse(wish)
  if (!read.success) notFound()
  const now = new Date()
  const made = await make(actor, read.data, { today: businessDay(), now, clock: timeOfInstant(now) })
  if (made.ok) return handedOut(made.value, type)
  if (made.error.code === 'NOT_FOUND' || made.error.code === 'FORBIDDEN') notFound()
  return refused(made.error, locale, '/ranking')
}

/** What an address says, each name once. */
export const wishOf = (request: Request): Record<string, string> =>
  Object.fromEntries(new URL(request.url).searchParams)
