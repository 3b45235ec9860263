import { expect, signIn, test } from './journey'

test('a leader asks what a permit less would do, without changing anything', async ({ page }) => {
  await signIn(page, 'leader', '/projects?view=warned')
  await page.locator('tbody a[href^="/projects/0"]').first().click()
  await page.getByRole('link', { name: '开工预计' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/开工|投产/)
  const address = new URL(page.url()).pathname
  const headline = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''

  // The item that decides, five working days longer: exactly five later, said from old to new.
  const form = page.getByRole('form', { name: '试一项' })
  await form.getByLabel('如果').selectOption({ index: 1 })
  await form.getByLabel(/^工作日数/).fill('5')
  await form.getByRole('button', { name: '算一算' }).click()
  await expect(page).toHaveURL(/days=5/)
  await expect(form.getByRole('status')).toContainText('晚5个工作日')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)

  // A trial that lacks its number says so, and keeps what was chosen.
  await form.getByLabel(/^工作日数/).fill('')
  await form.getByRole('button', { name: '算一算' }).click()
  await expect(form.getByRole('alert')).toContainText('写明天数或日期')
  await expect(form.getByLabel('如果')).not.toHaveValue('')

  // Ways to save days are ticked and reckoned together.
  await form.getByRole('checkbox').first().check()
  await form.getByRole('button', { name: '按选的算' }).click()
  await expect(page).toHaveURL(/way=/)
  await expect(page.getByText('同时选右边1条')).toBeVisible()
  await expect(form.getByRole('checkbox').first()).toBeChecked()

  // The same as a table, with what was tried; then nothing of it is left.
  await page.getByRole('link', { name: '看表格' }).click()
  await expect(page.getByRole('columnheader', { name: '试算办结' })).toBeVisible()
  await expect(page).toHaveURL(/way=/)
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  await expect(page.getByText('同时选右边')).toHaveCount(0)
})

test('the office brings a way to save days before the next meeting', async ({ page }) => {
  // One that is in order: no rule has brought it before the meeting.
  await signIn(page, 'office', '/projects?stage=PERMITTING&level=GREEN')
  const address = (await page.locator('tbody a[href^="/projects/0"]').first().getAttribute('href')) ?? ''
  await page.goto(`${address}/forecast`)
  const form = page.getByRole('form', { name: '试一项' })
  await form.getByRole('checkbox').first().check()
  await form.getByRole('button', { name: '按选的算' }).click()
  await expect(page).toHaveURL(/way=/)
  const there = page.getByRole('link', { name: /已在第\d+周议程上/ })
  await expect(there).toHaveCount(0)
  await page.getByRole('button', { name: '把选的1条提成议题' }).click()
  await expect(there).toBeVisible()
})

test('a steward follows what clears a colour, and it turns', async ({ page }) => {
  await signIn(page, 'steward8', '/projects?view=mine&level=BLUE')
  await page.locator('tbody a[href^="/projects/0"]').first().click()
  const verdict = page.getByRole('region', { name: '为什么是蓝' })
  await expect(verdict).toContainText('在谈1个月无进展')
  await verdict.getByRole('link', { name: /登记在谈进展/ }).click()
  await page.getByRole('textbox', { name: '本周进展' }).fill('已就供地方案谈过一轮，下周签备忘录')
  await page.getByRole('button', { name: '保存进展' }).click()
  await expect(page.getByRole('region', { name: '为什么是绿' })).toBeVisible()
})

test('time: every figure opens its rows', async ({ page }) => {
  await signIn(page, 'leader', '/procedures')
  await page.getByRole('link', { name: '时间去哪了' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('项手续')
  const figure = page.getByRole('link', { name: /^看.*的\d+件$/ }).first()
  const n = Number((await figure.textContent()) ?? '')
  await figure.click()
  await expect(page).toHaveURL(/item=/)
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(`${n}件$`) })).toBeVisible()
  await expect(page.locator('#rows li')).toHaveCount(Math.min(n, 50))
})
