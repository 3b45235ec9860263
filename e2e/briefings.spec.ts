import { violations } from './barriers'
import { expect, signIn, test } from './journey'

// One after the other: what the first ones publish the last one reads.
test.describe.configure({ mode: 'serial' })

let address = ''

test('the office begins a report of a month; days to come are refused and nothing chosen is lost', async ({ page }) => {
  await signIn(page, 'office', '/briefings')
  await page.getByRole('link', { name: '起草简报' }).click()
  await page.waitForURL(/\/briefings\/new/)
  const form = page.getByRole('form', { name: '起草简报' })
  await form.getByLabel('从', { exact: true }).fill('2026-09-30')
  await form.getByLabel('到', { exact: true }).fill('2026-09-01')
  await form.getByRole('button', { name: '生成底稿' }).click()
  await expect(form.getByText('开始日期晚于结束日期')).toBeVisible()
  await form.getByLabel('从', { exact: true }).fill('2026-09-01')
  await form.getByLabel('到', { exact: true }).fill('2026-09-30')
  await form.getByRole('button', { name: '生成底稿' }).click()
  await page.waitForURL(/\/briefings\/0.*just=created/)
  address = new URL(page.url()).pathname
  // Taken twice on one day a draft is one file.
  const draft = `/api/papers/briefing/${address.split('/').at(-1)}`
  const [first, again] = [await page.request.get(draft), await page.request.get(draft)]
  expect((await first.body()).equals(await again.body())).toBe(true)
  const sheet = page.getByRole('article')
  await expect(sheet).toContainText(/谋划产业项目\d+个，签约落地\d+个，占\d+\.\d%/)
  await expect(page.getByRole('note')).toContainText('每次打开时重新统计')
  // A figure opens its rows, as many as it says.
  const signed = sheet.getByRole('link', { name: /^签约落地项目 \d+$/ })
  const n = (await signed.textContent()) ?? ''
  await signed.click()
  await page.waitForURL(/\/projects\?view=signed/)
  await expect(page.getByRole('link', { name: new RegExp(`已签约\\s*${n}$`) })).toBeVisible()
})

test('typed numbers and wrong names are refused at their paragraph; what is saved is printed', async ({ page }) => {
  await signIn(page, 'office', `${address}/edit`)
  const form = page.getByRole('form', { name: '改文字' })
  const field = form.getByLabel('产业项目推进情况，第2段')
  await field.fill('全区谋划产业项目142个。')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('“142”是手打的数字')).toBeVisible()
  await expect(field).toHaveValue('全区谋划产业项目142个。')
  await field.fill('{period.year}年全区谋划产业项目{projects.inLibary}个。')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('是不是“projects.inLibrary”？')).toBeVisible()
  await field.fill('{period.year}年全区谋划产业项目{projects.inLibrary}个。')
  await form.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/just=saved/)
  await expect(page.getByRole('article')).toContainText(/2026年全区谋划产业项目\d+个。/)
  expect(await violations(page)).toEqual([])
})

test('published it stands still, with its time, rules and checksum; a correction is another version', async ({
  page,
}) => {
  await signIn(page, 'office', address)
  await page.getByText('发布', { exact: true }).click()
  await page.getByRole('button', { name: '确认发布' }).click()
  await page.waitForURL(/just=published/)
  const foot = page.locator('.gw-foot')
  await expect(foot).toContainText(/数据截至.*规则第\d+版.*发布，第1版.*校验 [0-9A-F]{4}-[0-9A-F]{4}/)
  const word = `/api/papers/briefing/${address.split('/').at(-1)}`
  const [first, again] = [await page.request.get(word), await page.request.get(word)]
  expect(first.headers()['content-disposition']).toContain('.docx')
  expect((await first.body()).equals(await again.body())).toBe(true)
  await page.getByText('更正', { exact: true }).click()
  const form = page.getByRole('form', { name: '更正' })
  await form.getByLabel('更正说明').fill('补充说明')
  await form.getByRole('button', { name: '另出一版' }).click()
  await page.waitForURL(/\/edit$/)
  await expect(page.getByText('更正说明：补充说明')).toBeVisible()
})

test('a leader reads what is published, not the draft that corrects it; the bank finds no door', async ({
  page,
  browser,
}) => {
  await signIn(page, 'leader', '/briefings')
  await page.locator(`a[href="${address}"]`).click()
  await page.waitForURL(address)
  await expect(page.locator('.gw-foot')).toContainText('第1版')
  await expect(page.getByRole('link', { name: '改文字' })).toHaveCount(0)
  const bank = await (await browser.newContext()).newPage()
  await signIn(bank, 'bank')
  await expect(bank.getByRole('link', { name: '简报' })).toHaveCount(0)
  await bank.context().close()
})

test('a figure leads only where its reader may go', async ({ browser }) => {
  test.setTimeout(180_000)
  for (const account of ['leader', 'head', 'bizenv', 'discipline', 'office'] as const) {
    const page = await (await browser.newContext()).newPage()
    await signIn(page, account, address)
    const links = page.locator('a.figure, .paper-rows dd a')
    await expect(links.first()).toBeVisible()
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const rooms = [...new Map(hrefs.map((href) => [href.replace(/[?#].*/, ''), href])).values()]
    const closed = []
    for (const href of rooms) if (!(await page.request.get(href)).ok()) closed.push(href)
    expect(closed, account).toEqual([])
    await page.context().close()
  }
})

test('the text the product came with is in its box again as soon as it is taken again', async ({ page }) => {
  await signIn(page, 'office', '/briefings/templates')
  const line = page.getByRole('region', { name: '例会议定与督办，第1段' })
  const box = line.getByLabel('文字')
  const shipped = await box.inputValue()
  await box.fill('召开周例会{meetings.held}次。')
  await line.getByRole('button', { name: /^保存/ }).click()
  await line.getByText('恢复系统自带的文字', { exact: true }).click()
  await line.getByRole('button', { name: '确认恢复' }).click()
  await expect(line.getByText('恢复系统自带的文字', { exact: true })).toHaveCount(0)
  await expect(box).toHaveValue(shipped)
})
