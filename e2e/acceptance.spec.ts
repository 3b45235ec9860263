// Checks of the design that no other journey proves: docs/acceptance.md says which one stands where.
import { expect, signIn, test } from './journey'

test.describe('on the phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  test('a steward’s first thing to do is in sight, in few blocks, and each number counts its rows', async ({
    page,
  }) => {
    await signIn(page, 'steward2')
    const items = page.getByRole('main').getByRole('list').first().getByRole('listitem')
    await expect(items.first().locator('.btn')).toBeInViewport()
    expect(await page.locator('main h2:visible').count()).toBeLessThanOrEqual(7)
    const heading = page.getByRole('heading', { level: 1 })
    const many = Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0])
    await expect(items).toHaveCount(many)
    const waiting = page.getByRole('heading', { name: /本周还没报/ })
    const unreported = Number(/\d+/.exec((await waiting.textContent()) ?? '')?.[0])
    await expect(page.getByRole('button', { name: /^无变化，/ })).toHaveCount(unreported)
  })
})

test('the office prepares its meeting in one click from its first page', async ({ page }) => {
  await signIn(page, 'office')
  await page.locator('main a[href*="/meetings/"][href*="/agenda"]').first().click()
  await page.waitForURL(/\/meetings\/[\d-]+\/agenda/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test.describe('on a small desk', () => {
  test.use({ viewport: { width: 1366, height: 768 } })

  test('a red project says who, why, what is stuck and what comes next without scrolling', async ({ page }) => {
    await signIn(page, 'office', '/projects?level=RED')
    await page.locator('tbody a[href^="/projects/0"]').first().click()
    await page.waitForURL(/\/projects\/0/)
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    await expect(page.locator('main .lamp-RED').first()).toBeInViewport()
    const team = page.getByRole('region', { name: '1加1加N服务团队' })
    await expect(team).toBeInViewport({ ratio: 1 })
    await expect(team.getByRole('link', { name: /^打电话给/ }).first()).toBeInViewport()
    await expect(page.getByText('不动会怎样')).toBeInViewport()
    await expect(page.getByText('怎样转绿')).toBeInViewport()
  })

  test('a list comes back as it was, by reload and by Back, and its first columns stay', async ({ page }) => {
    await signIn(page, 'office', '/projects?view=warned&sort=name&size=50')
    const seen = async () => [page.url(), await page.locator('tbody tr').allTextContents()]
    await expect(page.locator('tbody tr').first()).toBeVisible()
    const before = await seen()
    await page.reload()
    await expect(page.locator('tbody tr').first()).toBeVisible()
    expect(await seen()).toEqual(before)
    await page.locator('tbody a[href^="/projects/0"]').first().click()
    await page.waitForURL(/\/projects\/0/)
    await page.goBack()
    await expect(page.locator('tbody tr').first()).toBeVisible()
    expect(await seen()).toEqual(before)

    const name = page.locator('tbody a[href^="/projects/0"]').first()
    const left = (await name.boundingBox())?.x
    await page.locator('.under-heads').evaluate((list) => list.scrollTo({ left: 400 }))
    expect((await name.boundingBox())?.x).toBe(left)
  })

  test('the arrow keys go through the chart of a project', async ({ page }) => {
    await signIn(page, 'office', '/projects?level=RED')
    await page.locator('tbody a[href^="/projects/0"]').first().click()
    const chart = page.getByRole('region', { name: /手续进度图/ })
    await page.waitForURL(/\/projects\/0/)
    await page.goto(`${page.url()}?all=1`)
    const rows = page.locator('div:has(> section) > div > div a[href^="/procedures/"]')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(rows.nth(1)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(rows.first()).toBeFocused()
    await chart.evaluate((time) => time.scrollTo({ left: 200 }))
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => chart.evaluate((time) => time.scrollLeft)).toBeLessThan(200)
  })
})
