import { expect, signIn, test } from './journey'

test('a unit gets another name by two people, and the auditor reads old and new', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'sysadmin', '/orgs?q=演示银行')
  await page.getByRole('link', { name: '演示银行二七支行' }).click()
  const rename = page.getByRole('form', { name: '单位改名' })
  await rename.getByLabel('全称').fill('演示银行大学路支行')
  await rename.getByLabel('原因').fill('网点迁址')
  await rename.getByRole('button', { name: '提请审批' }).click()
  await expect(page.getByText('已提请审批')).toBeVisible()
  const change = new URL(page.url()).pathname

  const other = await browser.newContext({ baseURL })
  const second = await other.newPage()
  await signIn(second, 'secadmin', change)
  await expect(second.getByRole('row', { name: '名称 演示银行二七支行 演示银行大学路支行' })).toBeVisible()
  await second.getByRole('button', { name: '批准' }).click()
  await expect(second.getByText('已批准，马上生效。')).toBeVisible()
  await second.goto('/orgs?q=演示银行')
  await expect(second.getByRole('link', { name: '演示银行大学路支行' })).toBeVisible()
  await other.close()

  const third = await browser.newContext({ baseURL })
  const log = await third.newPage()
  await signIn(log, 'auditor')
  await expect(log.getByRole('link', { name: /^今天记了\d+条$/ })).toBeVisible()
  await log.getByRole('link', { name: '日志' }).first().click()
  await log.getByLabel('姓名或账号').fill('secadmin')
  await log.getByLabel('事项').selectOption({ label: '变更审批' })
  await log.getByRole('button', { name: '查找' }).click()
  const row = log.getByRole('row').filter({ hasText: '演示银行二七支行' })
  await expect(row).toHaveCount(1)
  await row.getByRole('link').click()
  await expect(log.getByRole('row', { name: '名称 演示银行二七支行 演示银行大学路支行' })).toBeVisible()
  await expect(log.getByText(/封存/)).toBeVisible()
  await third.close()
})

test('the office sees the units, and a number of projects opens as many', async ({ page }) => {
  await signIn(page, 'office', '/orgs?kind=STREET')
  await expect(page.getByRole('link', { name: '新建单位' })).toHaveCount(0)
  const link = page.getByRole('link', { name: /^马寨镇的\d+个项目$/ })
  const n = Number(await link.textContent())
  await link.click()
  await expect(page).toHaveURL(/\/projects\?street=/)
  await expect(page.getByRole('navigation', { name: '翻页' })).toContainText(String(n))
})
