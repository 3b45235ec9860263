import { expect, PASSWORD, signIn, signInAnew, test } from './journey'

// The draft of October and the version of May change here; no other journey touches them.
test.describe.configure({ mode: 'serial' })

const DRAFT = '/ranking?month=2026-10'
const CLAIM = '施工许可证当天已经出证，系统晚登记了一天'

test('a leader reads a month, follows a score down to its rows, and the months of whoever is ranked', async ({
  page,
}) => {
  await signIn(page, 'leader', '/ranking?month=2026-09')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2026年9月部门办理成效排名')
  await expect(page.getByText(/第1版，2026-10-\d\d 发布/)).toBeVisible()
  await expect(page.getByText('数据截止 09-30 24:00')).toBeVisible()
  const first = page.locator('tbody tr').first()
  await expect(first.locator('svg[role="img"]').first()).toHaveAttribute('aria-label', /承诺时限内办结[\d.]+分/)
  const name = (await first.getByRole('rowheader').getByRole('link').textContent()) ?? ''
  await first.getByRole('link', { name }).click()
  const panel = page.getByRole('complementary', { name: '分数从哪来' })
  await expect(panel.getByRole('heading', { name: '分数从哪来' })).toBeVisible()
  await expect(panel.getByText('为什么要折算')).toBeVisible()
  const score = await first.locator('td').nth(2).textContent()
  await expect(panel.locator('tbody tr').last()).toContainText(score?.match(/[\d.]+/)?.[0] ?? '')

  await panel.getByRole('link', { name: /^看全部\d+件$/ }).click()
  await page.waitForURL(/\/ranking\/2026-09\/agency\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}2026年9月的分数从哪来`)
  await expect(page.getByRole('heading', { name: /^计入的\d+件$/ }).first()).toBeVisible()
  await page.getByRole('link', { name: '看走势' }).click()
  await page.waitForURL(/\/ranking\/trend\/agency\//)
  await expect(page.locator('tbody tr')).toHaveCount(6)

  for (const [tab, head] of [
    ['专班', '2026年9月专班推进成效排名'],
    ['板块', '2026年9月板块推进成效排名'],
    ['管家', '2026年9月项目管家成效排名'],
    ['项目', '2026年9月项目进度排名'],
  ] as const) {
    await page.goto('/ranking?month=2026-09')
    await page.getByRole('navigation', { name: '排名表' }).getByRole('link', { name: tab }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(head)
    expect(await page.locator('main tbody tr').count()).toBeGreaterThan(0)
  }
  await page.locator('main tbody a').first().click()
  await expect(page.getByRole('heading', { name: '本月各色天数' })).toBeVisible()
})

test('a reminder says how many reds of his own somebody has, and leads to them', async ({ page }) => {
  await signIn(page, 'leader', '/ranking?month=2026-07&table=STEWARD')
  const reminded = page.getByRole('region', { name: '表扬和提醒' }).getByRole('link').first()
  const count = Number(/(\d+)件/.exec((await reminded.textContent()) ?? '')?.[1])
  await reminded.click()
  await page.waitForURL(/\/ranking\/2026-07\/steward\/[^?#]+#RED/)
  await expect(page.locator('#RED tbody tr')).toHaveCount(count)
  await expect(page.locator('#RED tbody tr').first()).toContainText('起红着，下一步该管家办')
})

test('a steward finds his own line in the draft and the median, and objects', async ({ page }) => {
  await signIn(page, 'steward')
  await page.getByRole('link', { name: /^10月排名草案出来了/ }).click()
  await page.waitForURL(/\/ranking\/2026-10\/steward\//)
  await page.goto(DRAFT)
  await expect(page.getByText('这里只有您自己的一行和全区中位数。')).toBeVisible()
  await expect(page.getByRole('table', { name: /^管家排名/ }).locator('tbody tr')).toHaveCount(1)
  await expect(page.getByRole('navigation', { name: '排名表' }).getByRole('link')).toHaveText(['管家'])
  await page.getByRole('link', { name: '提异议' }).click()
  await page.waitForURL(/\/ranking\/2026-10\/steward\/[^?]+#object/)

  const form = page.getByRole('form', { name: '对这个分数提异议' })
  await form.getByLabel('对哪一项').selectOption('A')
  await form.getByRole('button', { name: '提出异议' }).click()
  await expect(form.locator('textarea[name="claim"]')).toHaveAttribute('aria-invalid', 'true')
  await expect(form.getByLabel('对哪一项')).toHaveValue('A')
  await form.getByRole('checkbox').first().check()
  // What is too long is refused, not cut.
  await form.getByLabel('有什么不对').fill('长'.repeat(301))
  await expect(form.getByText('301/300')).toBeVisible()
  await form.getByRole('button', { name: '提出异议' }).click()
  await expect(form.getByText('写得太长了，最多300字，请缩短。')).toBeVisible()
  await expect(form.getByLabel('有什么不对')).toHaveValue('长'.repeat(301))
  await form.getByLabel('有什么不对').fill(CLAIM)
  await form.getByRole('button', { name: '提出异议' }).click()
  await expect(page.getByText('异议已提出，办公室裁定后这里会显示结果。')).toBeVisible()
  await expect(page.locator('#objections').getByText(CLAIM)).toBeVisible()
})

test('the office decides each objection with a reason, and the draft is counted again', async ({ page }) => {
  await signIn(page, 'office')
  await page.getByRole('link', { name: /^10月排名有\d件异议等您裁定$/ }).click()
  await page.waitForURL(/\/ranking\?month=2026-10#objections/)
  const objections = page.locator('#objections')
  await expect(page.getByText(/提异议到 .+ 为止，过了才能发布/)).toBeVisible()
  // The one the demo district brings along is about an item: it is answered where it stands.
  const other = objections.getByRole('listitem').filter({ hasText: '部门当天已口头答复' })
  await other.getByRole('button', { name: /^采纳：/ }).click()
  await expect(other.locator('textarea[name="reason"]')).toHaveAttribute('aria-invalid', 'true')
  await other.getByLabel('理由').fill('口头答复有通话记录为证')
  await other.getByRole('checkbox', { name: /^按满分计：/ }).check()
  await other.getByRole('button', { name: /^采纳：/ }).click()
  await expect(page.getByText('异议已采纳，排名按裁定重新算过。')).toBeVisible()
  await expect(other.getByText(/口头答复有通话记录为证/)).toBeVisible()

  const mine = objections.getByRole('listitem').filter({ hasText: CLAIM })
  await mine.getByLabel('理由').fill('登记时间与证照一致，维持原计分')
  await mine.getByRole('button', { name: /^不采纳：/ }).click()
  await expect(mine.getByText(/登记时间与证照一致/)).toBeVisible()
  await expect(page.getByText('异议未采纳，排名没有变。')).toBeVisible()
  await expect(page.getByRole('button', { name: /^签发第/ })).toHaveCount(0)

  await page.context().clearCookies()
  await signIn(page, 'steward')
  await page.getByRole('link', { name: '您提的1件异议有结果了' }).click()
  await expect(page.locator('#objections').getByText(/登记时间与证照一致/)).toBeVisible()
})

test('the office corrects a published month, and the version before stays readable', async ({ page }) => {
  // A session that has not shown a moment ago whose it is.
  await signInAnew(page, 'office', '/ranking?month=2026-05&table=AGENCY')
  await page.locator('main tbody a').first().click()
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /^看全部\d+件$/ })
    .click()
  await page.waitForURL(/\/ranking\/2026-05\/agency\//)
  await page.getByText('出更正版', { exact: true }).click()
  const form = page.getByRole('form', { name: '出更正版' })
  await form
    .getByRole('checkbox', { name: /^不计入：/ })
    .first()
    .check()
  await form.getByRole('button', { name: '签发更正版' }).click()
  await expect(form.locator('input[name="note"]')).toHaveAttribute('aria-invalid', 'true')
  await expect(form.getByRole('checkbox', { name: /^不计入：/ }).first()).toBeChecked()
  await form.getByLabel('更正说明').fill('有一件重复登记，更正不计')
  await form.getByLabel('再输一次登录密码').fill(PASSWORD)
  await form.getByRole('button', { name: '签发更正版' }).click()
  // Back at the table and the row it was about.
  await page.waitForURL(/month=2026-05&table=AGENCY&show=[0-9a-f-]{36}&just=corrected/)
  await expect(page.getByText('更正版已签发。')).toBeVisible()
  await expect(page.getByText('第2版更正说明：有一件重复登记，更正不计')).toBeVisible()
  await page.getByRole('link', { name: '第1版' }).click()
  await expect(page.getByText('这是第1版，后来更正过。')).toBeVisible()
})

test('without a script, what is wrong with a correction is said where it was typed, and nothing of it is folded away', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await signInAnew(page, 'office', '/ranking?month=2026-06&table=AGENCY')
  const row = await page.locator('main tbody a').first().getAttribute('href')
  const subject = new URL(row ?? '', page.url()).searchParams.get('show')
  await page.goto(`/ranking/2026-06/agency/${subject}`)
  await page.getByText('出更正版', { exact: true }).click()
  const form = page.getByRole('form', { name: '出更正版' })
  await form
    .getByRole('checkbox', { name: /^不计入：/ })
    .first()
    .check()
  await form.getByLabel('更正说明').fill('有一件重复登记，更正不计')
  await form.getByRole('button', { name: '签发更正版' }).click()
  await expect(form.getByText('请再确认一次是您本人。')).toBeVisible()
  await expect(form.getByLabel('更正说明')).toHaveValue('有一件重复登记，更正不计')
  await expect(form.getByLabel('更正说明')).toBeVisible()
  await context.close()
})

test('rules change by two: one proposes with weights that make 100, another approves, the next month follows', async ({
  page,
}) => {
  await signIn(page, 'office', '/ranking/rules')
  const form = page.getByRole('form', { name: '提出修改' })
  const stewards = form.getByRole('group', { name: '管家' })
  const [a, b] = [stewards.getByLabel('手续按期', { exact: true }), stewards.getByLabel('进度达成', { exact: true })]
  await expect(stewards.locator('p[data-ready]')).toBeVisible()
  await a.fill('35')
  await expect(stewards.getByRole('status')).toHaveText('合计105，要正好是100')
  await form.getByLabel('为什么改').fill('突出手续')
  await form.getByRole('button', { name: '提出修改' }).click()
  await expect(stewards.locator('[aria-invalid="true"]')).toHaveCount(1)
  await expect(a).toHaveValue('35')
  await b.fill('20')
  await expect(stewards.getByRole('status')).toHaveText('合计100，正好')
  await form.getByRole('button', { name: '提出修改' }).click()
  await expect(page.getByText('修改已提出，等另一位批准。')).toBeVisible()
  await expect(page.getByText('修改要由提出人以外的一位批准。')).toBeVisible()

  await page.context().clearCookies()
  await signIn(page, 'head')
  await page.getByRole('link', { name: '1项排名规则修改等批准' }).click()
  await expect(page.getByText('管家手续按期满分：30 改为 35').first()).toBeVisible()
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await expect(page.getByText('修改已批准。')).toBeVisible()
  await expect(page.getByText('2026年12月起')).toBeVisible()
})

test('a contact gives stars in one tap, and may give others within the month', async ({ page }) => {
  await signIn(page, 'contact')
  const form = page.getByRole('form', { name: /^给.+打分$/ }).first()
  await form.getByRole('button', { name: /4星$/ }).click()
  await expect(form.getByRole('status')).toHaveText('11月的评价记下了：4星。')
  await form.getByRole('button', { name: /5星$/ }).click()
  await expect(form.getByRole('status')).toHaveText('11月的评价记下了：5星。')
})

test('whoever is ranked sees where he stands in the running month, and what he can still do in it', async ({
  page,
}) => {
  await signIn(page, 'steward', '/ranking?month=2026-10')
  await page.getByRole('complementary').getByRole('link', { name: '看本月还能做什么' }).click()
  await page.waitForURL(/\/ranking\/running\?table=STEWARD&show=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2026年11月到今天的管家排名')
  await expect(page.getByText('本月还没有结束，这不是草案')).toBeVisible()
  await expect(page.getByRole('table', { name: /^管家排名/ }).locator('tbody tr')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 3, name: /^11月还来得及的\d+件$/ })).toBeVisible()
  await expect(page.locator('#open').getByRole('listitem').first().getByRole('link')).toBeVisible()

  // A leader has every table, and opens anybody's line.
  await page.context().clearCookies()
  await signIn(page, 'leader', '/ranking/running?table=AGENCY')
  const second = page.locator('tbody tr').nth(1).getByRole('link')
  const name = (await second.textContent()) ?? ''
  await second.click()
  await page.waitForURL(/show=.+#open/)
  await expect(page.locator('#open').getByRole('heading', { level: 2 })).toHaveText(name)
})

test('on a phone a project has its plan, its progress and its days of colour under its name', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'office', '/ranking?month=2026-09&table=PROJECT')
  const name = page.locator('main tbody tr').first().getByRole('rowheader')
  for (const words of [/^计划进度 [\d.]+%$/, /^实际进度 [\d.]+%$/, /^红灯天数 \d+$/, /^黄灯天数 \d+$/])
    await expect(name.getByText(words)).toBeInViewport()
})
