import { demoReportPassphrase } from '../scripts/demo-accounts.mjs'
import { violations } from './barriers'
import { expect, signIn, test } from './journey'

// Two shares of the demo's key, as the README states them.
const SHARES = [
  'RQ3R-0N3T-FG63-41DC-9247-49C1-V9NV-80TC-879D-E1TN-3CYE-629T-64CQ-DA1S',
  'afpr 0p6q af3n tbmx nw42 rqb3 0mnt phvp cw16 fgvf nkns kmdj 1nt3 ngwk',
]

test('the commission opens a sealed report, registers it and takes it up; nothing readable leaves the browser', async ({
  page,
}) => {
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await signIn(page, 'discipline', '/supervision/reports')
  const row = page.getByRole('row').filter({ hasText: '今天' }).or(page.getByRole('row').nth(1)).first()
  await expect(row).toContainText('已封存')
  await expect(page.getByText('便民大厅2号窗口')).toHaveCount(0)
  const vault = page.getByRole('region', { name: '打开检举内容' })
  await vault.getByLabel('口令').fill('not this one at all')
  await vault.getByRole('button', { name: '打开' }).click()
  await expect(vault.getByRole('alert')).toContainText('口令不对')
  await vault.getByLabel('口令').fill(demoReportPassphrase)
  await vault.getByRole('button', { name: '打开' }).click()
  await expect(vault.getByRole('status')).toContainText('已打开')
  await page.getByRole('link', { name: /便民大厅2号窗口/ }).click()
  // It stays open from page to page.
  await expect(page.locator('[data-opened]')).toContainText('这个月已经第三次了')
  expect(await violations(page), 'an open report').toEqual([])
  const register = page.getByRole('form', { name: '登记' })
  await expect(register.getByLabel('署名情况')).toHaveValue('0')
  await register.getByLabel('卷内记录').fill('窗口排班表待调取')
  await register.getByRole('button', { name: '登记' }).click()
  await expect(page.getByRole('form', { name: '本级受理' })).toBeVisible()
  await expect(page.locator('aside')).toContainText('窗口排班表待调取')
  await page.getByRole('form', { name: '本级受理' }).getByRole('button').click()
  await expect(page.getByRole('form', { name: '谈话函询' })).toBeVisible()
  await vault.getByRole('button', { name: '锁上' }).click()
  await expect(page.locator('[data-opened]')).toHaveCount(0)
  await expect(page.locator('body')).not.toContainText('窗口排班表待调取')
  expect(sent.filter((text) => /排班表|erqi-qingfeng/.test(decodeURIComponent(text.replaceAll('%', '%25'))))).toEqual(
    [],
  )
})

test('two keepers open the key on a phone when its passphrase is forgotten; a slip of the pen is said', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'discipline', '/supervision/reports/key')
  const recover = page.locator('#recover form')
  await expect(recover).toBeVisible()
  await recover.getByLabel('第一位保管人的份额').fill(SHARES[0]?.replace('RQ3R', 'RQ3Q') ?? '')
  await recover.getByLabel('第二位保管人的份额').fill(SHARES[1] ?? '')
  await recover.getByRole('button').click()
  await expect(recover.getByRole('alert')).toContainText('第一位保管人的份额有错字')
  await recover.getByLabel('第一位保管人的份额').fill(SHARES[0] ?? '')
  await recover.getByRole('button').click()
  await expect(recover.getByRole('status')).toContainText('已打开')
  const change = page.getByRole('form', { name: '更换口令' })
  await change.getByLabel('新口令').fill('short')
  await change.getByLabel('再输一遍口令').fill('short')
  await change.getByRole('button', { name: '更换口令' }).click()
  await expect(change.getByText('口令至少要14个字符。')).toBeVisible()
  await change.getByLabel('新口令').fill('password12345678')
  await change.getByLabel('再输一遍口令').fill('password12345678')
  await change.getByRole('button', { name: '更换口令' }).click()
  await expect(change.getByText('口令里多是常见的词')).toBeVisible()
  expect(await violations(page), 'the key on a phone').toEqual([])
})
