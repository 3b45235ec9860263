import type { Page } from '@playwright/test'
import { authenticator } from './authenticator'
import { violations } from './barriers'
import { DEMANDS, makeDemandingDistrict } from './demanding-district'
import { expect, PASSWORD, signInAnew, test } from './journey'
import { strangeWords } from './look'

test.beforeAll(makeDemandingDistrict)

/** One administrator proposes whom the demand falls on, the other lets it hold. */
async function demandOf(page: Page, officials: boolean): Promise<void> {
  await page.context().clearCookies()
  await signInAnew(page, DEMANDS.sysadmin, '/accounts/factor')
  const form = page.getByRole('form', { name: '改为必须开启的人群' })
  await form.getByRole('checkbox', { name: '机关干部和管家' }).setChecked(officials)
  await form.getByLabel('原因').fill(officials ? '区里统一要求' : '改为自愿')
  await form.getByRole('button', { name: '提请审批' }).click()
  await page.waitForURL(/\/changes\/0/)
  const change = new URL(page.url()).pathname
  await page.context().clearCookies()
  await signInAnew(page, DEMANDS.secadmin, change)
  await page.getByRole('button', { name: '批准' }).click()
  await expect(page.getByText('已批准，马上生效。')).toBeVisible()
}

test('whom the district demands it of sets it up before anything else, and goes on to where he wanted', async ({
  page,
  browser,
  baseURL,
}) => {
  // Somebody is signed in when the demand comes.
  const context = await browser.newContext({ baseURL, locale: 'zh-CN' })
  const his = await context.newPage()
  await signInAnew(his, DEMANDS.office, '/me')
  await expect(his.getByRole('heading', { level: 1, name: '我的' })).toBeVisible()
  await demandOf(page, true)
  await his.goto('/notices')
  await expect(his).toHaveURL(/\/mfa\/setup\?next=%2Fnotices/)

  // Who signs in is led there as well; nothing else opens, whatever he asks for.
  await context.clearCookies()
  await signInAnew(his, DEMANDS.office, '/me?ended=1')
  await expect(his).toHaveURL(/\/mfa\/setup\?next=/)
  await expect(his.getByText('区里要求您的账号开启两步验证，开启以后才能使用。')).toBeVisible()
  expect(await violations(his), 'demanded').toEqual([])
  expect(await strangeWords(his, 'zh-CN')).toEqual([])
  await his.goto('/projects')
  await expect(his).toHaveURL(/\/mfa\/setup\?next=%2Fprojects/)
  const paper = await his.request.get('/api/export/weekly', { maxRedirects: 0 })
  expect(paper.headers().location).toMatch(/\/mfa\/setup/)

  await his.goto('/me?ended=1')
  await his.getByLabel('再输一次登录密码').fill(PASSWORD)
  await his.getByRole('button', { name: '开启两步验证' }).click()
  await expect(his.getByRole('img', { name: '用身份验证器应用扫描的二维码' })).toBeVisible()
  const shown = authenticator((await his.locator('p[data-verbatim]').textContent()) ?? '')
  await his.getByLabel('动态码').fill(shown.next())
  await his.getByRole('button', { name: '确认并开启' }).click()
  await expect(his.getByText('两步验证已开启')).toBeVisible()
  await his.getByRole('link', { name: '我已存好，继续' }).click()
  await expect(his).toHaveURL(`${baseURL}/me?ended=1`)
  await expect(his.getByRole('heading', { level: 1, name: '我的' })).toBeVisible()

  // Withdrawn, it asks nobody to set one up; who has one goes on giving his code.
  await demandOf(page, false)
  await context.clearCookies()
  await signInAnew(his, DEMANDS.office, '/me')
  await expect(his.getByLabel('动态码')).toBeVisible()
  await his.getByLabel('动态码').fill(shown.next())
  await his.getByRole('button', { name: '验证' }).click()
  await his.waitForURL(/\/me$/)
  await context.close()
})
