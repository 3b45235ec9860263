import { expect, signIn, test } from './journey'

test('the office reads the board, opens a number, and compares two other days', async ({ page }) => {
  await signIn(page, 'office')
  await page.getByRole('navigation', { name: '主导航' }).first().getByRole('link', { name: '预警' }).click()
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toContainText(/^红\d+个/)
  const reds = Number((await title.textContent())?.match(/\d+/)?.[0])
  await expect(page.getByRole('heading', { name: `全区，红 ${reds}个` })).toBeVisible()

  const number = page.getByRole('link', { name: /，黄 \d+个，看名单/ }).first()
  const many = Number((await number.textContent()) ?? '')
  await number.click()
  await expect(page.getByRole('heading', { name: new RegExp(`黄 ${many}个$`) })).toBeVisible()
  await expect(page.locator('#list li')).toHaveCount(Math.min(many, 20))

  await page.getByText('换两天比').click()
  await page.getByLabel('从', { exact: true }).fill('2026-11-09')
  await page.getByLabel('到', { exact: true }).fill('2026-11-16')
  await page.getByRole('button', { name: '比较' }).click()
  await expect(page).toHaveURL(/from=2026-11-09/)
  await expect(title).toContainText('11-09')

  await page.getByRole('link', { name: /按责任方/ }).click()
  await expect(page).toHaveURL(/by=owner.*from=2026-11-09/)
  await expect(page.getByRole('rowheader', { name: /项目单位/ })).toBeVisible()
})
