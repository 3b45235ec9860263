import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

/** Somebody of whose notices no other journey speaks. */
const TOLD = 'taskforce'
const bell = /^通知，/

test('the bell says how much was not looked at; opening a thing is looking at it, in one press', async ({ page }) => {
  await signIn(page, TOLD)
  await page.getByRole('link', { name: bell }).click()
  await page.waitForURL(/\/notices$/)
  const unseen = page.getByRole('listitem').filter({ has: page.getByText('未看', { exact: true }) })
  await expect(unseen.first()).toBeVisible()
  const count = await unseen.count()
  await expect(page.getByRole('link', { name: `通知，${count}件未看` })).toBeVisible()
  const open = unseen.first().getByRole('button', { name: /^打开：/ })
  const label = (await open.getAttribute('aria-label')) ?? ''
  await open.click()
  await page.waitForURL(/\/(procedures|projects|issues|factors|tasks|approvals|supervision\/complaints)\/0/)
  // The bell of the page it leads to knows.
  await expect(page.getByRole('link', { name: `通知，${count}件未看` })).toHaveCount(0)
  await page.goto('/notices')
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: label, exact: true }) })
  await expect(row).toHaveCount(1)
  await expect(row.getByText('未看', { exact: true })).toHaveCount(0)
})

test('an explanation with a new day stands with the thing it is about, for whoever was told of it', async ({
  page,
}) => {
  await signIn(page, TOLD, '/notices?show=all')
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByLabel(/^说明：/) })
    .first()
  const about = (
    (await row
      .getByLabel(/^说明：/)
      .first()
      .getAttribute('aria-label')) ?? ''
  ).replace('说明：', '')
  await row.locator('summary').click()
  // Without a reason nothing is taken, and the day stays.
  await row.getByLabel('新的日期').fill('2026-12-04')
  await row.getByRole('button', { name: '提交说明' }).click()
  await expect(row.getByText('请写明原因。')).toBeVisible()
  await expect(row.getByLabel('新的日期')).toHaveValue('2026-12-04')
  await row.getByLabel('原因').fill('图审意见周五才出')
  await row.getByRole('button', { name: '提交说明' }).click()
  const said = page.getByRole('listitem').filter({ hasText: '图审意见周五才出；新的日期 12-04' })
  await expect(said).toBeVisible()
  await said.getByRole('button', { name: `打开：${about}` }).click()
  await page.waitForURL(/\/(procedures|projects|issues|factors|tasks|approvals|supervision\/complaints)\/0/)
  await expect(page.getByRole('heading', { name: '告知情况' })).toBeVisible()
  await expect(page.getByText('图审意见周五才出')).toBeVisible()
})

test('the office issues what a red drafted, and signs where nobody of the addressee can sign in', async ({ page }) => {
  await signIn(page, 'office', '/tasks/slips')
  await page.getByRole('link', { name: /^颜色督办 待签发/ }).click()
  await page.waitForURL(/of=colour/)
  // An enterprise that has no account.
  const draft = page.getByRole('listitem').filter({ hasText: /责任单位：郑州.+签发后1个工作日内说明/ })
  const issue = draft.getByRole('button', { name: /^签发：督办单/ }).first()
  const name = ((await issue.getAttribute('aria-label')) ?? '').replace('签发：', '')
  await issue.click()
  await expect(page.getByRole('button', { name: `签发：${name}`, exact: true })).toHaveCount(0)
  await page
    .getByRole('link', { name: `看单子：${name}` })
    .first()
    .click()
  await page.waitForURL(/\/tasks\/slips\/colour\//)
  await expect(page.getByText(/^色督〔2026〕\d+号$/)).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '预警原因' })).toBeVisible()
  await page.goto('/tasks/slips?of=colour&mine=1')
  const sign = page.getByRole('button', { name: `签收：${name}`, exact: true })
  await sign.click()
  await expect(sign).toHaveCount(0)
  await expect(page.getByText('已签收，待书面说明').first()).toBeVisible()
})

test('the system administrator sets up a channel: no address inside, and nothing secret comes back', async ({
  page,
}) => {
  await signIn(page, 'sysadmin', '/channels')
  const robot = page.getByRole('form', { name: '群机器人' })
  await robot.getByLabel('机器人地址').fill('http://127.0.0.1:5432/')
  await robot.getByRole('button', { name: '保存群机器人' }).click()
  await expect(robot.getByText(/^这个地址不能调用/)).toBeVisible()
  await robot.getByLabel('机器人地址').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=SECRET')
  await robot.getByRole('button', { name: '保存群机器人' }).click()
  await expect(robot.getByText('已设置（qyapi.weixin.qq.com），不改请留空')).toBeVisible()
  await page.reload()
  expect(await page.content()).not.toContain('SECRET')
})
