import { inBothThemes } from './barriers'
import { expect, signIn, test } from './journey'

const PHONE = { width: 390, height: 844 }
const TEXT = '施工临时用电容量不足，12月进设备要315千伏安'

// One problem goes from hand to hand.
test.describe.configure({ mode: 'serial' })
let address = ''

test('the steward raises a problem on the phone: two taps and a sentence', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await signIn(page, 'contact')
  const href = await page.locator('header a[href^="/projects/0"]').first().getAttribute('href')
  const project = href?.split('/').at(-1) ?? ''
  expect(project).not.toBe('')

  await page.context().clearCookies()
  await signIn(page, 'steward', `/projects/${project}`)
  await page.locator('[data-strip]').getByRole('link', { name: '提问题' }).click()
  await page.waitForURL(/\/issues\/new/)
  const form = page.getByRole('form', { name: '提问题' })
  // A sentence is all that is asked for, and nothing is lost where it is missing.
  await form.getByLabel('直接交给').selectOption({ label: '住建局' })
  await form.getByRole('button', { name: '提交' }).click()
  await expect(form.getByText('请写一句话说清楚。', { exact: true })).toBeVisible()
  await expect(form.getByLabel('直接交给').locator('option:checked')).toHaveText('住建局')
  await form.getByLabel('遇到什么问题').fill(TEXT)
  await form.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\/issues\/0/)
  address = new URL(page.url()).pathname
  await expect(page.getByRole('heading', { level: 1, name: '施工临时用电容量不足' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '住建局' }).first()).toBeVisible()
  await inBothThemes(page, 'a problem on the phone')

  // The project shows it, and so does his own day.
  await page.goto(`/projects/${project}`)
  await expect(page.locator(`a[href="${address}"]`)).toBeVisible()
  await page.goto('/')
  await expect(page.locator(`#issues a[href="${address}"]`).first()).toBeVisible()
})

test('the agency finds it on its desk, reports and answers; what it hides the enterprise does not read', async ({
  page,
}) => {
  await signIn(page, 'agency', address)
  const box = page.getByRole('form', { name: /^写一句/ })
  await box.getByLabel('写一句').fill('先内部核一下台区')
  await box.getByLabel('只给部门看').check()
  await box.getByRole('button', { name: '记进展' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '先内部核一下台区' })).toContainText('只给部门看')
  const answer = page.getByRole('form', { name: /^答复/ })
  await answer.getByRole('button', { name: '答复' }).click()
  // Everything that is missing is said at once, each at its field.
  await expect(answer.getByRole('link', { name: '请选择办理结果。' })).toBeVisible()
  await expect(answer.getByText('请写一句理由或结果。', { exact: true }).first()).toBeVisible()
  await answer.getByLabel('办理结果').selectOption({ label: '已解决' })
  await answer.getByLabel('写明结果').fill('台区扩容完成，12月1日送电')
  await answer.getByRole('button', { name: '答复' }).click()
  await expect(page.getByText('已答复，等确认')).toBeVisible()
  await expect(page.getByRole('form', { name: /^答复/ })).toHaveCount(0)
})

test('the enterprise rates it once, the office strikes it off', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await signIn(page, 'contact')
  await page.locator(`#issues a[href="${address}"]`).last().click()
  await page.waitForURL((url) => url.pathname === address)
  await expect(page.getByText('先内部核一下台区')).toHaveCount(0)
  const confirm = page.getByRole('form', { name: /^确认/ })
  await confirm.getByRole('button', { name: '确认' }).click()
  await expect(confirm.getByText('请选一下是否解决。', { exact: true }).first()).toBeVisible()
  await confirm.getByLabel('解决了没有').selectOption({ label: '解决了' })
  await confirm.getByRole('button', { name: '确认' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '解决了' }).first()).toContainText('确认')
  await expect(page.getByRole('form', { name: /^确认/ })).toHaveCount(0)

  await page.context().clearCookies()
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, 'office', address)
  await page.getByRole('form', { name: /^销号/ }).getByRole('button', { name: '销号' }).click()
  await expect(page.getByText(/11-23销号/)).toBeVisible()
  await inBothThemes(page, 'a problem that is struck off')
  // It is found by its words.
  await page.goto(`/search?q=${encodeURIComponent('临时用电容量不足 12月')}`)
  await expect(page.locator(`a[href="${address}"]`)).toBeVisible()
})

test('who may not see it is told that it is not there', async ({ page }) => {
  await signIn(page, 'steward8', address)
  await expect(page.getByText(TEXT)).toHaveCount(0)
})
