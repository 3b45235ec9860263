import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

// Nothing is changed here: the month is published in the demo.
const MONTH = '2026-09'
const BULLETIN = `/ranking/${MONTH}/bulletin`

/** A file from a link, under its own name; every one of them is a zip. */
async function taken(page: Page, name: string | RegExp): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name, exact: true }).click()
  const file = await coming
  expect(
    fs
      .readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  return file.suggestedFilename()
}

test('a leader reads the bulletin of a month, opens figures, and takes it along', async ({ page }) => {
  await signIn(page, 'leader', BULLETIN)
  const sheet = page.locator('article.gw')
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('二七区“双轮驱动”项目月通报')
  await expect(sheet.getByRole('heading', { level: 2 })).toHaveText('关于2026年9月产业项目推进情况的通报')
  await expect(sheet.getByText(/^截至9月30日，全区在库产业项目/)).toBeVisible()
  await expect(sheet.getByText(/校验 [0-9A-F]{4}-[0-9A-F]{4}/)).toBeVisible()
  for (const title of ['各板块投资进度', '各专班投资进度', '部门办理时效', '项目进度'])
    await expect(sheet.getByText(title, { exact: true })).toBeVisible()
  // Stewards are named to nobody by default.
  await expect(sheet.getByText('项目管家得分')).toHaveCount(0)

  const projects = sheet.locator('p a.figure').first()
  const said = (await projects.textContent()) ?? ''
  await projects.click()
  await expect(page.getByRole('heading', { name: `“${said}”怎么来的` })).toBeVisible()
  await expect(page.locator('#rows li')).toHaveCount(Number(/\d+/.exec(said)?.[0]))
  const agency = sheet.locator('figure', { hasText: '部门办理时效' }).locator('tbody a.figure').first()
  const due = (await agency.textContent()) ?? ''
  await agency.click()
  await expect(page.getByRole('heading', { name: `“${due}”怎么来的` })).toBeVisible()
  await expect(page.locator('#rows li')).toHaveCount(Number(due))
  await page.getByRole('link', { name: '收起' }).click()
  await expect(page.locator('#rows')).toHaveCount(0)

  expect(await taken(page, 'Word')).toMatch(/^月通报_2026年9月.*\.docx$/)
  expect(await taken(page, 'Excel')).toMatch(/^月通报附表_2026年9月.*\.xlsx$/)
})

test('the rows of a table are taken with their arithmetic; a steward has neither bulletin nor tables of others', async ({
  page,
}) => {
  const rows = (table: string) => page.request.get(`/api/export/ranking-rows?month=${MONTH}&table=${table}`)
  await signIn(page, 'office')
  const all = await rows('AGENCY')
  expect(all.status()).toBe(200)
  expect(decodeURIComponent(all.headers()['content-disposition'] ?? '')).toContain('计分明细_2026年9月_部门')
  for (const wish of ['month=2026-13&table=AGENCY', `month=${MONTH}&table=PROJECT`, `month=${MONTH}`, 'table=AGENCY'])
    expect((await page.request.get(`/api/export/ranking-rows?${wish}`)).status(), wish).toBe(404)
  await page.context().clearCookies()
  await signIn(page, 'steward2')
  expect((await rows('STEWARD')).status()).toBe(200)
  expect((await rows('AGENCY')).status()).toBe(404)
  expect((await page.request.get(BULLETIN)).status()).toBe(403)
  expect((await page.request.get(`/api/papers/ranking/${MONTH}`)).status()).toBe(404)
  expect((await page.request.get(`/api/export/ranking?month=${MONTH}`)).status()).toBe(404)
})

test('a city compares its districts, from low to high, and sees the months of each', async ({ page }) => {
  await signIn(page, 'city', '/ranking/city')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('郑州市')
  const table = page.locator('table')
  await expect(table.locator('tbody tr')).toHaveCount(2)
  const shares = await table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => Number(row.children[5]?.textContent)))
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  const projects = await table.locator('tbody td:nth-child(2)').allTextContents()
  expect(Number(await table.locator('tfoot td').first().textContent())).toBe(
    projects.reduce((sum, text) => sum + Number(text), 0),
  )
  expect(await taken(page, '导出')).toMatch(/^区县对比_2026年\d+月\.xlsx$/)
  await page.getByRole('link', { name: '二七区' }).click()
  await page.waitForURL(/\/ranking\/city\/410103/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('二七区近12个月走势')
  await expect(page.locator('tbody tr')).toHaveCount(6)
  await page.getByRole('link', { name: '返回区县对比' }).click()
  await page.waitForURL(/\/ranking\/city(\?|$)/)
})

test('on a phone the city reads how the table is ordered, and no column stands a sign a line', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'city', '/ranking/city')
  const order = await page.locator('#city-order').boundingBox()
  expect((order?.x ?? 0) + (order?.width ?? 0)).toBeLessThanOrEqual(390)
  const heads = await page.locator('thead th').evaluateAll((all) => all.map((th) => th.getBoundingClientRect().width))
  expect(Math.min(...heads)).toBeGreaterThanOrEqual(60)
})

test('a city sees no project of a district, and a district no comparison', async ({ page }) => {
  await signIn(page, 'city', '/projects')
  await expect(page.locator('tbody a[href^="/projects/0"]')).toHaveCount(0)
  // It reads what its districts handed up, and puts nothing in: nobody there would have it.
  await page.goto('/issues')
  await expect(page.locator('a[href="/issues/new"]')).toHaveCount(0)
  expect((await page.request.get('/issues/new')).status()).toBe(403)
  expect((await page.request.get('/ranking/city/410199')).status()).toBe(200)
  expect((await page.request.get('/ranking/city/999999')).status()).toBe(404)
  await page.context().clearCookies()
  await signIn(page, 'office')
  for (const path of ['/ranking/city', '/ranking/city/410199'])
    expect((await page.request.get(path)).status()).toBe(403)
  expect((await page.request.get(`/api/export/districts?month=${MONTH}`)).status()).toBe(404)
})
