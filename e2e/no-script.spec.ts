import { expect, signIn, test } from './journey'

test.use({ javaScriptEnabled: false })

test('the jobs of a steward need no script: update, nothing new, find, red ones, export', async ({ page }) => {
  await signIn(page, 'steward14')
  // 1: a procedure's next step.
  await page.locator('main a[href^="/procedures/"]:visible').first().click()
  await page.locator('main aside a[href*="/procedures/"]').first().click()
  await page.locator('main form button[type=submit].btn-primary').click()
  await expect(page).toHaveURL(/done=1/)
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
  // 2: nothing new, for one project.
  await page.goto('/')
  const waiting = page.getByRole('heading', { name: /本周还没报/ })
  const before = Number(/\d+/.exec((await waiting.textContent()) ?? '')?.[0])
  await page
    .getByRole('button', { name: /^无变化，/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: `本周还没报 ${before - 1} 个项目` })).toBeVisible()
  // 3: find a project and see what holds it up.
  await page.getByRole('search').locator('input').first().fill('zx')
  await page.getByRole('search').locator('input').first().press('Enter')
  await expect(page).toHaveURL(/\/search\?/)
  await page.locator('main a[href^="/projects/0"]').first().click()
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('main .lamp').first()).toBeVisible()
  // 5: raise a problem; the sentence that is missing is asked for.
  await page.goto('/projects?view=mine')
  await page.locator('main a[href^="/projects/0"]:visible').first().click()
  await page.getByRole('link', { name: '提问题' }).first().click()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('请写一句话说清楚。', { exact: true })).toBeVisible()
  await page.getByLabel('遇到什么问题').fill('围挡外管线图缺一张')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '围挡外管线图缺一张' })).toBeVisible()
  // 8: export what is seen, as a plain address.
  const file = await page.request.get('/api/export/view?view=mine')
  expect(file.status()).toBe(200)
  expect(file.headers()['content-disposition']).toContain('attachment')
})

test('an agency and the office do theirs without a script: reply, all red ones, remind many', async ({ page }) => {
  await signIn(page, 'agency')
  // 4: tell what is missing; a refusal keeps what was typed.
  await page
    .getByRole('link', { name: /^告知补正：/ })
    .last()
    .click()
  await page.getByLabel('其他，写一句').fill('')
  await page.getByRole('button', { name: '发补正通知，暂停计时' }).click()
  await expect(page.getByText('请写明原因。')).toBeVisible()
  await page.context().clearCookies()

  await signIn(page, 'office')
  // 6: all red ones.
  await page.goto('/projects?level=RED')
  await expect(page.locator('tbody .lamp-RED').first()).toBeVisible()
  // 9: remind those, seen before anything is sent.
  await page.goto('/projects/remind?level=RED&pick=all')
  await expect(page.locator('main form button[type=submit]').first()).toBeVisible()
})
