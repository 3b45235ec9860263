import { headers } from 'next/headers'
import { proofPath } from '@/lib/auth/safe-path'
import type { Failure } from '@/lib/domain/result'
import type { Locale } from '@/lib/i18n/locale'
import { escapeHtml, plainPage } from '@/lib/i18n/plain-page'
import { translator } from '@/lib/i18n/translator'

const STATUS: Readonly<Record<string, number>> = { EXPORT_LIMIT: 429, EXPORT_TOO_MANY: 422 }
/** Pages a file is taken from, and how the way back to them is called. */
const BACK = {
  '/projects': 'export.refusal.back',
  '/tasks': 'task.detail.back',
  '/factors': 'factor.back',
  '/financing': 'financing.back',
  '/issues': 'issueLedger.back',
  '/ranking': 'bulletin.back',
  '/services/walks': 'walk.back',
  '/services/packs': 'pack.back',
  '/supervision/complaints': 'complaint.back',
  '/supervision/slips': 'supervisionSlip.back',
  '/supervision/analysis': 'supervisionSlip.back',
  '/enterprises': 'enterprise.back',
  '/services/jobs': 'job.back',
  '/services/outbound': 'outbound.back',
  '/services': 'service.back',
  '/financing/harbours': 'harbour.back',
  '/financing/events': 'financeEvent.back',
  '/supervision/points': 'point.back',
} as const
export type List = keyof typeof BACK
type Refusal = 'EXPORT_LIMIT' | 'EXPORT_TOO_MANY' | 'FORBIDDEN' | 'FOREIGN'

/** A refusal as a page of its own: a download has no page to say it on. Who shall show once more that it is him is led there. */
export async function refused(failure: Failure, locale: Locale, list: List = '/projects'): Promise<Response> {
  if (failure.code === 'PROOF_DUE')
    return new Response(null, { status: 303, headers: { location: proofPath((await headers()).get('x-path')) } })
  const t = translator(locale)
  const { code, ...params } = failure
  const plain = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
  const words = t(`export.refusal.${code as Refusal}`, plain as never)
  const word = t(BACK[list])
  const back = `<p><a href="${list}">${escapeHtml(word)}</a></p>`
  return new Response(plainPage(locale, t('export.refusal.title'), words, back), {
    status: STATUS[code] ?? 403,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      ...(code === 'EXPORT_LIMIT' ? { 'retry-after': String(params.seconds) } : {}),
    },
  })
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** A file as a download under its own name; nobody keeps a copy on the way. */
export const handedOut = (
  { bytes, fileName }: Readonly<{ bytes: Buffer; fileName: string }>,
  type: keyof typeof TYPES = 'xlsx',
): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPES[type],
      'content-disposition': `attachment; filename="${type === 'xlsx' ? 'ledger' : 'paper'}.${type}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
