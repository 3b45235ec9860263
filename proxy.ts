import { type NextRequest, NextResponse } from 'next/server'

const development = process.env.NODE_ENV === 'development'

/** Pages on which the commission opens sealed reports: its cryptography is compiled in its browser. */
const UNSEALS = /^\/supervision\/reports(\/|$)/

/** Content rules of one response; the nonce lets in the scripts we rendered and nothing else. */
const contentPolicy = (nonce: string, unseals: boolean): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : unseals ? " 'wasm-unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src-elem 'self' 'nonce-${nonce}'`,
    // Bars and columns are placed by inline style attributes rendered on the server.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors 'self' ${process.env.FRAME_ANCESTORS ?? ''}`.trim(),
  ].join('; ')

/**
 * Headers of every page. Not a boundary: each page asks for its actor itself.
 */
export function proxy(request: NextRequest): NextResponse {
  // The image optimizer is switched off; its address stays closed as well.
  if (request.nextUrl.pathname.startsWith('/_next/image')) return new NextResponse(null, { status: 404 })
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = contentPolicy(nonce, UNSEALS.test(request.nextUrl.pathname))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

export const config = {
  // Static files carry their headers from next.config.ts; uploads never pass here, it would cut them short; pictures of
  // complaints and the public page have a stricter policy of their own (app/r/answer.ts).
  matcher: ['/((?!_next/static/|api/files/|api/complaint-photos/|r/|r$|icon\\.svg$|sw\\.js$|favicon\\.ico$).*)'],
}
