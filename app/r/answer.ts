import { createHash } from 'node:crypto'
import { troublePage, unknownPage } from '@/components/public-form/other-pages'
import type { Frame } from '@/components/public-form/page'
import { SCRIPT } from '@/components/public-form/script'
import { STYLE } from '@/components/public-form/style'
import { readPublicForm } from '@/lib/actions/public-form/read-form'
import { visitorAt } from '@/lib/auth/visitor'
import { resolvePlate } from '@/lib/data/plates'
import type { Visitor } from '@/lib/domain/visitor'
import { helpLine, higherOffice } from '@/lib/help-line'
import { translator } from '@/lib/i18n/translator'
import { visitorLocale } from '@/lib/i18n/visitor-locale'
import { log } from '@/lib/log'

const mark = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** One style and one script, known by their marks, a form to ourselves, and nothing else: no frame, no picture but ours. */
const POLICY = [
  "default-src 'none'",
  `style-src ${mark(STYLE)}`,
  `script-src ${mark(SCRIPT)}`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A page of the public side as an answer: kept by nobody on the way, and setting nothing. */
export const page = (body: string, status = 200): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    },
  })

/** Where a request stands: at a point, or at a plate that is no longer in use. */
export type Place = Readonly<{
  frame: Frame
  code: string
  visitor: Visitor
  spot: Readonly<{ number: number; name: string }> | null
}>

/** The frame of a page without a plate. */
function frameOf(request: Request, code: string | null, district: string | null): Frame {
  const url = new URL(request.url)
  const locale = visitorLocale(url.searchParams.get('lang'), request.headers.get('accept-language'))
  const demo = process.env.EMBEDDED_DATABASE === '1'
  return {
    locale,
    t: translator(locale),
    code,
    district,
    path: url.pathname,
    demo,
    line: helpLine(),
    higher: higherOffice(),
  }
}

/** The place a code stands for; null where nobody knows it. */
async function placeOf(request: Request, code: string): Promise<Place | null> {
  const found = await resolvePlate(code)
  if (!found) return null
  if (found.state === 'REVOKED') {
    const visitor = visitorAt({ districtId: found.districtId, pointId: null })
    return { frame: frameOf(request, code, null), code, visitor, spot: null }
  }
  const { districtId, districtName, pointId, pointName, pointNo } = found
  const visitor = visitorAt({ districtId, pointId })
  return { frame: frameOf(request, code, districtName), code, visitor, spot: { number: pointNo, name: pointName } }
}

type Context = Readonly<{ params: Promise<{ code: string }> }>

/** What somebody typed into a form that could not be looked at. */
async function typedIn(request: Request): Promise<readonly string[]> {
  if (request.method !== 'POST' || request.bodyUsed) return []
  const { fields } = await readPublicForm(request)
  return ['about', 'text', 'place'].flatMap((name) => fields.get(name)?.trim() || [])
}

/**
 * A handler of the public side. A code nobody knows does not reach it; what fails on our side is said in words, with what was
 * typed, and in the log by its kind alone: no line tells who came when.
 */
export const atPlate =
  (handle: (request: Request, place: Place) => Promise<Response> | Response) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const { code } = await params
    try {
      const place = await placeOf(request, code)
      return place ? await handle(request, place) : page(unknownPage(frameOf(request, null, null)), 404)
    } catch (error) {
      log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'public page')
      return page(troublePage(frameOf(request, code, null), await typedIn(request)), 503)
    }
  }

/** A page for somebody who has no plate. */
export const frameWithoutPlate = (request: Request): Frame => frameOf(request, null, null)

/** A form as it came, with the address it is counted by (scripts/start.mjs says whose it is). */
export const arrivalOf = (request: Request, code: string) => ({
  request,
  code,
  address: request.headers.get('x-client-address'),
  nowMs: Date.now(),
})
