import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

const FORM = '/projects/new?template=RENO&step=2'

/** Sends a new project of which four things are missing or wrong; its name is right. */
async function sendWrong(page: Page) {
  await page.getByLabel('项目名称').fill('填错重来的项目')
  await page.getByLabel('建设起').fill('去年')
  await page.getByLabel('联系人电话').fill('12345')
  await page.getByRole('button', { name: '建项目' }).click()
}

async function saidAtOnce(page: Page) {
  const summary = page.getByRole('region', { name: /处要改/ })
  await expect(summary).toBeVisible()
  for (const words of ['建设性质', '月份没看懂', '请选择所属专班', '请选择所在街道', '请选择项目管家', '电话号码不对'])
    await expect(summary.getByText(words).first()).toBeVisible()
  for (const label of ['建设性质', '建设起', '专班', '联系人电话']) {
    const field = page.getByLabel(label, { exact: true })
    await expect(field.or(page.getByLabel(label)).first()).toHaveAttribute('aria-invalid', 'true')
    await expect(field.or(page.getByLabel(label)).first()).toHaveAttribute('aria-describedby', /./)
  }
  // Nothing typed is lost.
  await expect(page.getByLabel('项目名称')).toHaveValue('填错重来的项目')
  await expect(page.getByLabel('建设起')).toHaveValue('去年')
  await expect(page.getByLabel('联系人电话')).toHaveValue('12345')
  return summary
}

test('everything that is wrong with a form is said at once, at its fields and above them', async ({ page }) => {
  await signIn(page, 'office', FORM)
  await sendWrong(page)
  const summary = await saidAtOnce(page)
  await expect(page.getByLabel('建设性质')).toBeFocused()
  await summary.getByRole('link', { name: /^联系人电话/ }).click()
  await expect(page.getByLabel('联系人电话')).toBeFocused()
})

test('what only the database knows is said in the same answer as what is misspelt', async ({ page }) => {
  await signIn(page, 'office', FORM)
  await page.getByLabel('项目名称').fill('比亚迪全品牌体验中心')
  await page.getByLabel('建设起').fill('去年')
  await page.getByLabel('联系人电话').fill('12345')
  const steward = page.locator('select[name="stewardId"]')
  const full = steward.locator('option').filter({ hasText: '已满' }).first()
  await steward.selectOption((await full.getAttribute('value')) ?? '')
  await page.locator('input[name^="plans."][name$=".submitOn"]').first().fill('2020-02-05')
  await page.getByRole('button', { name: '建项目' }).click()
  const summary = page.getByRole('region', { name: /处要改/ })
  for (const words of [
    '库里已有同名项目',
    '月份没看懂',
    '电话号码不对',
    '请选择所属专班',
    '请选择所在街道',
    '再接就是9个',
    '只有 2024 年以来的放假安排',
  ])
    await expect(summary.getByText(words).first()).toBeVisible()
  await expect(page.getByLabel('项目名称')).toHaveAttribute('aria-invalid', 'true')
})

test('what a move lacks is asked for in one answer, though only the transaction knows it', async ({ page }) => {
  await signIn(page, 'agency', '/procedures?group=accepted&mine=1')
  const row = page.locator('main a[href^="/procedures/0"]:visible').first()
  const href = await row.getAttribute('href')
  await page.goto(`${href}/extend`)
  await page.getByRole('button', { name: '确认延长期限' }).click()
  const summary = page.getByRole('region', { name: /处要改/ })
  await expect(summary.getByText('请写明原因。')).toBeVisible()
  await expect(summary.getByText('请填 1 到 250 之间的整数工作日。')).toBeVisible()
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(await summary.getByRole('link').count())
})

test('a password says all it lacks, and an unknown process is no other one', async ({ page }) => {
  await signIn(page, 'office')
  await page.goto('/password')
  await page.getByLabel('原密码').fill('wrong-password-1')
  await page.getByLabel('新密码', { exact: true }).fill('short')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(3)
  await page.goto('/projects/new?template=BIZ&step=2')
  await expect(page.getByText('没有“BIZ”这个流程，请在下面选一个。')).toBeVisible()
  await expect(page.getByRole('button', { name: /生成计划|建项目/ })).toHaveCount(0)
  await page.goto('/projects?level=RED&level=YELLOW')
  await expect(page.getByRole('note').filter({ hasText: 'level=YELLOW' })).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the same is said, and the first field has the keyboard', async ({ page }) => {
    await signIn(page, 'office', FORM)
    await sendWrong(page)
    const summary = await saidAtOnce(page)
    await expect(page.getByLabel('建设性质')).toBeFocused()
    await summary.getByText('电话号码不对').first().click()
    await expect(page.getByLabel('联系人电话')).toBeFocused()
  })
})

test('what is typed into a text before the scripts of the page are there stays, and so does the caret', async ({
  page,
}) => {
  await signIn(page, 'office', '/briefings')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/briefings/templates', { waitUntil: 'commit' })
  const text = page.locator('textarea').first()
  await text.fill('连不上时打的字')
  await page.keyboard.press('ArrowLeft')
  release()
  // React has taken the field over when it knows its properties.
  await expect
    .poll(() => text.evaluate((field) => Object.keys(field).some((key) => key.startsWith('__reactProps'))))
    .toBe(true)
  await page.keyboard.insertText('慢慢')
  await expect(text).toHaveValue('连不上时打的慢慢字')
})
