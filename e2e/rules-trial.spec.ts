import { violations } from './barriers'
import { expect, signIn, test } from './journey'

// One proposal waits at a time in a district; no other journey makes one.
test.describe.configure({ mode: 'serial' })

const WHY = '计划逾期早一点转红'

test('the office tries other thresholds, and sees what would turn before it proposes anything', async ({ page }) => {
  await signIn(page, 'office', '/rules')
  await page.getByRole('main').getByRole('link', { name: '改参数试算' }).click()
  await page.waitForURL('/rules/try')
  const form = page.getByRole('form', { name: '改参数试算' })
  const red = form.locator('input[name="params.plan_red_wd"]')
  await expect(red).toHaveValue('10')

  // Red before blue: refused at the field, and what was typed stays.
  await red.fill('2')
  await form.getByRole('button', { name: '试算' }).click()
  await expect(form.locator('[aria-invalid="true"]')).toHaveCount(1)
  await expect(form.getByText(/要小于后一色的/)).toBeVisible()
  await expect(red).toHaveValue('2')

  await red.fill('4')
  await form.getByRole('button', { name: '试算' }).click()
  await page.waitForURL(/\/rules\/try\/0/)
  await expect(page.getByText('计划逾期多少转红：10工作日 改为 4工作日')).toBeVisible()
  // A district of this size is counted at once; a slow machine shows the page that looks again by itself.
  const turned = page.getByText(/^\d+件手续会变色$/)
  await expect(turned).toBeVisible()
  const n = Number((await turned.textContent())?.match(/\d+/)?.[0])
  expect(n).toBeGreaterThan(0)
  const column = async (nth: number) =>
    (await page.getByRole('table', { name: '手续' }).locator(`tbody td:nth-of-type(${nth})`).allTextContents())
      .map(Number)
      .reduce((sum, each) => sum + each, 0)
  expect(await column(1)).toBe(await column(2))

  await page
    .getByRole('link', { name: /^黄变红，\d+个$/ })
    .last()
    .click()
  await page.waitForURL(/of=procedures&from=YELLOW&to=RED/)
  const rows = page.locator('#rows')
  await expect(rows.getByRole('heading', { name: /^会变色的手续（\d+）$/ })).toBeVisible()
  await expect(rows.locator('li').first().getByRole('link')).toHaveAttribute('href', /^\/procedures\/0/)
  expect(await violations(page)).toEqual([])

  const propose = page.getByRole('form', { name: '提请批准' })
  await propose.getByRole('button', { name: '提请批准' }).click()
  await expect(propose.locator('input[name="note"]')).toHaveAttribute('aria-invalid', 'true')
  await propose.getByLabel('为什么改').fill(WHY)
  await propose.getByRole('button', { name: '提请批准' }).click()
  await page.waitForURL(/\/rules\?just=proposed/)
  await expect(page.getByText('修改已提出，等另一位批准。')).toBeVisible()
  await expect(page.getByText('修改要由提出人以外的一位批准。')).toBeVisible()
  await expect(page.getByRole('button', { name: '批准', exact: true })).toHaveCount(0)
})

test('another person sees the trial and approves: the version holds from tomorrow, today goes on by the old one', async ({
  page,
}) => {
  await signIn(page, 'head')
  const waiting = page.getByRole('link', { name: '1项预警规则修改等批准' })
  await expect(waiting).toBeVisible()
  // Where he looks for what he has to approve it is named as well.
  await page.goto('/approvals')
  await waiting.click()
  await page.waitForURL(/\/rules#changes/)
  await expect(page.getByText(WHY)).toBeVisible()
  await page.getByRole('link', { name: '看试算结果' }).click()
  await page.waitForURL(/\/rules\/try\/0/)
  await expect(page.getByText(/^\d+件手续会变色$/)).toBeVisible()
  await expect(page.getByRole('form', { name: '提请批准' })).toHaveCount(0)
  await page.goto('/rules')
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await page.waitForURL(/just=approved/)
  await expect(page.getByText('修改已批准，明天零时起生效。')).toBeVisible()
  await expect(page.getByText(/2026-11-24起.*未到生效日/)).toBeVisible()
  await expect(page.getByRole('row', { name: /计划逾期多少转红/ })).toContainText('10工作日')
})

test('nobody else is offered a change', async ({ page }) => {
  await signIn(page, 'leader', '/rules')
  await expect(page.getByRole('heading', { level: 1, name: '规则与参数' })).toBeVisible()
  await expect(page.getByRole('link', { name: '改参数试算' })).toHaveCount(0)
})
