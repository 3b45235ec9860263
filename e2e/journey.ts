import { test as base, expect, type Page } from '@playwright/test'

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

/** Signs in as a person would. */
export async function signIn(page: Page, username: string, path = '/'): Promise<void> {
  await page.goto(path === '/' ? '/login' : path)
  await page.getByLabel(/账号|Account/).fill(username)
  await page.getByLabel(/密码|Password/).fill(PASSWORD)
  await page.getByRole('button', { name: /登录|Sign in/ }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
}
