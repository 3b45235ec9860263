import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

const rows = 'tr[data-row]'
const currentTab = (page: Page) => page.getByRole('navigation', { name: '视图' }).locator('a[aria-current=page]')

test('a view is named, shared, opened by another with his own rows, and taken away', async ({ page, browser }) => {
  await signIn(page, 'office', '/projects')
  await page.getByText('更多条件').click()
  await page.getByRole('combobox', { name: '阶段' }).selectOption('PERMITTING')
  await page.getByRole('button', { name: '查询' }).click()
  await page.waitForURL(/stage=PERMITTING/)
  await page.getByRole('columnheader', { name: '总投资' }).getByRole('link').click()
  await page.waitForURL(/sort=total/)
  const held = Number(/\d+/.exec((await page.locator('tfoot').textContent()) ?? '')?.[0])

  await page.getByText('存为视图').click()
  const save = page.getByRole('form', { name: '存为视图' })
  await save.getByRole('button', { name: '保存' }).click()
  await expect(save.getByText('请给视图起个名字。')).toBeVisible()
  await save.getByLabel('视图名称').fill('办手续的')
  await save.getByLabel('共享给全区').check()
  await save.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/saved=/)
  await expect(currentTab(page)).toHaveText(`办手续的${held}`)
  await expect(page.locator(rows)).toHaveCount(Math.min(20, held))

  const other = await browser.newPage()
  await signIn(other, 'steward', '/projects')
  const tab = other.getByRole('link', { name: /^办手续的/ })
  const his = Number(/\d+/.exec((await tab.textContent()) ?? '')?.[0])
  expect(his).toBeLessThan(held)
  await tab.click()
  await other.waitForURL(/saved=/)
  await expect(other.locator(rows)).toHaveCount(his)
  await expect(other.getByText('视图设置')).toHaveCount(0)

  await page.getByText('视图设置').click()
  await page.getByRole('button', { name: '删除视图' }).click()
  await page.waitForURL(/\/projects$/)
  await other.reload()
  await expect(other.getByRole('link', { name: /^办手续的/ })).toHaveCount(0)
  await other.close()
})

test('columns are chosen, moved and remembered; density too; an address may ask for others', async ({ page }) => {
  await signIn(page, 'office', '/projects')
  const heads = () => page.locator('thead th').allTextContents()
  await page.getByRole('group').filter({ hasText: '恢复默认' }).locator('summary').click()
  await page.getByRole('checkbox', { name: '形象进度' }).check()
  await page.getByRole('checkbox', { name: '较上周' }).uncheck()
  await page.getByRole('form', { name: '列设置' }).getByRole('button', { name: '保存' }).last().click()
  await page.waitForURL(/tool=columns/)
  expect(await heads()).toContain('形象进度')
  expect(await heads()).not.toContain('较上周')
  await page.getByRole('button', { name: '责任往前移' }).click()
  await expect.poll(async () => (await heads()).filter((h) => h === '责任' || h.startsWith('四色'))[0]).toBe('责任')

  await page.locator('summary[aria-label="行高"]').click()
  await page.getByRole('button', { name: '宽松' }).click()
  await expect.poll(async () => (await page.locator(rows).first().boundingBox())?.height).toBe(56)
  await page.goto('/projects')
  expect(await heads()).toContain('形象进度')
  await page.goto('/projects?columns=steward,total')
  expect((await heads()).slice(1)).toEqual(['序号', '项目名称', '项目管家', '投资（万元）', '总投资'])

  await page.goto('/projects?tool=columns')
  await page.getByRole('button', { name: '恢复默认' }).click()
  await expect.poll(heads).toContain('较上周')
  await page.locator('summary[aria-label="行高"]').click()
  await page.getByRole('button', { name: '紧凑' }).click()
  await expect.poll(async () => (await page.locator(rows).first().boundingBox())?.height).toBe(40)
})

test('every number opens its rows: totals, groups, board', async ({ page }) => {
  await signIn(page, 'office', '/projects?group=stage')
  const group = page.locator('tbody tr:not([data-row])').first()
  const link = group.getByRole('link').first()
  const number = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0])
  await link.click()
  await page.waitForURL(/stage=/)
  await expect(page.getByText(`合计 ${number}项`)).toBeVisible()

  await page.goto('/projects?q=中心')
  const red = page.locator('tfoot').getByRole('link', { name: /^黄\d+/ })
  const yellow = Number(/\d+/.exec((await red.textContent()) ?? '')?.[0])
  await red.click()
  await page.waitForURL(/level=YELLOW/)
  await expect(page).toHaveURL(/q=/)
  await expect(page.locator(rows)).toHaveCount(yellow)

  await page.getByRole('link', { name: '看板' }).click()
  await page.waitForURL(/show=board/)
  await expect(page).toHaveURL(/level=YELLOW/)
  await page.getByRole('link', { name: '甘特' }).click()
  await page.waitForURL(/show=gantt/)
  await page.getByRole('link', { name: '看文字表' }).click()
  await expect(page.getByRole('columnheader', { name: '开工' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('img', { name: /里程碑/ })).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(page.locator(rows)).toHaveCount(yellow)
})

test('a block of cells is copied as cells: with the mouse, and with Shift and the arrows', async ({ page }) => {
  await signIn(page, 'office', '/projects')
  await expect(page.locator('[data-ready]')).toBeVisible()
  const cell = (row: number, column: number) => page.locator(rows).nth(row).locator('td[data-cell]').nth(column)
  await cell(0, 1).hover({ position: { x: 150, y: 5 } })
  await page.mouse.down()
  await cell(9, 6).hover()
  await page.mouse.up()
  await expect(page.getByText('已选10行6列，按 Ctrl+C 复制')).toBeVisible()
  for (let more = 0; more < 10; more++) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('已选20行6列，按 Ctrl+C 复制')).toBeVisible()
  const copied = page.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) =>
        document.addEventListener('copy', (event) =>
          resolve({
            text: event.clipboardData?.getData('text/plain') ?? '',
            html: event.clipboardData?.getData('text/html') ?? '',
          }),
        ),
      ),
  )
  await page.keyboard.press('Control+c')
  const { text, html } = await copied
  const lines = text.split('\r\n').map((line) => line.split('\t'))
  expect([lines.length, ...new Set(lines.map((line) => line.length))]).toEqual([20, 6])
  expect(lines[0]?.[0]).toBe((await cell(0, 1).textContent())?.trim())
  expect(lines.map((line) => line[5]).filter((money) => !/^\d*(\.\d\d)?$/.test(money ?? ''))).toEqual([])
  expect([html.split('<tr>').length - 1, html.split('<td>').length - 1]).toEqual([20, 120])
  await page.keyboard.press('Escape')
  await expect(page.getByText(/按 Ctrl\+C 复制/)).toBeHidden()
})

test('fifty projects are offered to another steward in four clicks; what cannot pass says why', async ({ page }) => {
  await signIn(page, 'office', '/projects?size=50&sort=number&page=2')
  await expect(page.locator('[data-ready]')).toBeVisible()
  await page.getByLabel('选择本页全部').click()
  await expect(page.getByText('已选50项')).toBeVisible()
  await expect(page.getByRole('link', { name: '选择全部142项' })).toBeVisible()
  await page.getByRole('button', { name: '转办' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(50)
  await page.locator('button[name=to]').nth(3).click()
  const same = await page.getByText(/^不转：现任管家就是/).count()
  const free = await page.getByText(/，待.+接收$/).count()
  expect(free).toBeGreaterThan(30)
  await page.getByRole('button', { name: new RegExp(`提出${free}项交接`) }).click()
  await page.waitForURL(/done=1/)
  await expect(
    page.getByText(new RegExp(`已向.+提出.*项交接，${50 - free === 0 ? '全部' : `${50 - free}项没有提出`}`)),
  ).toBeVisible()
  await expect(page.getByText(/^已向.+提出，待接收$/)).toHaveCount(free)
  await expect(page.getByText(/^不转：现任管家就是/)).toHaveCount(same)
  await expect(page.getByRole('button', { name: /项交接|没成功/ })).toHaveCount(0)

  await page.getByRole('link', { name: '返回台账' }).click()
  await expect(page.getByText('已选50项')).toBeVisible()
  await page.locator(rows).first().getByRole('checkbox').click()
  await expect(page.getByText('已选49项')).toBeVisible()
  await page.reload()
  await expect(page.getByText('已选49项')).toBeVisible()
  await page.getByRole('link', { name: '取消选择' }).click()
  await expect(page.locator('input[name=id]:checked')).toHaveCount(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('rows are ticked and handed on, a view is saved, columns are chosen', async ({ page }) => {
    await signIn(page, 'steward', '/projects?view=mine')
    await page.locator(rows).nth(1).getByRole('checkbox').check()
    await page.getByRole('button', { name: '转办' }).click()
    await expect(page.locator('tbody tr')).toHaveCount(1)
    await page.locator('button[name=to]').first().click()
    await expect(page.getByRole('heading', { name: '批量转办' })).toBeVisible()
    await page.goto('/projects?view=mine')
    await page.getByText('存为视图').click()
    await page.getByLabel('视图名称').fill('不用脚本')
    await page.getByRole('form', { name: '存为视图' }).getByRole('button', { name: '保存' }).click()
    await expect(currentTab(page)).toContainText('不用脚本')
    await page.getByText('视图设置').click()
    await page.getByRole('button', { name: '删除视图' }).click()
    await expect(page.getByRole('link', { name: /不用脚本/ })).toHaveCount(0)
  })
})
