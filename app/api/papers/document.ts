import { notFound } from 'next/navigation'
import type { TakenPaper } from '@/lib/actions/take-paper'
import type { Failure, Result } from '@/lib/domain/result'
import type { Locale } from '@/lib/i18n/locale'
import { plainPage } from '@/lib/i18n/plain-page'
import { translator } from '@/lib/i18n/translator'

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

/** A document handed out, or why it has to wait; who may not have it learns nothing about it. */
export function documentResponse(taken: Result<TakenPaper>, locale: Locale): Response {
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
