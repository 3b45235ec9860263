import { violations } from './barriers'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

const TEXT = '排水许可窗口两次说的材料不一样，想要一份清单'
let address = ''

test('the bureau writes down what somebody rang up with, accepts it, and cannot pass it to the unit it is about', async ({
  page,
}) => {
  await signIn(page, 'bizenv', '/')
  const mine = page.getByRole('region', { name: '诉求投诉' })
  await expect(mine.getByRole('link', { name: /待受理\d+件/ })).toBeVisible()
  await page.goto('/supervision/complaints/new')
  const form = page.getByRole('form', { name: '登记诉求' })
  await form.getByLabel('什么事').fill(TEXT)
  await form.getByRole('button', { name: '提交' }).click()
  await expect(form.getByText('请写哪个项目或地点')).toBeVisible()
  await expect(form.getByLabel('什么事')).toHaveValue(TEXT)
  await form.getByLabel('哪个项目或地点').fill('侯寨')
  await form.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\/supervision\/complaints\/[0-9a-f]{8}-/)
  address = new URL(page.url()).pathname
  const header = page.getByRole('main').locator('header')
  await expect(header.getByText('待受理')).toBeVisible()
  await page.getByLabel('被投诉单位').selectOption({ label: '城管局' })
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await expect(header.getByText('待转办')).toBeVisible()
  const pass = page.getByRole('form', { name: /^转办/ })
  await pass.getByLabel('承办单位').selectOption({ label: '城管局（被投诉单位）' })
  await pass.getByRole('button', { name: '转办' }).click()
  await expect(pass.getByText('不能由它办')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await pass.getByLabel('承办单位').selectOption({ label: '住建局' })
  await pass.getByRole('button', { name: '转办' }).click()
  await expect(header.getByText('办理中')).toBeVisible()
})

test('the unit answers what is its own; an answer without a word is none', async ({ page }) => {
  await signIn(page, 'agency', '/supervision/complaints')
  await page.locator('tbody').getByRole('link', { name: TEXT }).click()
  await page.waitForURL((url) => url.pathname === address)
  const form = page.getByRole('form', { name: /^答复/ })
  await form.getByRole('button', { name: '答复' }).click()
  await expect(form.getByText('请写清楚内容')).toBeVisible()
  await form.getByLabel('答复内容').fill('清单已盖章发出。')
  await form.getByRole('button', { name: '答复' }).click()
  await expect(page.getByRole('main').locator('header').getByText('已答复')).toBeVisible()
  await expect(page.getByText('现在没有您要做的。')).toBeVisible()
})

test('nobody strikes it off before somebody has asked; then it is struck off, and leaves as workbook and paper', async ({
  page,
}) => {
  await signIn(page, 'bizenv', address)
  await expect(page.getByRole('button', { name: '销号' })).toHaveCount(0)
  const form = page.getByRole('form', { name: /^登记回访/ })
  await form.getByLabel('回访情况').fill('电话问过，已经拿到清单。')
  await form.getByLabel('提交人态度').selectOption('yes')
  await form.getByRole('button', { name: '登记回访' }).click()
  await page.getByRole('button', { name: '销号' }).click()
  await expect(page.getByRole('main').locator('header').getByText('已销号').first()).toBeVisible()
  await page.goto('/supervision/complaints?state=CLOSED&q=排水许可')
  await expect(page.locator('tbody').getByRole('link', { name: TEXT })).toBeVisible()
  const workbook = await page.request.get('/api/export/complaints?state=CLOSED')
  expect([workbook.status(), (await workbook.body()).length > 5_000]).toEqual([200, true])
  await page.getByRole('link', { name: '打印台账' }).click()
  await page.waitForURL(/\/supervision\/complaints\/print/)
  await expect(page.getByText(TEXT)).toBeVisible()
})
