// What is done with a request before Next gets it.

/** Methods the product or Next answers; it fails on others instead of refusing them. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** What Next takes as the body of an action; over it, it answers with a bare 500. */
export const ACTION_BODY_BYTES = 1024 * 1024
const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded|text\/plain)\b/i

/**
 * Answers a request whose method nothing here knows.
 *
 * @returns whether it was answered
 */
export function refuseMethod(req, res) {
  if (METHODS.includes(req.method)) return false
  res.writeHead(405, { allow: METHODS.join(', '), 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  res.end('405\n')
  return true
}

/** The public page: plain pages and plain forms, read by people who have no account and are not to be known. */
const isPublic = (req) => /^\/r(\/|\?|$)/.test(req.url)
/** What only pages with scripts of ours send; the public page has none, so nobody has a reason to send it there. */
const ENGINE = ['next-action', 'rsc', 'next-resume', 'next-router-state-tree', 'next-router-prefetch', 'next-url']

/**
 * Answers a request to the public page that speaks to the engine behind it rather than to the page (SECURITY H-04).
 *
 * @returns whether it was answered
 */
export function refuseEngine(req, res) {
  if (!isPublic(req) || !ENGINE.some((name) => name in req.headers)) return false
  res.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  res.end('400\n')
  return true
}

/** Says of a request whether it asks for a whole page, or, as our own scripts do, for a part of one (components/ui/rows.tsx). */
export function markWholePage(req) {
  delete req.headers['x-whole-page']
  if (req.method === 'GET' && !('rsc' in req.headers)) req.headers['x-whole-page'] = '1'
}

/**
 * Leads a form that is too large for an action to the page that says so and shows what was typed. Addresses of the API and
 * the public page look after their own sizes.
 */
export function divertLargeForm(req) {
  delete req.headers['x-sent-to']
  if (req.method !== 'POST' || req.url.startsWith('/api/') || isPublic(req)) return
  if (!(Number(req.headers['content-length']) > ACTION_BODY_BYTES) || !FORM.test(req.headers['content-type'] ?? ''))
    return
  req.headers['x-sent-to'] = req.url
  // Nothing is to be run: only read, and answered.
  if ('next-action' in req.headers) req.headers['x-sent-by-script'] = '1'
  delete req.headers['next-action']
  req.url = '/api/too-large'
}

/**
 * Writes a page that led nowhere into the log under the number it shows (lib/auth/refusal-number.ts): the first letters of
 * the nonce its content policy lets in.
 */
export function logDeadEnds(req, res, write = console.log) {
  const path = req.url.split('?')[0]
  // Nothing is written down of the public page, not even that somebody mistyped its address.
  if (path.startsWith('/api/') || path.startsWith('/_next/') || isPublic(req)) return
  res.on('finish', () => {
    if (res.statusCode !== 403 && res.statusCode !== 404) return
    const nonce = /'nonce-([^']+)'/.exec(String(res.getHeader('content-security-policy')))?.[1]
    if (!nonce) return
    const number = Buffer.from(nonce, 'base64').toString('utf8').slice(0, 8).toUpperCase()
    write(JSON.stringify({ level: 30, time: Date.now(), number, status: res.statusCode, path, msg: 'dead end' }))
  })
}
