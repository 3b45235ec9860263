import { expect, signIn, test } from './journey'

test.describe('on the phone', () => {
  test('the ledger folds its filter away; what is set stands in chips and is dropped by one tap', async ({ page }) => {
    await signIn(page, 'steward2', '/projects')
    const cards = page.locator('main li a[href^="/projects/0"]:visible')
    const level = page.getByRole('form', { name: '筛选' }).getByRole('combobox', { name: '四色' })
    await expect(cards.first()).toBeInViewport()
    await expect(level).toBeHidden()
    const all = await cards.count()
    await page.getByRole('form', { name: '筛选' }).getByText('筛选', { exact: true }).click()
    await level.selectOption('GREEN')
    await page.getByRole('button', { name: '查询' }).click()
    await page.waitForURL(/level=GREEN/)
    await expect(level).toBeHidden()
    await page.getByRole('link', { name: '去掉条件 四色' }).click()
    await expect(page).not.toHaveURL(/level=GREEN/)
    await expect(cards).toHaveCount(all)
  })

  test('a project leads with its colour and the way to act; people are called by one tap', async ({ page }) => {
    await signIn(page, 'steward2', '/projects?sort=level')
    await page.locator('main li a[href^="/projects/0"]:visible').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const team = page.getByRole('region', { name: '1加1加N服务团队' })
    await expect(team.getByRole('link', { name: /^打电话给/ }).first()).toHaveAttribute('href', /^tel:\d+/)
    await expect(page.getByRole('link', { name: '登记进展' })).toBeInViewport()
    await expect(page.getByRole('link', { name: '一页纸' })).toBeHidden()
    await page.locator('[data-back-bar] summary', { hasText: '更多' }).click()
    await expect(page.getByRole('link', { name: '一页纸' })).toBeInViewport()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

  test('the milestones fit beside each other, how often a plan moved included', async ({ page }) => {
    await signIn(page, 'steward2', '/projects')
    const href = await page.locator('main li a[href^="/projects/0"]:visible').first().getAttribute('href')
    await page.goto(`${href?.split('?')[0]}/manage`)
    const table = page.getByRole('region', { name: '各节点的计划与实际' })
    await expect(table).toBeVisible()
    expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
  })
})
