import { expect, signIn, test } from './journey'

test('on the phone: what a step skips is asked in its form, and nothing runs off the screen', async ({ page }) => {
  await signIn(page, 'steward21', '/procedures?group=waiting&mine=1')
  const href = await page.locator('main a[href^="/procedures/0"]:visible').first().getAttribute('href')
  await page.goto(`${href}/finish`)
  await expect(page.getByText('以下日期以前没有登记，随这一步补录')).toBeVisible()
  await page.getByLabel('收件日期').fill('2026-11-09')
  await page.getByLabel('受理日期').fill('2026-11-10')
  await page.getByLabel('确实如此，情况是').selectOption('UNRECORDED')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
  await expect(page.getByText('管家代录').first()).toBeVisible()
})
