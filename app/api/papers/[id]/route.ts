import { notFound } from 'next/navigation'
import { takePaper } from '@/lib/actions/take-paper'
import { originOfRequest } from '@/lib/auth/origin'
import { requireActor } from '@/lib/auth/require-actor'
import { businessDay } from '@/lib/clock'
import type { Failure } from '@/lib/domain/result'
import type { Locale } from '@/lib/i18n/locale'
import { plainPage } from '@/lib/i18n/plain-page'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'

export const dynamic = 'force-dynamic'

/** A download has no page to say it on: why it has to wait, on a page of its own. */
function tooMany(failure: Failure, locale: Locale): Response {
  const t = translator(locale)
  const plain = { most: String(failure.most), seconds: String(failure.seconds) }
  return new Response(
    plainPage(locale, t('export.refusal.title'), t('export.refusal.EXPORT_LIMIT', plain as never), ''),
    {
      status: 429,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'private, no-store',
        'retry-after': plain.seconds,
      },
    },
  )
}

/** Hands out minutes or a brief as a document; who may not have it learns nothing about it. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, locale } = await requireActor()
  const { id } = await params
  // Taking a paper is remembered: no other site may make somebody take one.
  if ((await originOfRequest()) === 'foreign') return new Response(null, { status: 403 })
  if (!isUuid(id)) notFound()
  const taken = await takePaper(actor, id, { today: businessDay(), now: new Date() })
  if (!taken.ok && taken.error.code === 'EXPORT_LIMIT') return tooMany(taken.error, locale)
  if (!taken.ok) notFound()
  const { bytes, disposition } = taken.value
  return new Response(bytes, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': disposition,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
