import { violations } from './barriers'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

const MATTER = '承诺时限已过，企业多次催问没有答复'
let slip = ''

test('the commission follows up an overdue procedure: from the number to the slip', async ({ page }) => {
  await signIn(page, 'discipline')
  // Every number of a unit opens its rows.
  const unit = page.getByRole('row').filter({ hasText: '住建局' })
  await unit.getByRole('link', { name: /逾期手续/ }).click()
  await page.waitForURL(/\/procedures\?/)
  const late = page.locator('main tbody a[href^="/procedures/0"]')
  await expect(late.first()).toBeVisible()
  const addresses = await late.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  // The first that is not followed up already.
  const open = page.getByRole('link', { name: '立督办单' })
  for (const address of new Set(addresses)) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if ((await open.count()) > 0) break
  }
  await open.click()
  await page.waitForURL(/\/supervision\/slips\/new/)
  expect(await violations(page)).toEqual([])
  const form = page.getByRole('form', { name: '立督办单' })
  await form.getByLabel('事由').fill(MATTER)
  await form.getByRole('button', { name: '立督办单' }).click()
  // Nothing typed is lost.
  await expect(form).toContainText('请写督办要求')
  await expect(form.getByLabel('事由')).toHaveValue(MATTER)
  await form.getByLabel('督办要求').fill('说明原因，三日内办结')
  await form.getByRole('button', { name: '立督办单' }).click()
  await page.waitForURL(/\/supervision\/slips\/0/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(MATTER)
  slip = new URL(page.url()).pathname
})

test('the unit answers, and cannot close', async ({ page }) => {
  await signIn(page, 'agency', slip)
  await expect(page.getByRole('form', { name: '销号' })).toHaveCount(0)
  const form = page.getByRole('form', { name: '回复' })
  await form.getByLabel('办理情况').fill('已办结，经办人已谈话')
  await form.getByRole('button', { name: '回复' }).click()
  await expect(page.getByText('现在没有您要做的。')).toBeVisible()
})

test('the commission verifies and closes, and takes the half-year along', async ({ page }) => {
  await signIn(page, 'discipline', slip)
  const verify = page.getByRole('form', { name: '核实' })
  await verify.getByLabel('核实结论').selectOption('SUBSTANTIATED')
  await verify.getByLabel('核实情况').fill('抽查属实')
  await verify.getByRole('button', { name: '核实' }).click()
  const close = page.getByRole('form', { name: '销号' })
  await close.getByRole('button', { name: '销号' }).click()
  await expect(close).toContainText('请写整改成效')
  await close.getByLabel('整改成效').fill('当日办结')
  await close.getByRole('button', { name: '销号' }).click()
  await expect(page.getByText('现在没有您要做的。')).toBeVisible()
  await expect(page.getByText('已销号').first()).toBeVisible()
  await page.goto('/supervision/analysis')
  await expect(page.getByRole('heading', { level: 1, name: '全区情况分析' })).toBeVisible()
  const report = await page.getByRole('link', { name: /下载报告/ }).getAttribute('href')
  const file = await page.request.get(report ?? '')
  expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
  const ledger = await page.request.get('/api/export/supervision?state=all')
  expect([ledger.status(), (await ledger.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
})
