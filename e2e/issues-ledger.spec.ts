import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { inBothThemes } from './barriers'
import { handIn } from './hand-in'
import { expect, signIn, test } from './journey'

const HEAD =
  '序号,来源,企业(项目)名称,问题诉求,问题类别,提出日期,级别,牵头单位,配合单位,办理时限,当前进展情况,办理结果,办结日期,企业是否满意,是否销号'
const FIRM = '郑州问题台账演示有限公司'
const ledger = (bad: string) =>
  Buffer.from(
    [
      HEAD,
      `1,监测点,${FIRM},台账演示：道路破损影响运料,基础设施,2026.11.9,部门,区城管局,,2026-11-16,已派人看过,推进中,,,`,
      `2,监测点,${FIRM},台账演示：消防图纸重复提交,审批,2026年11月10日,部门,区城管局,,2026.11.17,已取消重复材料,已解决,2026-11-12,满意,是`,
      `3,监测点,${FIRM},台账演示：缺十名焊工,用工,2026-11-11,部门,区城管局,,2026-11-18,,${bad},,,`,
    ].join('\r\n'),
  )

async function upload(page: Page, name: string, buffer: Buffer) {
  await page.goto('/imports')
  await handIn(page, { name, mimeType: 'text/csv', buffer })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
}

/** From the names to the preview; a unit nobody knows for certain is made as the file has it. */
async function toPreview(page: Page) {
  const asked = page.getByLabel(/责任单位“区城管局”/)
  if (/step=names/.test(page.url()) || (await asked.isVisible())) {
    if ((await asked.count()) > 0 && (await asked.first().evaluate((field) => field.tagName)) === 'SELECT')
      await asked.first().selectOption({ index: 1 })
    await page.getByRole('button', { name: '下一步，看变化' }).click()
  } else await page.goto(`${page.url().split('?')[0]}?step=preview`)
  await expect(page.getByRole('heading', { name: /读到\d+行/ })).toBeVisible()
}

/** How many rows the ledger says it holds. */
const total = async (page: Page) =>
  Number(
    /共(\d+)件/.exec(
      (await page
        .getByText(/共\d+件/)
        .first()
        .textContent()) ?? '',
    )?.[1],
  )

test.describe('the ledger of problems', () => {
  test.describe.configure({ mode: 'serial' })
  let batch = ''

  test('comes in from a file: what is wrong is mended in the preview, then written', async ({ page }) => {
    await signIn(page, 'office', '/imports')
    await upload(page, '问题台账演示.csv', ledger('说不清'))
    await toPreview(page)
    await expect(page.getByRole('heading', { name: /读到3行，1行要改/ })).toBeVisible()
    await inBothThemes(page, page.url())
    await expect(page.getByRole('row', { name: /缺十名焊工.*办理结果.*说不清/ })).toBeVisible()
    await page.getByLabel(/办理结果/).fill('办理中')
    await page.getByRole('button', { name: '改好了，再核对' }).click()
    await expect(page.getByRole('heading', { name: /读到3行，都能写入/ })).toBeVisible()
    await page.getByRole('button', { name: '写入3行' }).click()
    await expect(page.getByRole('heading', { name: '已写入：问题台账演示.csv' })).toBeVisible()
    batch = page.url()
    await expect(page.getByRole('heading', { name: '这批动了3个问题' })).toBeVisible()
    await page.getByRole('link', { name: '台账演示：缺十名焊工' }).click()
    await expect(page).toHaveURL(/\/issues\/[0-9a-f-]{36}/)
  })

  test('each source is a ledger of its own, and every figure opens its rows', async ({ page }) => {
    await signIn(page, 'office')
    await page
      .getByRole('navigation', { name: /主导航|主要/ })
      .first()
      .waitFor()
    await page.getByRole('link', { name: '问题', exact: true }).first().click()
    await expect(page.getByRole('heading', { name: '问题台账' })).toBeVisible()
    const sources = page.getByRole('navigation', { name: '来源' })
    // All of them together have no number: two ledgers hold the same problem twice.
    await expect(sources.getByRole('link', { name: '各来源', exact: true })).toBeVisible()
    await expect(page.getByText('各来源各是一本台账，不相加')).toBeVisible()
    await sources.getByRole('link', { name: /^监测点/ }).click()
    await expect(page).toHaveURL(/source=MONITOR_POINT/)
    const rate = page.getByRole('region', { name: '监测点的解决率' })
    await expect(rate.getByText('解决率（严）')).toBeVisible()
    await inBothThemes(page, page.url())
    await expect(rate.getByText(/样本 \d+/).first()).toBeVisible()
    const solved = rate.getByRole('definition').first().getByRole('link').first()
    const n = Number(await solved.textContent())
    await solved.click()
    await expect(page).toHaveURL(/state=SOLVED/)
    expect(await total(page)).toBe(n)
    await expect(page.getByRole('link', { name: /台账演示：消防图纸重复提交/ })).toBeVisible()

    await page.getByRole('link', { name: '解决率和部门用时' }).click()
    await expect(page.getByRole('heading', { name: '解决率和部门用时' })).toBeVisible()
    await inBothThemes(page, page.url())
    const line = page.getByRole('row', { name: /^监测点/ })
    const open = Number(await line.getByRole('cell').nth(5).textContent())
    await line.getByRole('cell').nth(5).getByRole('link').click()
    await expect(page).toHaveURL(/source=MONITOR_POINT/)
    expect(await total(page)).toBe(open)
  })

  test('filters stand in the address, each can be dropped, and what is empty says so', async ({ page }) => {
    await signIn(page, 'office', '/issues?source=MONITOR_POINT')
    const form = page.getByRole('form', { name: '筛选' })
    await form.getByLabel('查找').fill('焊工')
    await form.getByRole('button', { name: '查看' }).click()
    await expect(page).toHaveURL(/source=MONITOR_POINT.*q=|q=.*source=MONITOR_POINT/)
    await expect(page.getByRole('link', { name: /缺十名焊工/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /道路破损/ })).toHaveCount(0)
    await page.getByRole('list', { name: '已选条件' }).getByRole('link').click()
    await expect(page.getByRole('link', { name: /道路破损/ })).toBeVisible()
    // The one that goes on is past the day it was planned for.
    await page.goto('/issues?source=MONITOR_POINT&level=GREY&q=台账演示')
    await expect(page.getByText('没有符合条件的问题')).toBeVisible()
    await page.goto('/issues?source=MONITOR_POINT&late=1&q=台账演示')
    await expect(page.getByRole('link', { name: /道路破损/ })).toBeVisible()
    await page.goto('/issues?level=PURPLE')
    await expect(page.getByText(/level=PURPLE/)).toBeVisible()
  })

  test('goes out as it stands on screen, and comes back without a change', async ({ page }) => {
    await signIn(page, 'office', '/issues?source=MONITOR_POINT&state=all&q=台账演示')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 Excel' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('问题台账_监测点_20261123.xlsx')
    const bytes = fs.readFileSync(await file.path())
    await upload(page, '导出的问题台账.xlsx', bytes)
    await toPreview(page)
    await expect(page.getByRole('heading', { name: /读到3行，都与库里一致/ })).toBeVisible()
    await page.goto('/issues/print?source=MONITOR_POINT&state=all&q=台账演示')
    await expect(page.getByRole('heading', { name: /问题台账（监测点）/ })).toBeVisible()
    await expect(page.getByRole('columnheader')).toHaveCount(21)
    await page.getByRole('link', { name: 'A4横向', exact: true }).click()
    await expect(page).toHaveURL(/paper=a4/)
    await expect(page.getByRole('columnheader')).toHaveCount(12)
    await expect(page.getByText('合计 3 件')).toBeVisible()
  })

  test('lies on a phone as cards', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await signIn(page, 'office', '/issues?source=MONITOR_POINT&q=台账演示')
    await expect(page.getByRole('listitem').filter({ hasText: '缺十名焊工' })).toBeVisible()
  })

  test('an enterprise sees its own and no more', async ({ page }) => {
    await signIn(page, 'contact', '/issues?state=all')
    await expect(page.getByRole('heading', { name: '问题台账' })).toBeVisible()
    await expect(page.getByText('台账演示')).toHaveCount(0)
  })

  test('the batch is taken back whole', async ({ page }) => {
    await signIn(page, 'office', batch)
    await page.getByRole('link', { name: '撤销这批' }).click()
    await expect(page.getByText('删去这批新增的3个问题，改过的0个恢复到导入前。')).toBeVisible()
    await page.getByRole('button', { name: /确认撤销/ }).click()
    await expect(page.getByText('新增的3个问题已删去。')).toBeVisible()
    await page.goto('/issues?state=all&q=台账演示')
    await expect(page.getByText('没有符合条件的问题')).toBeVisible()
  })
})
