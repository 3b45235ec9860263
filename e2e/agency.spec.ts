import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

/** What the heading counts: everything in hand. */
const inHand = async (page: import('@playwright/test').Page) =>
  Number(/在办(\d+)件/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[1])

test('tells an applicant once what is missing, takes the papers back, finishes, and undoes it', async ({ page }) => {
  await signIn(page, 'agency')
  const open = await inHand(page)
  const row = page
    .locator('main li')
    .filter({ has: page.getByRole('link', { name: /^告知补正：/ }) })
    .first()
  const name = (await row.getByRole('link').first().textContent()) ?? ''
  const label = (await row.getByRole('link', { name: /^告知补正：/ }).getAttribute('aria-label')) ?? ''
  const what = label.replace('告知补正：', '')

  // One click opens the row, ticking is not a click more than the paper form has, one confirms.
  await row.getByRole('link', { name: label }).click()
  await expect(page.getByText('缺哪几份，一次说全')).toBeVisible()
  await expect(page.getByText(/您的钟停在第\d+天/)).toBeVisible()
  await page.getByRole('button', { name: '发补正通知，暂停计时' }).click()
  await expect(page.getByText('请写明原因。')).toBeVisible()
  const papers = page.getByRole('group', { name: '缺哪几份，一次说全' }).getByRole('checkbox')
  await papers.first().check()
  await page.getByLabel('其他，写一句').fill('图纸未盖章')
  await page.getByRole('button', { name: '发补正通知，暂停计时' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toContainText(name)
  // The next row is open at once.
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`在办${open}件`)
  await expect(page.getByRole('link', { name: '收起' })).toBeVisible()
  await page.goto('/')
  const paused = page.locator('li').filter({ has: page.getByRole('link', { name: `补正交回：${what}` }) })
  await expect(paused).toContainText('等项目单位补正')

  await paused.getByRole('link', { name: `补正交回：${what}` }).click()
  await page.getByRole('button', { name: '确认补正交回' }).click()
  await expect(page.getByRole('status').filter({ hasText: '补正交回' })).toBeVisible()

  // 办结: two clicks from the list.
  await page.goto('/')
  await page.getByRole('link', { name: `办结：${what}` }).click()
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByRole('status').filter({ hasText: '办结' })).toContainText(name)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`在办${open - 1}件`)

  await page.getByRole('status').getByRole('button', { name: /撤销/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`在办${open}件`)
  await expect(page.getByRole('link', { name: '收起' })).toHaveCount(0)
})

test('gives a procedure to a colleague, who finds it first', async ({ page, browser, baseURL }) => {
  await signIn(page, 'agency')
  const open = await inHand(page)
  const more = page.getByRole('link', { name: /的其他动作$/ }).last()
  const what = ((await more.getAttribute('aria-label')) ?? '').replace('的其他动作', '')
  await more.click()
  await page.getByRole('link', { name: '转办' }).click()
  const to = page.getByLabel('转给谁')
  const colleague = await to.locator('option').filter({ hasText: '经办人' }).getAttribute('value')
  await to.selectOption(colleague)
  await page.getByLabel('带一句话').fill('我下周休假，请您接着办')
  await page.getByRole('button', { name: '转给他' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`在办${open - 1}件`)

  const other = await browser.newPage({ baseURL })
  await signIn(other, 'agency2')
  const first = other.locator('main li').first()
  await expect(first).toContainText('转来')
  await expect(first).toContainText('我下周休假，请您接着办')
  await expect(first.getByRole('link', { name: `${what}的其他动作` })).toBeVisible()
  await other.close()
})

test('the queue answers by its address, and its totals follow', async ({ page }) => {
  await signIn(page, 'agency')
  await page
    .locator('h1')
    .getByRole('link', { name: /^在办\d+件$/ })
    .click()
  await expect(page).toHaveURL(/\/procedures\?mine=1/)
  await page.goto('/procedures')
  const rows = await page.locator('tbody tr').count()
  await expect(page.getByText(`合计 ${rows}件`)).toBeVisible()
  const left = await page.locator('tbody tr td:nth-child(2) b').allTextContents()
  const numbers = left.map((text) => Number(text.replace('−', '-')))
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  await page.getByRole('form', { name: '筛选' }).getByLabel('四色').selectOption('RED')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page).toHaveURL(/level=RED/)
  await expect(page.getByText(`合计 ${await page.locator('tbody tr').count()}件`)).toBeVisible()
  await page.getByRole('link', { name: '去掉条件 四色' }).click()
  await expect(page.getByText(`合计 ${rows}件`)).toBeVisible()
  await page.goto('/procedures?q=没有这样的项目')
  await expect(page.getByText('没有符合条件的手续')).toBeVisible()
})

test('the head finds where his unit is late, and every number opens its rows', async ({ page }) => {
  await signIn(page, 'agencyhead')
  await expect(page.getByText('和区领导同一分钟看到的颜色')).toBeVisible()
  const load = page
    .getByRole('table')
    .getByRole('link', { name: /在办\d+件/ })
    .first()
  const many = await load.textContent()
  await load.click()
  await expect(page.getByText(`合计 ${many}件`)).toBeVisible()
  await page.goto('/')
  const month = page.getByRole('link', { name: /按承诺办结\d+件，应办\d+件/ })
  const owed = /应办(\d+)件/.exec((await month.textContent()) ?? '')?.[1]
  await month.click()
  await expect(page.getByText(`合计 ${owed}件`)).toBeVisible()
})

test('without a script a button shows what a step leads to, records nothing and loses nothing', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'agency')
  await page
    .getByRole('link', { name: /^办结：/ })
    .first()
    .click()
  await page.getByRole('link', { name: '看全部记录' }).click()
  await page.getByRole('link', { name: /^办结/ }).first().click()
  // Playwright reads no text in a noscript element; a browser without scripts shows it.
  const show = page.locator('noscript button[name=show]')
  await expect(page.locator('noscript p').first()).toBeVisible()
  await page.getByLabel('证照文号').fill('二七住建〔2026〕92号')
  await show.click()
  await expect(page.getByRole('alert').filter({ hasText: '确认以后' })).toContainText('这一项变为')
  await expect(page.getByLabel('证照文号')).toHaveValue('二七住建〔2026〕92号')
  await expect(page.getByRole('button', { name: '确认办结' })).toBeVisible()
  // A day that cannot be is said at its field.
  await page.getByLabel('发生日期').fill('2030-01-01')
  await show.click()
  await expect(page.getByLabel('发生日期')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('证照文号')).toHaveValue('二七住建〔2026〕92号')
  await context.close()
})

test('works without a script: a row opens, and a step is recorded', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  await signIn(page, 'agency')
  const finish = page.getByRole('link', { name: /^办结：/ }).last()
  await finish.click()
  await page.getByLabel('证照文号').fill('二七住建〔2026〕91号')
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
  await context.close()
})
