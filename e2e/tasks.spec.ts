import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

// The one task of the demo that its own handler has and its own steward raised; no other journey touches it.
const TEXT = '牵头梳理手续堵点，列出办理清单和时间'

test('an agency signs and hands in, the steward who raised it confirms, the office sees it closed', async ({
  page,
}) => {
  await signIn(page, 'agency')
  const today = page.getByRole('region', { name: '例会议定事项' })
  await expect(today.getByRole('link', { name: '待签收1条' })).toBeVisible()
  await today.getByRole('link', { name: '待签收1条' }).click()
  await page.waitForURL('/tasks?wait=sign')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await page.goto('/')
  await today.getByRole('button', { name: /^签收：双轮/ }).click()
  await expect(today.getByRole('button', { name: /^签收：双轮/ })).toHaveCount(0)

  await page.goto('/tasks?mine=1')
  await page.getByRole('link', { name: TEXT }).click()
  await page.waitForURL(/\/tasks\/0/)
  await expect(page.getByRole('listitem').filter({ hasText: '签收' }).first()).toBeVisible()
  const submit = page.getByRole('form', { name: /^报请销号：/ })
  await submit.getByLabel('办理结果').fill('清单和时间已列出')
  await submit.getByRole('button', { name: '报请销号' }).click()
  await expect(submit.getByText('请选一份系统里已有的材料或手续作依据。')).toBeVisible()
  await expect(submit.getByLabel('办理结果')).toHaveValue('清单和时间已列出')
  await submit.getByLabel('依据').selectOption({ index: 1 })
  await submit.getByRole('button', { name: '报请销号' }).click()
  // A procedure that is not finished is asked about once.
  const handedIn = page.locator('header').getByText('销号审核')
  const sure = submit.getByLabel(/仍作为依据/)
  await expect(handedIn.or(sure)).toBeVisible()
  if (await sure.isVisible()) {
    await sure.check()
    await submit.getByRole('button', { name: '报请销号' }).click()
  }
  await expect(handedIn).toBeVisible()

  await page.context().clearCookies()
  await signIn(page, 'steward')
  await expect(today.getByRole('link', { name: '待确认销号1条' })).toBeVisible()
  await today.getByRole('link', { name: TEXT }).click()
  await page.waitForURL(/\/tasks\/0/)
  await page.getByRole('button', { name: '确认销号' }).click()
  await expect(page.locator('header').getByText('已销号').first()).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '确认销号' })).toBeVisible()

  await page.context().clearCookies()
  await signIn(page, 'office', '/tasks?state=CLOSED')
  await page.getByRole('link', { name: TEXT }).click()
  await page.waitForURL(/\/tasks\/0/)
  await expect(page.getByText('清单和时间已列出').first()).toBeVisible()
})

test('the office finds each count of its first page as the rows of a list', async ({ page }) => {
  await signIn(page, 'office')
  const figures = page.getByRole('region', { name: '例会议定事项' }).getByRole('heading').getByRole('link')
  const many = await figures.count()
  expect(many).toBeGreaterThan(2)
  for (let i = 0; i < many; i++) {
    const text = (await figures.nth(i).textContent()) ?? ''
    const n = /\d+/.exec(text)?.[0] ?? ''
    await figures.nth(i).click()
    await page.waitForURL(/\/tasks/)
    await expect(page.getByText(new RegExp(`^共${n}[条张]$`))).toBeVisible()
    await page.goto('/')
  }
})

test('the list leaves as a workbook and as a paper; a slip has its sheet', async ({ page }) => {
  await signIn(page, 'discipline', '/tasks?state=all')
  const rows = await page.locator('tbody tr').count()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出清单' }).click()
  expect((await download).suggestedFilename()).toMatch(/^会议议定事项清单_\d{8}\.xlsx$/)
  await page.getByRole('link', { name: '打印清单' }).click()
  await page.waitForURL(/\/tasks\/print/)
  await expect(page.locator('tbody tr')).toHaveCount(rows)
  await page.goto('/tasks/slips?kind=URGE')
  await page
    .getByRole('link', { name: /^看双轮催/ })
    .first()
    .click()
  await page.waitForURL(/\/tasks\/slips\/0/)
  await expect(page.getByRole('heading', { level: 1, name: '催办单' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '责任单位' })).toBeVisible()
})
