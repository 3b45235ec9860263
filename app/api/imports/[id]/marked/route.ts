import { forbidden, notFound, redirect } from 'next/navigation'
import { markImport } from '@/lib/actions/mark-import'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import { relationFor } from '@/lib/domain/access'

export const dynamic = 'force-dynamic'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The uploaded ledger with its errors marked, for whoever uploaded it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, locale } = await requireActor()
  if ((await originOfRequest()) === 'foreign' || !relationFor(actor.role, 'ledger.import')) forbidden()
  const { id } = await params
  const made = await markImport(actor, id, businessDay(), locale)
  if (!made.ok && made.error.code === 'NOT_FOUND') notFound()
  if (!made.ok) {
    const seconds = typeof made.error.seconds === 'number' ? `&seconds=${made.error.seconds}` : ''
    redirect(`/imports/${id}?step=preview&refused=${made.error.code}${seconds}`)
  }
  const { bytes, fileName, workbook } = made.value
  const kind = workbook ? 'xlsx' : 'csv'
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPES[kind],
      'content-disposition': `attachment; filename="ledger.${kind}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'content-length': String(bytes.length),
      'cache-control': 'private, no-store',
    },
  })
}
