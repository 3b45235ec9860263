import { violations } from './barriers'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

const TEXT = '持续暴雨，工地封闭，有应急部门通知'
let project = ''

test('a steward proposes a waiver; too long a one is refused in words and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'steward17', '/projects?view=mine')
  const href = (await page.locator('tbody a[href^="/projects/0"]').first().getAttribute('href')) ?? ''
  project = href.split('/').at(-1) ?? ''
  await page.goto(`/projects/${project}`)
  await page.getByRole('link', { name: '申请豁免' }).click()
  await page.waitForURL(/\/waiver$/)
  expect(await violations(page)).toEqual([])
  const form = page.getByRole('form', { name: '申请正当理由豁免' })
  // Nothing of this project is about permits that expire: no colour changes under another journey.
  await form.getByLabel('豁免哪一方面').selectOption({ label: '证照有效期' })
  await form.getByLabel('正当理由').selectOption({ label: '不可抗力' })
  await form.getByLabel('情况说明').fill(TEXT)
  await form.getByLabel('到', { exact: false }).last().fill('2027-01-20')
  await form.getByRole('button', { name: '申请豁免' }).click()
  await expect(form.getByText('一次最多30天，最晚到 2026-12-23。')).toBeVisible()
  await expect(form.getByLabel('情况说明')).toHaveValue(TEXT)
  await form.getByLabel('到', { exact: false }).last().fill('2026-12-19')
  await form.getByRole('button', { name: '申请豁免' }).click()
  await page.waitForURL(/\/waivers\/0/)
  await expect(page.locator('header').getByText('待批')).toBeVisible()
  await expect(page.getByText('到期日休息，顺延到12-21').first()).toBeVisible()
})

test('the office finds it on its first page and approves; it stands on the project’s page', async ({ page }) => {
  await signIn(page, 'office')
  await page
    .getByRole('region', { name: '豁免待批' })
    .getByRole('link', { name: /证照有效期豁免$/ })
    .click()
  await page.waitForURL(/\/waivers\/0/)
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await expect(page.locator('header').getByText('豁免中')).toBeVisible()
  await page.goto(`/projects/${project}`)
  const section = page.getByRole('region', { name: '正当理由豁免' })
  await expect(section.getByRole('link', { name: '证照有效期豁免' })).toBeVisible()
  await expect(section.getByText('12-22起恢复计入')).toBeVisible()
})

test('what a waiver leaves out is still shown, hatched: on the page, in the ledger and on the board', async ({
  page,
}) => {
  const raw = page.getByTitle('要素原为红，豁免中不计')
  await signIn(page, 'leader', '/waivers?state=force')
  const archaeology = page.getByRole('listitem').filter({ hasText: '考古发现' })
  await archaeology.getByRole('link').click()
  await page.waitForURL(/\/waivers\/0/)
  await page.locator('aside a[href^="/projects/0"]').click()
  await page.waitForURL(/\/projects\/0/)
  await expect(raw.first()).toBeVisible()
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.goto(`/projects?q=${encodeURIComponent(name)}`)
  await expect(raw.first()).toBeVisible()
  await page.goto(`/projects?show=board&q=${encodeURIComponent(name)}`)
  await expect(raw.first()).toBeVisible()
})
