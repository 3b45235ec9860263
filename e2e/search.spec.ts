import { expect, signIn, test } from './journey'

const LABEL = '搜索项目、手续、人员、单位'

test('finds a project by its initials with the keyboard alone, from anywhere', async ({ page }) => {
  await signIn(page, 'office', '/warnings')
  await expect(page.locator('search[data-ready]')).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: LABEL })
  await expect(field).toBeFocused()
  // Before anything is typed: what one recorded lately oneself, else what moved.
  await expect(
    page
      .getByRole('group', { name: /^(您最近登记过的|最近有变化的)$/ })
      .getByRole('option')
      .first(),
  ).toBeVisible()
  await page.keyboard.type('bydqpp')
  const hit = page.getByRole('option', { name: /比亚迪全品牌体验中心/ })
  await expect(hit).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /比亚迪全品牌体验中心/ })).toBeVisible()
})

test('arrows step through the groups, Escape closes, and all of a kind opens as many as it said', async ({ page }) => {
  await signIn(page, 'office')
  await expect(page.locator('search[data-ready]')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zx')
  const projects = page.getByRole('group', { name: '项目', exact: true })
  const all = projects.getByRole('option', { name: /^全部\d+条$/ })
  await expect(all).toBeVisible()
  const options = page.getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('option', { name: '查看全部结果' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: LABEL })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const n = (await all.innerText()).replace(/\D/g, '')
  await all.click()
  await expect(page).toHaveURL(/\/projects\?q=zx/)
  await expect(page.getByText(`共${n}条`)).toBeVisible()
})

test('an agency finds its procedures, and a word nothing answers is answered in words', async ({ page }) => {
  await signIn(page, 'agency')
  await expect(page.locator('search[data-ready]')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('施工许可')
  await expect(page.getByRole('group', { name: '手续' }).getByRole('option').first()).toBeVisible()
  await page.getByRole('combobox', { name: LABEL }).fill('没有这样的东西')
  await expect(page.getByText('没有找到“没有这样的东西”')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
  await expect(page.getByRole('heading', { level: 1, name: '搜索' })).toBeVisible()
})

test('who sees no project has no search, and its address refuses him', async ({ page }) => {
  await signIn(page, 'auditor')
  await expect(page.getByRole('combobox')).toHaveCount(0)
  expect((await page.request.get('/search?q=zx')).status()).toBe(403)
  expect((await page.request.get('/api/search?q=zx')).status()).toBe(403)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the field opens a page of results, kind by kind', async ({ page }) => {
    await signIn(page, 'office')
    await page.getByRole('searchbox', { name: LABEL }).fill('zx')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/search\?q=zx/)
    await expect(page.getByRole('heading', { level: 2, name: '项目', exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: /^全部\d+条$/ }).first()).toBeVisible()
    await page.goto('/search?q=guanjia&kind=people')
    await expect(page.getByText(/第1页/)).toBeVisible()
  })
})
