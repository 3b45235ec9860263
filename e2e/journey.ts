import { test as base, type Cookie, expect, type Page } from '@playwright/test'

export const PASSWORD = process.env.DEMO_PASSWORD ?? 'Erqi-Demo-2026'

/**
 * A browser whose pages, those opened beside the first too, fail their test on any console error (a breach of the content
 * policy and a page that woke up different are among them), script error, failed request or request to another host.
 */
export const test = base.extend<{ cut: boolean }>({
  /** Whether the journey cuts the connection itself; in any other a cut is a fault. */
  cut: [false, { option: true }],
  context: async ({ context, baseURL, cut }, use) => {
    const faults: string[] = []
    context.on('console', (message) => {
      // A refused page is answered 403, 404 or 413, and the browser says so.
      const expected = cut
        ? /status of (4(0[349]|13)|503)|ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET)/
        : /status of 4(0[34]|13)/
      if (message.type() === 'error' && !expected.test(message.text())) faults.push(`console: ${message.text()}`)
    })
    context.on('weberror', (error) => faults.push(`script: ${error.error().message}`))
    context.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol.startsWith('http') && url.host !== new URL(baseURL ?? '').host)
        faults.push(`other host: ${url.host}`)
    })
    context.on('response', (response) => {
      // The page that says there is no connection is the browser's own.
      if (response.status() >= 500 && !response.fromServiceWorker())
        faults.push(`${response.status()} ${response.url()}`)
    })
    await use(context)
    expect(faults).toEqual([])
  },
})
export { expect }

/** Sessions begun by this worker, by username. Another worker has its own: whoever signs out ends nobody else's. */
const begun = new Map<string, Cookie>()

/**
 * Signs in as a person would, the first time this worker is asked to; after that the browser brings the session along and
 * opens the page at once. A session that was ended meanwhile leads to the form again.
 */
export async function signIn(page: Page, username: string, path = '/'): Promise<void> {
  const session = begun.get(username)
  if (!session) return signInAnew(page, username, path)
  await page.context().addCookies([session])
  await page.goto(path)
  if (new URL(page.url()).pathname === '/login') await fillIn(page, username)
}

/** Signs in as a person would: for a journey that is about sessions. */
export async function signInAnew(page: Page, username: string, path = '/'): Promise<void> {
  await page.goto(path === '/' ? '/login' : path)
  await fillIn(page, username)
}

async function fillIn(page: Page, username: string): Promise<void> {
  await page.getByLabel(/账号|Account/).fill(username)
  await page.getByLabel(/密码|Password/).fill(PASSWORD)
  await page.getByRole('button', { name: /登录|Sign in/ }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
  const session = (await page.context().cookies()).find((cookie) => cookie.name === 'xmgj')
  if (session) begun.set(username, session)
}
