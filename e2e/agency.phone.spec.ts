import { expect, signIn, test } from './journey'

test('on the phone: a running step is returned for papers in three taps, nothing runs off the screen', async ({
  page,
}) => {
  await signIn(page, 'agency2')
  await page
    .getByRole('link', { name: /^告知补正：/ })
    .last()
    .click()
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '发补正通知，暂停计时' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
  for (const path of ['/', '/?list=unit', '/procedures']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0)
  }
})

test('on the phone: every target of the page is as large as a thumb', async ({ page }) => {
  await signIn(page, 'agency2')
  const small = await page.locator('main .btn:visible').evaluateAll((buttons) =>
    buttons
      .map((b) => [b.textContent ?? '', b.getBoundingClientRect()] as const)
      .filter(([, box]) => box.height < 44 || box.width < 44)
      .map(([text, box]) => `${text} ${box.width}×${box.height}`),
  )
  expect(small).toEqual([])
})
