import type { Page } from '@playwright/test'
import { expect, PASSWORD, signIn, test } from './journey'

/** Whoever is signed in leaves. */
async function signOut(page: Page): Promise<void> {
  await page.goto('/me')
  await page.getByRole('main').getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/login/)
}

test('an account comes by two people, its password by one, and its owner chooses his own', async ({ page }) => {
  await signIn(page, 'sysadmin')
  await page.getByRole('link', { name: '账号', exact: true }).first().click()
  await expect(page).toHaveURL(/\/accounts$/)
  await page.getByRole('link', { name: '新建账号' }).click()
  await page.getByLabel('给谁开账号（姓名）').fill('钱新来')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('link', { name: '都不是，新登记“钱新来”' }).click()
  await expect(page.getByLabel('姓名')).toHaveValue('钱新来')
  await page.locator('[name=username]').fill('QIAN-新')
  await page.locator('main form [name=role]').selectOption({ label: '部门经办人' })
  await page.getByLabel('原因').fill('新到岗')
  const propose = page.getByRole('button', { name: '提请审批' })
  await propose.click()
  // Nothing typed is lost, and what is wrong is said where it is.
  await expect(page.getByText('账号用3到32位小写字母').first()).toBeVisible()
  await expect(page.getByLabel('姓名')).toHaveValue('钱新来')
  await expect(page.locator('main form [name=role]')).toHaveValue('AGENCY')
  await page.locator('[name=username]').fill('qian.xinlai')
  await propose.click()
  await expect(page.getByText('请选择单位。').first()).toBeVisible()
  await page.locator('[name=unitId]').selectOption({ label: '街道、镇：马寨镇' })
  await propose.click()
  await expect(page.getByText('这个单位的种类和岗位不相配').first()).toBeVisible()
  await page.locator('[name=unitId]').selectOption({ label: '行政部门：自规局' })
  await propose.click()
  await expect(page.getByText('已提请审批')).toBeVisible()
  const change = new URL(page.url()).pathname
  await expect(page.getByRole('button', { name: '批准' })).toHaveCount(0)
  await signOut(page)

  await signIn(page, 'secadmin')
  // It waits for her on her first page.
  await expect(page.getByRole('heading', { name: /\d+项变更等您审批/ })).toBeVisible()
  await page.getByRole('link', { name: '审批' }).first().click()
  await expect(page).toHaveURL(/\/changes$/)
  await page.getByRole('link', { name: '新建账号：钱新来（qian.xinlai）' }).click()
  await expect(page).toHaveURL(new RegExp(change))
  await page.getByRole('button', { name: '退回' }).click()
  await expect(page.getByText('请写明退回原因。').first()).toBeVisible()
  await page.getByRole('button', { name: '批准' }).click()
  await expect(page.getByText('已批准，马上生效。')).toBeVisible()
  await page.getByRole('link', { name: '去看账号' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '钱新来' })).toBeVisible()
  await expect(page.getByRole('button', { name: '发一次性密码' })).toHaveCount(0)
  await signOut(page)

  await signIn(page, 'sysadmin', '/accounts?state=waiting')
  await page.getByRole('link', { name: '钱新来' }).click()
  await page.getByRole('button', { name: '发一次性密码' }).click()
  const said = page.getByRole('status').filter({ hasText: 'qian.xinlai' })
  await expect(said).toBeVisible()
  const password = /：(\S+) /.exec((await said.textContent()) ?? '')?.[1] ?? ''
  await page.reload()
  await expect(page.getByText(password)).toHaveCount(0)
  await signOut(page)

  await page.getByLabel('账号').fill('qian.xinlai')
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible()
  await page.getByLabel('原密码').fill(password)
  await page.getByLabel('新密码', { exact: true }).fill(`New-${PASSWORD}`.replace('Erqi', 'Own'))
  await page.getByLabel('再输一次新密码').fill(`New-${PASSWORD}`.replace('Erqi', 'Own'))
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('密码已修改')).toBeVisible()
  await expect(page.getByText('钱新来').first()).toBeVisible()
})

test('a steward with projects is not disabled, and the refusal says which projects wait', async ({ page }) => {
  await signIn(page, 'sysadmin', '/accounts?q=steward2&role=STEWARD')
  await page.locator('tr', { hasText: 'steward2' }).getByRole('link').first().click()
  await page.getByRole('button', { name: '停用' }).click()
  await expect(page.getByText(/此人名下还有 \d+ 个项目：.+确定接手的管家/)).toBeVisible()
})
