import { expect, signIn, test } from './journey'

test('the parameters in force and the rules that read them, with their sources', async ({ page }) => {
  await signIn(page, 'agencyhead', '/rules')
  await expect(page.getByRole('heading', { level: 1, name: '规则与参数' })).toBeVisible()
  const row = page.getByRole('row', { name: /超承诺多少转红/ })
  await expect(row).toContainText('5工作日')
  await row.getByRole('link', { name: 'P2' }).click()
  await expect(page).toHaveURL(/#P2$/)
  const rule = page.locator('#P2')
  await expect(rule).toContainText('承诺超期5工作日')
  await expect(rule).toContainText('责任 部门')
  await expect(page.locator('#P1').getByRole('link', { name: /行政许可法 第四十二条/ })).toBeVisible()
  // Read only: nothing to fill in.
  await expect(page.getByRole('main').locator('input, select, textarea')).toHaveCount(0)
})

test('a red project answers why: the rule, the days of its arithmetic, and those not counted', async ({ page }) => {
  await signIn(page, 'leader', '/projects?level=RED')
  await page.locator('tbody a[href^="/projects/0"]').first().click()
  const why = page.locator('details.why-level')
  await why.getByText('为什么是红', { exact: true }).click()
  await expect(why.getByRole('term').filter({ hasText: '规则' })).toBeVisible()
  await expect(why.getByRole('term').filter({ hasText: '算法' })).toBeVisible()
  await why.getByRole('link', { name: /^(P\d+|D\d|AGG)$/ }).click()
  await expect(page).toHaveURL(/\/rules#/)
})
