import type { Browser, Page } from '@playwright/test'
import { expect, signIn, signInAnew, test } from './journey'

test.describe.configure({ mode: 'serial' })

let project = ''

/** Opens the form of the project all of this is about: one of the steward's. */
async function openForm(page: Page, who: string) {
  await signIn(page, who, `/projects/${project}/edit`)
  await expect(page.getByRole('heading', { level: 1, name: '修改基本情况' })).toBeVisible()
}
const another = async (browser: Browser) => (await browser.newContext({ locale: 'zh-CN' })).newPage()

test('a project to edit', async ({ page }) => {
  await signIn(page, 'steward', '/projects?view=mine')
  const href = await page.locator('tbody a[href^="/projects/0"]').first().getAttribute('href')
  project = href?.split('/').at(-1) ?? ''
  await page.goto(`/projects/${project}`)
  await page.getByRole('link', { name: '修改', exact: true }).click()
  await expect(page.getByLabel('项目名称')).not.toHaveValue('')
  // Who answers for it is not the steward's to say.
  await expect(page.getByLabel('专班')).toHaveCount(0)
})

test('two people edit one project: what one touched comes together, what both touched is chosen', async ({
  page,
  browser,
}) => {
  const office = await another(browser)
  await openForm(page, 'steward')
  await openForm(office, 'office')

  await page.getByLabel('建设内容').fill('厂房两栋，约3万平方米')
  await page.getByLabel('备注').fill('管家备注')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存。', { exact: true })).toBeVisible()
  await expect(page.getByText(/修改基本情况：/).first()).toContainText('厂房两栋')

  await office.getByLabel('建设内容').fill('厂房三栋')
  await office.getByLabel('总投资').fill('8888.5')
  await office.getByRole('button', { name: '保存' }).click()
  const alert = office.getByRole('alert').filter({ hasText: '别人也改了' })
  await expect(alert).toContainText('有1处两边都改了')
  await expect(alert).toContainText('另有1处您没动')
  await expect(office.getByLabel('建设内容')).toHaveValue('厂房三栋')
  await expect(office.getByLabel('总投资')).toHaveValue('8888.5')
  await expect(office.getByLabel('备注')).toHaveValue('管家备注')
  await expect(office.getByText('厂房两栋，约3万平方米')).toBeVisible()

  // Saving again without having chosen asks again, and loses nothing.
  await office.getByRole('button', { name: '保存' }).click()
  await expect(alert).not.toContainText('另有1处您没动')
  await expect(office.getByRole('group', { name: '以谁的为准' })).toBeVisible()
  await expect(office.getByLabel('总投资')).toHaveValue('8888.5')
  await office.getByRole('radio', { name: /用我填的/ }).check()
  await office.getByRole('button', { name: '保存' }).click()
  await expect(office.getByText('已保存。', { exact: false })).toBeVisible()
  await office.goto(`/projects/${project}/edit`)
  await expect(office.getByLabel('建设内容')).toHaveValue('厂房三栋')
  await expect(office.getByLabel('备注')).toHaveValue('管家备注')
  await expect(office.getByLabel('总投资')).toHaveValue('8888.5')
  await office.context().close()
})

test('a refusal keeps what was typed and says where', async ({ page }) => {
  await openForm(page, 'office')
  await page.getByLabel('总投资').fill('三千万')
  await page.getByLabel('备注').fill('另一句备注')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('“三千万”不是金额。')).toBeVisible()
  await expect(page.getByLabel('总投资')).toHaveValue('三千万')
  await expect(page.getByLabel('备注')).toHaveValue('另一句备注')
})

test('typed text survives a reload and a lost session, and a number is not left in the browser', async ({ page }) => {
  await openForm(page, 'steward')
  const note = page.getByLabel('备注')
  // The form is live once it keeps what is typed.
  await expect(async () => {
    await note.fill('写到一半')
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('写到一半')
  }).toPass()
  await page.getByLabel('联系人电话').fill('13812345678')
  await page.reload()
  await expect(page.getByText('上次没保存的内容已放回。')).toBeVisible()
  await expect(note).toHaveValue('写到一半')
  // A browser that was killed meanwhile knows of no tab.
  const again = await page.context().newPage()
  await again.goto(`/projects/${project}/edit`)
  await expect(again.getByText('上次没保存的内容已放回。')).toBeVisible()
  await expect(again.getByLabel('备注')).toHaveValue('写到一半')
  await again.close()

  await page.context().clearCookies()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/登录已过期，填写的内容还在/)).toBeVisible()
  await expect(note).toHaveValue('写到一半')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('13812345678')

  await signInAnew(page, 'steward', `/projects/${project}/edit`)
  await expect(page.getByText('上次没保存的内容已放回。')).toBeVisible()
  await expect(note).toHaveValue('写到一半')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存。', { exact: true })).toBeVisible()
  await page.goto(`/projects/${project}/edit`)
  await expect(note).toHaveValue('写到一半')
  await expect(page.getByText('上次没保存的内容已放回。')).toHaveCount(0)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft')))).toEqual([])
})

test('works without a script, a conflict too', async ({ browser }) => {
  const still = async () => (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage()
  const [first, second] = [await still(), await still()]
  await openForm(first, 'steward')
  await openForm(second, 'office')
  await first.getByLabel('项目代码').fill('2611-410103-04-01-100001')
  await first.getByRole('button', { name: '保存' }).click()
  await expect(first.getByText('已保存。', { exact: true })).toBeVisible()
  await second.getByLabel('项目代码').fill('2611-410103-04-01-100002')
  await second.getByLabel('备注').fill('无脚本')
  await second.getByRole('button', { name: '保存' }).click()
  await expect(second.getByLabel('项目代码')).toHaveValue('2611-410103-04-01-100002')
  await second.getByRole('radio', { name: /2611-410103-04-01-100001/ }).check()
  await second.getByRole('button', { name: '保存' }).click()
  await expect(second.getByText('已保存。', { exact: false })).toBeVisible()
  await second.goto(`/projects/${project}/edit`)
  await expect(second.getByLabel('项目代码')).toHaveValue('2611-410103-04-01-100001')
  await expect(second.getByLabel('备注')).toHaveValue('无脚本')
  await first.context().close()
  await second.context().close()
})
