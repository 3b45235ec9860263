import http from 'node:http'
import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

/** 1.2 MB, more than an action takes. */
const MUCH = '外立面进场。'.repeat(66_700)

async function openUpdate(page: Page) {
  await signIn(page, 'steward', '/projects')
  const href = await page
    .locator('a[href^="/projects/"]')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')).find((path) => /^\/projects\/[0-9a-f-]{36}$/.test(path ?? '')),
    )
  await page.goto(`${href}/update`)
  return page.locator('textarea[name="text"]')
}

/** As a paste into a field that does not count its letters. */
const paste = (text: Locator) =>
  text.evaluate((area, much) => {
    ;(area as HTMLTextAreaElement).value = much
  }, MUCH)

test('a form too large to be sent says so and keeps what was typed', async ({ page }) => {
  const text = await openUpdate(page)
  await paste(text)
  await page.locator('form', { has: text }).locator('button[type="submit"]').click()
  await expect(page.getByRole('alert').filter({ hasText: '内容没有丢' })).toBeVisible()
  await expect(text).toHaveValue(MUCH)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('it is answered with 413, in words, with what was typed', async ({ page }) => {
    const text = await openUpdate(page)
    await paste(text)
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.locator('form', { has: text }).locator('button[type="submit"]').click(),
    ])
    expect(answer.status()).toBe(413)
    await expect(page.getByRole('heading', { name: '提交的内容太多' })).toBeVisible()
    await expect(page.locator('textarea').first()).toHaveValue(MUCH)
    await page.getByRole('link', { name: '返回刚才的页面' }).click()
    await expect(page).toHaveURL(/\/update$/)
  })
})

test('a method nobody here knows is refused, not stumbled over', async ({ baseURL }) => {
  const status = (method: string) =>
    new Promise((resolve, reject) => {
      http
        .request(`${baseURL}/login`, { method }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end()
    })
  expect(await status('TRACE')).toBe(405)
  expect(await status('PROPFIND')).toBe(405)
})
