import fs from 'node:fs'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

const WEEK = '/meetings/2026-46'

test('minutes are read, taken along in one click, and every figure opens its rows', async ({ page }) => {
  await signIn(page, 'office', '/meetings/2026-47/agenda')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '纪要的Word' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('周例会纪要_2026年第47周.docx')
  expect(
    fs
      .readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')

  await page.getByRole('link', { name: '纪要', exact: true }).click()
  await page.waitForURL('/meetings/2026-47/minutes')
  const sheet = page.locator('article.gw')
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('二七区“双轮驱动”周例会纪要')
  await expect(sheet.getByText('〔2026〕47号', { exact: true })).toBeVisible()
  await expect(sheet.getByText(/主持召开“双轮驱动”产业项目周例会，研究/)).toBeVisible()
  await expect(sheet.getByText(/^会议议定，由/).first()).toBeVisible()
  await expect(sheet.getByText('出席：')).toBeVisible()
  await expect(sheet.getByText(/网页稿/)).toBeVisible()
  const figures = sheet.locator('a.figure')
  await expect(figures).toHaveCount(2)
  for (let i = 0; i < 2; i++) {
    const said = (await figures.nth(i).textContent()) ?? ''
    await figures.nth(i).click()
    await expect(page.getByRole('heading', { name: `“${said}”怎么来的` })).toBeVisible()
    await expect(page.locator('#rows li')).toHaveCount(Number(/\d+/.exec(said)?.[0]))
    await expect(page.locator('#rows').getByText(/^数据截至 2026/)).toBeVisible()
  }
})

test('a brief says counts and changes, and every figure opens exactly its rows', async ({ page }) => {
  await signIn(page, 'leader', '/meetings/2026-47/agenda')
  await page.locator('#main').getByRole('link', { name: '简报', exact: true }).click()
  await page.waitForURL('/meetings/2026-47/brief')
  const sheet = page.locator('article.gw')
  await expect(sheet.getByRole('heading', { level: 2 })).toHaveText([
    '一、总体情况',
    '二、本周办结',
    '三、红黄项目及原因',
    '四、需区领导协调事项',
    '五、下周重点',
  ])
  const figures = sheet.locator('a.figure')
  const many = await figures.count()
  expect(many).toBeGreaterThan(5)
  for (let i = 0; i < many; i++) {
    const said = (await figures.nth(i).textContent()) ?? ''
    await figures.nth(i).click()
    await expect(page.getByRole('heading', { name: `“${said}”怎么来的` })).toBeVisible()
    await expect(page.locator('#rows li')).toHaveCount(Number(/\d+/.exec(said)?.[0]))
  }
  await page.getByRole('link', { name: '收起' }).click()
  await expect(page.locator('#rows')).toHaveCount(0)
})

test('the office corrects what is signed: a new version with a note, worded, signed, both readable', async ({
  page,
}) => {
  await signIn(page, 'office', `${WEEK}/minutes`)
  await page.locator('summary').filter({ hasText: '更正' }).click()
  const form = page.getByRole('form', { name: '更正' })
  await form.getByRole('button', { name: '另出一版' }).click()
  await expect(form.getByText('请写一句更正了什么、为什么。')).toBeVisible()
  await form.getByLabel('更正说明').fill('标题写漏了年份')
  await form.getByRole('button', { name: '另出一版' }).click()
  await page.waitForURL(`${WEEK}/minutes/edit`)

  // A number that was counted is not typed over; what was typed stays.
  const edit = page.getByRole('form', { name: '改文字' })
  await edit.getByLabel('标题', { exact: true }).fill('2026年第46周产业项目调度会议纪要')
  const opening = edit.getByLabel('开头')
  const text = await opening.inputValue()
  await opening.fill(text.replace(/【\d+项】/, '【99项】'))
  await edit.getByRole('button', { name: '保存' }).click()
  await expect(edit.getByText(/【99项】不是从名单里数出来的/)).toBeVisible()
  await expect(edit.getByLabel('标题', { exact: true })).toHaveValue('2026年第46周产业项目调度会议纪要')
  await opening.fill(text.replace('现纪要如下', '纪要如下'))
  await edit.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/minutes\?just=saved/)
  await expect(page.getByRole('status').filter({ hasText: '已保存。' })).toBeFocused()
  await expect(page.getByRole('heading', { name: '2026年第46周产业项目调度会议纪要' })).toBeVisible()
  await expect(page.getByText('〔2026〕46号（底稿）')).toBeVisible()

  await page.locator('summary').filter({ hasText: '签发' }).click()
  await page.getByRole('button', { name: '确认签发' }).click()
  await page.waitForURL(/\/minutes\?just=signed/)
  await expect(page.getByText('更正说明：')).toBeVisible()
  await expect(page.getByText(/签发，第2版/)).toBeVisible()
  await page.getByRole('navigation', { name: '各版' }).getByRole('link', { name: '第1版' }).click()
  await page.waitForURL(/nth=1/)
  await expect(page.getByText(/这一版已由第2版更正/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '产业项目第46周调度会议纪要' })).toBeVisible()
})

test('a steward reads what concerns him, and neither the brief nor the document', async ({ page }) => {
  await signIn(page, 'steward2', '/meetings/2026-47/agenda')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: '纪要的Word' })).toHaveCount(0)
  await expect(page.locator('#main').getByRole('link', { name: '简报', exact: true })).toHaveCount(0)
  expect((await page.request.get('/meetings/2026-47/brief')).status()).toBe(403)
  expect((await page.request.get('/api/papers/00000000-0000-7000-8000-000000000000')).status()).toBe(404)
})

test('the history says how long meetings take and what became of decisions, each figure with its rows', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'head', '/meetings')
  await page.getByRole('link', { name: '例会历史' }).click()
  await page.waitForURL('/meetings/history')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/开会\d+次，议定\d+项/)
  await page.getByRole('link', { name: /^会议平均\d+分钟/ }).click()
  await expect(page.locator('#rows li').first()).toContainText('分钟')
  const whole = page.locator('tbody tr').first()
  for (const figure of ['议定', '销号']) {
    const link = whole.getByRole('link', { name: new RegExp(`^全区 ${figure} \\d+$`) })
    const n = Number(await link.textContent())
    await link.click()
    await expect(page.locator('#rows li')).toHaveCount(n)
  }
  const filter = page.getByRole('form', { name: '选择时段' })
  await filter.getByLabel('从').fill('2026-01-01')
  await filter.getByLabel('到').fill('2026-01-31')
  await filter.getByRole('button', { name: '查看' }).click()
  await expect(page).toHaveURL(/from=2026-01-01/)
  await expect(whole).toContainText('暂无')
  // Whoever sees only what is his is told so, and not that it is the district's.
  const theirs = await browser.newPage({ baseURL })
  await signIn(theirs, 'agencyhead', '/meetings/history')
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText(/与您有关的议定\d+项/)
  await expect(theirs.locator('tbody tr').first()).toContainText('与您有关的')
  await theirs.close()
})
