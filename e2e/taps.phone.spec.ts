import type { Locator } from '@playwright/test'
import { expect, signIn, test } from './journey'

/** Taps as a thumb makes them, counted. */
function thumb() {
  let taps = 0
  return {
    tap: async (target: Locator) => {
      taps += 1
      await target.tap()
    },
    taps: () => taps,
  }
}

test('a procedure is updated in three taps from the first page, without a word typed', async ({ page }) => {
  await signIn(page, 'steward12')
  const { tap, taps } = thumb()
  await tap(page.locator('main a[href^="/procedures/"]:visible').first())
  await page.waitForURL(/\/procedures\//)
  await tap(page.locator('main aside a[href*="/procedures/"]').first())
  await page.waitForURL(/\/procedures\/[^/]+\/[a-z_]+/)
  await tap(page.locator('main form button[type=submit]'))
  await page.waitForURL(/done=1/)
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
  expect(taps()).toBeLessThanOrEqual(3)
})

test('本周无变化 is one tap for one project, and one for all of them', async ({ page }) => {
  await signIn(page, 'steward12')
  const strip = page.getByText(/本周还有\d+个项目没报/)
  const before = Number(/\d+/.exec((await strip.textContent()) ?? '')?.[0])
  const { tap, taps } = thumb()
  await tap(page.getByRole('button', { name: /^无变化，/ }).first())
  await expect(page.getByText(new RegExp(`本周还有${before - 1}个项目没报`))).toBeVisible()
  await tap(page.getByRole('button', { name: /^(都)?无变化$/ }).last())
  await expect(page.getByText('本周都报了')).toBeVisible()
  expect(taps()).toBe(2)
})
