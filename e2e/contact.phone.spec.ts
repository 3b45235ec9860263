import { expect, signIn, test } from './journey'

test('on the phone: a project unit sees it is his turn, hands in, and takes a slip back', async ({ page }) => {
  await signIn(page, 'contact')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('轮到您')
  await expect(page.getByText('要补的材料')).toBeVisible()
  await expect(page.getByRole('link', { name: /^打电话给管家/ })).toHaveAttribute('href', /^tel:\d+/)
  await page.getByRole('button', { name: /^材料交回了/ }).click()
  const status = page.getByRole('status').filter({ hasText: '已登记' })
  await expect(status).toBeVisible()
  await expect(page.getByText('要补的材料')).toBeHidden()
  await status.getByRole('button', { name: '点错了，撤回' }).click()
  await expect(page.getByText('要补的材料')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
})

test('on the phone: of an agency he reads its name and no more, of other enterprises nothing', async ({ page }) => {
  await signIn(page, 'contact')
  await expect(page.getByText('经办人')).toHaveCount(0)
  await page.getByRole('navigation', { name: '主导航' }).last().getByRole('link', { name: '手续' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '手续' })).toBeVisible()
  await expect(page.getByText('经办人')).toHaveCount(0)
  const projects = await page.locator('main li a span.truncate').allTextContents()
  expect(new Set(projects).size).toBe(1)
})
