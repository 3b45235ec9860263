import { notFound } from 'next/navigation'
import { z } from 'zod'
import { exportHelp } from '@/lib/actions/export-help'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay, timeOfInstant } from '@/lib/clock'
import { SERVICE_EXPORTS } from '@/lib/domain/service-export'
import { handedOut, refused } from '../../answers'

export const dynamic = 'force-dynamic'

const exportKind = z.enum(SERVICE_EXPORTS)

export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const kind = exportKind.safeParse((await params).kind)
  if (!kind.success) notFound()
  const { actor, locale } = await requireActor()
  // Taking a file is remembered and counted: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return refused({ code: 'FOREIGN' }, locale, '/services')
  const { searchParams } = new URL(request.url)
  const values = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]))
  const now = new Date()
  const made = await exportHelp(
    actor,
    { kind: kind.data, values, query: searchParams.toString() },
    { today: businessDay(), now, clock: timeOfInstant(now) },
  )
  return made.ok ? handedOut(made.value) : refused(made.error, locale, '/services')
}
