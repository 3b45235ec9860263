import { expect, signIn, test } from './journey'

test('finds a project in two taps', async ({ page }) => {
  await signIn(page, 'leader')
  await expect(page.locator('search[data-ready]')).toBeVisible()
  await page.getByRole('combobox').tap()
  await page.keyboard.type('比亚迪')
  const hit = page.getByRole('option', { name: /比亚迪全品牌体验中心/ })
  await expect(hit).toBeVisible()
  const box = await hit.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await hit.tap()
  await expect(page.getByRole('heading', { level: 1, name: /比亚迪全品牌体验中心/ })).toBeVisible()
})
