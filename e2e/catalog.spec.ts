import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

test('everybody who sees projects reads an item: limits, law, papers, what comes before', async ({ page }) => {
  await signIn(page, 'contact', '/catalog')
  await expect(page.getByRole('heading', { level: 1, name: '事项目录' })).toBeVisible()
  await expect(page.getByRole('button', { name: '新建修订草案' })).toHaveCount(0)
  await page.getByRole('link', { name: '建设用地规划许可证' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: /建设用地规划许可证/ })).toBeVisible()
  await expect(page.getByText('20工作日 已查证')).toBeVisible()
  await expect(page.getByRole('link', { name: /行政许可法 第四十二条/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '企业投资项目备案' }).first()).toBeVisible()
})

test('the bureau prepares a version: a promise over the law is refused and keeps what was typed, then it is saved', async ({
  page,
}) => {
  await signIn(page, 'bizenv')
  await page.getByRole('link', { name: '目录' }).click()
  await page.getByRole('button', { name: '新建修订草案' }).click()
  await expect(page.getByText('草案已建好')).toBeVisible()
  await page.getByRole('link', { name: '建设用地规划许可证' }).first().click()
  const form = page.getByRole('form', { name: '修订这个事项' })
  await form.getByLabel(/承诺时限/).fill('30')
  await form.getByLabel(/修订原因/).fill('一日四证')
  await form.getByRole('button', { name: '存入草案' }).click()
  await expect(form.getByText('请写明依据').first()).toBeVisible()
  await form.getByLabel(/依据/).fill('二七政〔2026〕12号')
  await form.getByRole('button', { name: '存入草案' }).click()
  await expect(form.getByText('承诺时限 30 工作日超过了法定时限允许的 20 工作日').first()).toBeVisible()
  await expect(form.getByLabel(/修订原因/)).toHaveValue('一日四证')
  await form.getByLabel(/承诺时限/).fill('1')
  await form.getByRole('button', { name: '存入草案' }).click()
  await expect(page.getByText('已存入草案')).toBeVisible()
  await expect(page.getByText('5工作日 → 1工作日')).toBeVisible()
  await expect(page.getByText(/原因：一日四证。依据：二七政〔2026〕12号/)).toBeVisible()
})

test('a draft is nobody else’s to read; published it takes over on its day, and running projects keep theirs', async ({
  page,
}) => {
  await signIn(page, 'steward')
  expect((await page.request.get('/catalog?version=2')).status()).toBe(404)
  await page.context().clearCookies()
  await signIn(page, 'bizenv', '/catalog?version=2')
  const form = page.getByRole('form', { name: '定生效日期' })
  await form.getByLabel('生效日期').fill('2026-11-23')
  await form.getByRole('button', { name: '发布第2版' }).click()
  await expect(form.getByText('最早可以填 2026-11-24')).toBeVisible()
  await form.getByLabel('生效日期').fill('2026-12-01')
  await form.getByRole('button', { name: '发布第2版' }).click()
  await expect(page.getByText('已发布，到生效日自动启用')).toBeVisible()
  await expect(page.getByRole('link', { name: /第2版.*2026-12-01起生效/ })).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, 'steward', '/catalog')
  // Until then the old promise holds.
  await expect(page.getByRole('row', { name: /建设用地规划许可证/ }).first()).toContainText('5工作日')
})
