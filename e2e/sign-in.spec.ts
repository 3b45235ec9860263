import { expect, PASSWORD, signInAnew, test } from './journey'

test('a wrong password says the same for an account that exists and one that does not', async ({ page }) => {
  const answers: string[] = []
  for (const username of ['bizenv', 'nobody-of-that-name']) {
    await page.goto('/login')
    await page.getByLabel('账号').fill(username)
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录' }).click()
    const alert = page.getByRole('alert').filter({ hasText: /./ })
    await expect(alert).toBeVisible()
    answers.push((await alert.textContent()) ?? '')
    await expect(page.getByLabel('账号')).toHaveValue(username)
  }
  expect(answers[0]).toBe(answers[1])
})

test('five failures lock a name, even for the right password', async ({ page }) => {
  await page.goto('/login')
  for (let i = 0; i < 5; i++) {
    await page.getByLabel('账号').fill('steward23')
    await page.getByLabel('密码').fill(`wrong ${i}`)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('button', { name: '登录' })).toBeEnabled()
    await expect(page.getByRole('alert').filter({ hasText: '锁定' })).toBeVisible()
  }
  await page.getByLabel('账号').fill('steward23')
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('button', { name: '登录' })).toBeEnabled()
  await expect(page).toHaveURL(/login/)
  await expect(page.getByText(/已经锁定。请过1[45]分钟再试/)).toBeVisible()
})

test('sign-in leads on to where one wanted to go, and never off the site', async ({ page, baseURL }) => {
  await signInAnew(page, 'leader', '/projects?view=signed')
  await expect(page).toHaveURL(/projects\?view=signed/)
  await page.getByText('分包区领导').first().click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByText('您已退出登录')).toBeVisible()
  await page.goto('/login?next=//evil.example/x')
  await page.getByLabel('账号').fill('leader')
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(`${baseURL}/`)
  await expect(page.getByRole('navigation', { name: '主导航' }).first()).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test(`the language is chosen before signing in${javaScriptEnabled ? '' : ', without a script'}, and an account that chose none follows it`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto('/projects?view=signed')
    const english = page.getByRole('button', { name: 'English' })
    if (javaScriptEnabled)
      await expect
        .poll(() => english.evaluate((b) => Object.keys(b).some((key) => key.startsWith('__react'))))
        .toBe(true)
    await page.getByLabel('账号').fill('leader')
    await english.click()
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    // With a script nothing that was typed is lost; without one it is a new page.
    if (javaScriptEnabled) await expect(page.getByLabel('Account')).toHaveValue('leader')
    else await page.getByLabel('Account').fill('leader')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/projects\?view=signed/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[A-Za-z]/)
    // Another browser chose nothing: the account has kept nothing either.
    const other = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'zh-CN' })
    const elsewhere = await other.newPage()
    await signInAnew(elsewhere, 'leader', '/projects')
    await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await other.close()
    await page.goto('/login')
    await expect(page).toHaveURL(`${baseURL}/`)
    await context.close()
  })

test('after signing out the session is over on the server', async ({ page, context }) => {
  await signInAnew(page, 'leader')
  const cookies = await context.cookies()
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')))
  await page.evaluate(() =>
    localStorage.setItem('draft:x', JSON.stringify({ at: Date.now(), values: { note: '半句' } })),
  )
  expect(await drafts()).toEqual(['draft:x'])
  await page.getByText('分包区领导').first().click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/login/)
  // At a shared machine the next one finds nothing.
  await expect.poll(drafts).toEqual([])
  await context.addCookies(cookies)
  await page.goto('/projects')
  await expect(page).toHaveURL(/login/)
})

test('every answer carries its headers, with a nonce of its own', async ({ request }) => {
  const nonces = new Set<string>()
  for (let i = 0; i < 3; i++) {
    const headers = (await request.get('/login')).headers()
    const policy = headers['content-security-policy'] ?? ''
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
    expect(policy).toContain("object-src 'none'")
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-powered-by']).toBeUndefined()
  }
  expect(nonces.size).toBe(3)
  expect((await request.get('/_next/image?url=/icon.svg&w=64&q=75')).status()).toBe(404)
  const health = await request.get('/api/health')
  expect(health.status()).toBe(200)
  expect((await health.json()).status).toBe('ok')
})
