import { FORM_MAX_BYTES } from '@/lib/actions/form-state'
import { originOfRequest } from '@/lib/auth/origin'
import { currentAccount } from '@/lib/auth/require-actor'
import { safePath } from '@/lib/auth/safe-path'
import { escapeHtml, plainPage } from '@/lib/i18n/plain-page'
import { requestLocale } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/schemas/id'
import { printable } from '@/lib/schemas/text'

export const dynamic = 'force-dynamic'

/** More than this is not shown back: nobody typed it. */
const SHOWN_BYTES = 4_000_000
/** Fields that are ours, or nobody else's business. */
const HIDDEN = /^\$|^formKey$|^version$|^began$|^base\.|password/i

/** What somebody typed into the form that came; nothing when it was another site's, or cannot be read. */
async function typedIn(request: Request): Promise<string[]> {
  if ((await originOfRequest()) !== 'same' || Number(request.headers.get('content-length')) > SHOWN_BYTES) return []
  try {
    return [...(await request.formData())].flatMap(([name, value]) => {
      if (typeof value !== 'string' || HIDDEN.test(name.replace(/^\d+_/, ''))) return []
      return value.trim() === '' || isUuid(value) ? [] : [printable(value)]
    })
  } catch {
    return []
  }
}

/**
 * The answer to a form that is larger than an action takes (scripts/requests.mjs leads it here): says so, and shows what
 * was typed. A browser with scripts says it before it sends anything.
 */
export async function POST(request: Request): Promise<Response> {
  const account = await currentAccount()
  const locale = account?.locale ?? (await requestLocale())
  const t = translator(locale)
  const headers = { 'cache-control': 'private, no-store' }
  const words = t('form.tooLargePage.text', { kb: FORM_MAX_BYTES / 1000 })
  if (request.headers.has('x-sent-by-script')) return new Response(words, { status: 413, headers })
  const typed = await typedIn(request)
  const areas = typed.map((text) => {
    const label = escapeHtml(t('form.tooLargePage.typed'))
    return `<textarea readonly aria-label="${label}" rows="${text.length > 80 ? 12 : 1}" style="font:inherit;width:100%;margin-top:8px">\n${escapeHtml(text)}</textarea>`
  })
  const back = `<p><a href="${escapeHtml(safePath(request.headers.get('x-sent-to')))}">${escapeHtml(t('form.tooLargePage.back'))}</a></p>`
  const below = typed.length > 0 ? `<p>${escapeHtml(t('form.tooLargePage.typed'))}</p>${areas.join('')}` : ''
  return new Response(plainPage(locale, t('form.tooLargePage.title'), words, back + below), {
    status: 413,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
  })
}
