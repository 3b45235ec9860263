import { expect, signIn, test } from './journey'

test('on the phone: opens the worst item, sees the moves at once, and nothing runs off the screen', async ({
  page,
}) => {
  await signIn(page, 'steward2')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('navigation', { name: '主导航' }).last().getByRole('link', { name: '项目' }).click()
  await expect(page.getByRole('heading', { name: '项目台账' })).toBeVisible()
  await page.locator('main li a[href^="/projects/0"]:visible').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const procedure = page.locator('main a[href^="/procedures/"]:visible').first()
  await procedure.click()
  await expect(page.getByText('办到哪一步了？')).toBeVisible()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})
