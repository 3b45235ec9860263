import type { Browser, Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

/** The first procedure of a group of the queue that is the reader's own. */
async function openFirst(page: Page, group: 'waiting' | 'ready' | 'accepted', nth = 0) {
  await page.goto(`/procedures?group=${group}&mine=1`)
  const href = await page.locator('main a[href^="/procedures/0"]').nth(nth).getAttribute('href')
  await page.goto(href ?? '')
  await expect(page.getByText('办到哪一步了？')).toBeVisible()
  return href ?? ''
}
const still = async (browser: Browser) =>
  (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage()

test('finishing what has not begun asks for the days it skips and for what it waits for', async ({ page }) => {
  await signIn(page, 'steward7')
  await openFirst(page, 'waiting')
  await page.getByRole('link', { name: /^办结/ }).click()
  await expect(page.getByText('以下日期以前没有登记，随这一步补录')).toBeVisible()
  await expect(page.getByText(/前置事项“.+”在系统里还没有办结。/)).toBeVisible()
  const received = page.getByLabel('收件日期')
  await received.fill('2026-11-09')
  await page.getByLabel('受理日期').fill('2026-11-02')
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByText(/日期 2026-11-02 早于前一步的 2026-11-09/)).toBeVisible()
  await expect(received).toHaveValue('2026-11-09')
  await page.getByLabel('受理日期').fill('2026-11-10')
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByText(/确实如此的，请选明情况再登记/)).toBeVisible()
  await expect(page.getByLabel('受理日期')).toHaveValue('2026-11-10')
  await page.getByLabel('确实如此，情况是').selectOption('PARALLEL')
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
  const history = page.locator('section').filter({ has: page.getByRole('heading', { name: '办理记录' }) })
  const line = history.getByRole('listitem').first()
  await expect(line).toContainText('管家代录')
  await expect(line).toContainText('同时补录收件 11-09')
  await expect(line).toContainText('同时补录受理 11-10')
  await expect(line).toContainText('登记人确认：并联审批')
})

test('a day before the project was entered is questioned, without a script too', async ({ browser }) => {
  const page = await still(browser)
  await signIn(page, 'steward7')
  await openFirst(page, 'ready')
  await page.getByRole('link', { name: /^申报/ }).click()
  await page.getByLabel('发生日期').fill('2024-03-01')
  await page.getByRole('button', { name: '确认申报' }).click()
  await expect(
    page
      .getByText(/日期早于项目建档的/)
      .or(page.getByText(/早于上一步/))
      .first(),
  ).toBeVisible()
  await expect(page.getByLabel('发生日期')).toHaveValue('2024-03-01')
  await page.context().close()
})

test('a page somebody forgot does nothing once its step was taken back, and says so', async ({ page, context }) => {
  await signIn(page, 'steward8')
  const href = await openFirst(page, 'ready')
  const forgotten = await context.newPage()
  await forgotten.goto(`${href}/file`)
  await expect(forgotten.getByRole('button', { name: '确认申报' })).toBeVisible()

  await page.getByRole('link', { name: /^申报/ }).click()
  await page.getByRole('button', { name: '确认申报' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
  await page.getByText('撤回“申报”').click()
  await page.getByRole('textbox', { name: '原因', exact: true }).fill('点错了')
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '已撤回' })).toBeVisible()
  const lines = await page.getByText('已撤回').count()

  await forgotten.getByRole('button', { name: '确认申报' }).click()
  await expect(forgotten.getByText(/刚才有人改过这一条/)).toBeVisible()
  await forgotten.close()

  // The browser's own way back: to the page that says it was recorded, and to the form before it.
  await page.goBack()
  await page.waitForURL(/done=1/)
  await page.goBack()
  await page.waitForURL(/\/file$/)
  await expect(page.getByRole('status').filter({ hasText: '已经登记过' })).toBeVisible()
  await page.getByRole('button', { name: '确认申报' }).click()
  await expect(page.getByText(/已经撤回|刚才有人改过这一条|不能“申报”/)).toBeVisible()
  await page.goto(`${href}?done=back`)
  await expect(page.getByText('已撤回')).toHaveCount(lines)
})

test('a plan that moves shows what follows, and wants a reason and the office', async ({ browser }) => {
  const page = await still(browser)
  await signIn(page, 'steward13')
  await openFirst(page, 'accepted')
  await page.getByText('调整计划').click()
  await page.getByLabel('计划办结').fill('2027-06-30')
  await page.getByRole('button', { name: '保存' }).click()
  // Both that are missing are named in one answer.
  const missing = page.getByRole('region', { name: '有 2 处要改：' })
  await expect(missing.getByText('请写明原因。')).toBeVisible()
  await expect(missing.getByText('这一步要经批准，请选择请谁批准。')).toBeVisible()
  await page.getByLabel('调整原因').fill('图纸修改后重新送审')
  await page.getByLabel('批准人（领导小组办公室）').selectOption({ index: 1 })
  await page.getByRole('button', { name: '保存' }).click()
  const shown = page.getByRole('alert').filter({ hasText: '先看影响，再确认' })
  await expect(shown).toContainText(/计划 \S+ 办结；接在新计划后面最早 \S+( 暂定)?，赶不上/)
  await expect(page.getByLabel('计划办结')).toHaveValue('2027-06-30')
  await page.getByRole('button', { name: '确认调整' }).click()
  // Nothing has moved yet: it waits for the office.
  await expect(page.getByRole('status').filter({ hasText: '已提请审批，批准后生效' })).toBeVisible()
  const pending = page.getByRole('region', { name: '待审批' })
  await expect(pending.getByText(/→ 2027-06-30/)).toBeVisible()
  await expect(pending.getByRole('button', { name: /^撤回 .+ 调整计划$/ })).toBeVisible()
  await expect(page.getByText(/次：\S+ → 2027-06-30/)).toHaveCount(0)
  // Nor is it asked a second time.
  await expect(
    page.getByRole('form', { name: '计划', exact: true }).getByRole('link', { name: /已提请.+批准，等批准/ }),
  ).toBeVisible()
  await expect(page.getByLabel('计划办结')).toHaveCount(0)
  const href = new URL(page.url()).pathname
  await page.context().close()

  const office = await still(browser)
  await signIn(office, 'office')
  const asked = office
    .getByRole('region', { name: '等您审批' })
    .getByRole('listitem')
    .filter({ hasText: '→ 2027-06-30' })
  // What opens the reason is not named like what sends it.
  await asked.getByText('不批准…').click()
  await expect(asked.getByText('不批准…')).toBeHidden()
  await asked.getByText('收起').click()
  await expect(asked.getByRole('button', { name: '不批准', exact: true })).toBeHidden()
  await asked.getByRole('button', { name: '批准', exact: true }).click()
  await expect(asked).toHaveCount(0)
  await office.goto(href)
  await expect(office.getByText(/次：\S+ → 2027-06-30/)).toContainText('批准人')
  await office.context().close()
})

test('an extension that waits for its approval is shown instead of being asked for again', async ({ page }) => {
  await signIn(page, 'agency', '/procedures?group=accepted&mine=1')
  const href = await page.locator('main a[href^="/procedures/0"]:visible').first().getAttribute('href')
  await page.goto(`${href}/extend`)
  await page.getByLabel('延长（工作日）').fill('3')
  await page.getByRole('textbox', { name: '原因' }).fill('现场踏勘要补一次')
  await page.getByLabel('批准人').selectOption({ index: 1 })
  await page.getByRole('button', { name: '确认延长期限' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已提请审批，批准后生效' })).toBeVisible()
  await page.goto(`${href}/extend`)
  await expect(page.getByRole('link', { name: /延长期限.*已提请.+批准，等批准/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '确认延长期限' })).toHaveCount(0)
  // Taken back, it can be asked for anew.
  await page.goto(href ?? '')
  await page.getByRole('button', { name: /^撤回 .*延长/ }).click()
  await expect(page.getByRole('button', { name: /^撤回 .*延长/ })).toHaveCount(0)
  await page.goto(`${href}/extend`)
  await expect(page.getByRole('button', { name: '确认延长期限' })).toBeVisible()
})

test('a steward neither extends nor rejects, and is told who does', async ({ page }) => {
  await signIn(page, 'steward13')
  const href = await openFirst(page, 'accepted')
  await expect(page.getByRole('link', { name: /^(延长期限|不予许可)/ })).toHaveCount(0)
  await page.goto(`${href}/extend`)
  await expect(page.getByRole('heading', { name: '您不能登记这一步' })).toBeVisible()
  await expect(page.getByText(/由办理部门的经办人或负责人登记/)).toBeVisible()
  // Nothing is told of papers whose due day nobody has said, before it is sent and after it is refused.
  await page.goto(`${href}/finish_tol`)
  const awaited = page.getByText('填上材料补齐期限，这里就推算到期日和变色日。')
  await expect(awaited).toBeVisible()
  await expect(page.getByText(/变为“容缺办结”/)).toBeVisible()
  await expect(page.getByText(/此后若无动作/)).toHaveCount(0)
  await page.getByRole('button', { name: /^确认/ }).click()
  await expect(page.getByText('请写明原因。').first()).toBeVisible()
  await expect(awaited).toBeVisible()
  await page.getByLabel('材料补齐期限').fill('2026-12-07')
  await page.getByLabel('材料补齐期限').blur()
  await expect(page.getByText(/此后若无动作/)).toBeVisible()
  await expect(awaited).toHaveCount(0)
  // The clock of a notice is the agency's, not the reader's.
  await page.goto(`${href}/notice`)
  await expect(page.getByText(/部门的钟停在第\d+天/)).toBeVisible()
})

test('production is not reached before the works were begun and finished; earlier days are asked in the same form', async ({
  page,
}) => {
  await signIn(page, 'steward13', '/projects?view=mine&stage=PERMITTING')
  const href = await page.locator('main a[href^="/projects/0"]:visible').first().getAttribute('href')
  await page.goto(`${href}/manage`)
  const form = page.getByRole('form', { name: '里程碑' })
  await page.getByRole('link', { name: '投产', exact: true }).click()
  await expect(form.getByRole('heading', { name: '投产' })).toBeVisible()
  await form.getByLabel(/^实际日期/).fill('2026-11-20')
  await form.getByRole('button', { name: '登记节点' }).click()
  await expect(form.getByLabel(/^开工实际日期/)).toBeVisible()
  await expect(form.getByLabel(/^实际日期/)).toHaveValue('2026-11-20')
  await form.getByLabel(/^开工实际日期/).fill('2026-11-21')
  await form.getByLabel(/^竣工实际日期/).fill('2026-11-10')
  await form.getByRole('button', { name: '登记节点' }).click()
  await expect(form.getByRole('link', { name: /不能晚于/ })).toBeVisible()
  await form.getByLabel(/^开工实际日期/).fill('2026-03-02')
  await form.getByRole('button', { name: '登记节点' }).click()
  // Its permits are not finished here: how that can be is asked once.
  await expect(form.getByText(/确实如此的，请选明情况再登记/)).toBeVisible()
  await form.getByLabel('确实如此，情况是').selectOption('UNRECORDED')
  await form.getByRole('button', { name: '登记节点' }).click()
  await expect(form.getByText('已保存。')).toBeVisible()
})
