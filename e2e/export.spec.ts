import fs from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { violations } from './barriers'
import { expect, signIn, test } from './journey'

const menu = (page: Page) => page.getByRole('list', { name: '导出' })
const bytesOf = async (file: Download) => fs.readFileSync(await file.path())

test('takes the ledger along as it stands, in two clicks', async ({ page }) => {
  await signIn(page, 'office', '/projects?view=warned')
  await page.locator('summary', { hasText: '导出' }).click()
  expect(await violations(page)).toEqual([])
  for (const [link, name] of [
    ['周调度台账', /^项目调度台账_20261123_红黄项目\.xlsx$/],
    ['当前列', /^项目台账_20261123_红黄项目\.xlsx$/],
    ['手续台账', /^手续办理台账_20261123_红黄项目\.xlsx$/],
    ['手续宽表', /^关键手续一览_20261123_红黄项目\.xlsx$/],
  ] as const) {
    const coming = page.waitForEvent('download')
    await menu(page).getByRole('link', { name: link }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(name)
    expect((await bytesOf(file)).subarray(0, 2).toString()).toBe('PK')
  }
})

test('says in words when somebody takes too many', async ({ page }) => {
  // Somebody who takes nothing in any other journey: the ten of a minute are counted by person.
  await signIn(page, 'steward17')
  const answers = []
  for (let i = 0; i < 11; i++) answers.push(await page.request.get('/api/export/view?q=没有这样的项目'))
  expect(answers.map((a) => a.status())).toEqual([...Array(10).fill(200), 429])
  expect(await answers[10]?.text()).toContain('一分钟内最多导出10次')
  expect((await page.request.get('/api/export/nothing')).status()).toBe(404)
})

test('gives nothing to who sees no projects, to nobody, and to another site', async ({ page, browser, baseURL }) => {
  await signIn(page, 'sysadmin')
  expect((await page.request.get('/api/export/weekly')).status()).toBe(403)
  const foreign = await page.request.get('/api/export/weekly', { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(foreign.status()).toBe(403)
  const nobody = await browser.newContext({ baseURL })
  const answer = await nobody.request.get('/api/export/weekly', { maxRedirects: 0 })
  expect(answer.headers().location).toContain('/login')
  await nobody.close()
})

test('prints the ledger on A3 and A4, and each project on one page', async ({ page }) => {
  await signIn(page, 'office', '/projects?level=RED')
  const count = await page.locator('tbody tr').count()
  await page.locator('summary', { hasText: '导出' }).click()
  await menu(page).getByRole('link', { name: '打印台账' }).click()
  await expect(page.getByRole('heading', { name: '二七区“双轮驱动”产业项目周调度台账' })).toBeVisible()
  // The rows and their total.
  await expect(page.locator('tbody tr')).toHaveCount(count + 1)
  expect(await pageBoxes(page)).toEqual(['1191x842'])
  await page.getByRole('link', { name: 'A4横向' }).click()
  await expect(page).toHaveURL(/paper=a4/)
  expect(await pageBoxes(page)).toEqual(['842x595'])
  await page.getByRole('link', { name: '返回' }).click()
  await page.locator('summary', { hasText: '导出' }).click()
  await menu(page).getByRole('link', { name: '一页纸合订' }).click()
  await expect(page.getByText(`共${count}份`)).toBeVisible()
  expect(await pageBoxes(page)).toEqual(Array(count).fill('595x842'))
  await page.goto('/projects?level=RED')
  await page.locator('tbody a[href^="/projects/"]').first().click()
  await page.getByRole('link', { name: '一页纸' }).click()
  await expect(page.getByText('领导批示')).toBeVisible()
  expect(await pageBoxes(page)).toEqual(['595x842'])
})

/** Sizes of the pages a print would have, in points. */
async function pageBoxes(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/Type\s*\/Page\b[^s][\s\S]*?\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  )
}
