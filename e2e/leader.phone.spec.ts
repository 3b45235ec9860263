import { expect, signIn, test } from './journey'

for (const role of ['leader', 'head', 'office', 'taskforce', 'street'])
  test(`on the phone: nothing of ${role} runs off the screen, and a thumb hits every target`, async ({ page }) => {
    await signIn(page, role)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    const small = await page.locator('main .btn:visible').evaluateAll((buttons) =>
      buttons
        .map((b) => [b.textContent ?? '', b.getBoundingClientRect()] as const)
        .filter(([, box]) => box.height < 44 || box.width < 44)
        .map(([text, box]) => `${text} ${box.width}×${box.height}`),
    )
    expect(small).toEqual([])
  })

test('on the phone: a leader reads his four numbers and the first red without scrolling, and calls by one tap', async ({
  page,
}) => {
  await signIn(page, 'head')
  await expect(page.getByRole('link', { name: /^\d+ ?批示没着落/ })).toBeInViewport()
  const red = page.locator('#reds li').first()
  await expect(red.getByRole('link', { name: /^打电话给/ })).toBeInViewport()
  await expect(red.getByRole('link', { name: /^打电话给/ })).toHaveAttribute('href', /^tel:\d+/)
  await expect(red.getByRole('img', { name: /满5天现场办公，满10天报组长/ })).toBeVisible()
  await red.getByRole('link', { name: /^现场一页纸：/ }).click()
  await page.waitForURL(/\/sheet$/)
})
