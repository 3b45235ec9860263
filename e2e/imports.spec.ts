import fs from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

const HEAD = '项目名称,所属专班,板块(街道),建设单位,总投资(万元),阶段,形象进度(本周进展),分包区领导,盘子里的话'
const ledger = (street: string, bad: string) =>
  Buffer.from(
    [
      HEAD,
      `导入演示冷链中心,低碳工业专班,${street},郑州演示冷链有限公司,12000,签约,已取得地块红线,王区长,无`,
      `导入演示展示中心,低碳工业专班,${street},郑州演示展示有限公司,${bad},签约,正在选址,,无`,
    ].join('\r\n'),
  )
const STREET = '演示新片区'

async function upload(page: Page, name: string, buffer: Buffer) {
  await page.goto('/imports')
  await page.getByLabel('台账文件').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: '上传，看看' }).click()
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
}
/** No barrier, light and dark. */
async function accessible(page: Page) {
  for (const theme of ['light', 'dark']) {
    await page.locator('html').evaluate((html, name) => html.setAttribute('data-theme', name), theme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map((v) => `${theme} ${v.id} ${v.nodes[0]?.target}`)).toEqual([])
  }
}

test.describe('a ledger comes in', () => {
  test.describe.configure({ mode: 'serial' })

  test('the office maps it, answers once, sees old and new, writes it and takes it back', async ({ page }) => {
    await signIn(page, 'office')
    await page.goto('/')
    await page.getByRole('link', { name: '导入' }).first().click()
    await expect(page.getByRole('heading', { name: '导入台账' })).toBeVisible()
    await upload(page, '演示台账.csv', ledger(STREET, '-3'))

    await expect(page.getByRole('heading', { name: /每一列是什么/ })).toBeVisible()
    await accessible(page)
    await page.getByLabel(/盘子里的话/).selectOption('备注')
    await page.getByRole('button', { name: '下一步，对人和单位' }).click()

    await expect(page.getByRole('heading', { name: /1个名字要对一次/ })).toBeVisible()
    await accessible(page)
    await page.getByLabel(new RegExp(STREET)).selectOption(`新建“${STREET}”`)
    await page.getByRole('button', { name: '下一步，看变化' }).click()
    // The row that waited for its street names a leader by his title.
    await page.getByLabel(/人员“王区长”/).selectOption({ index: 1 })
    await page.getByRole('button', { name: '下一步，看变化' }).click()

    await expect(page.getByRole('heading', { name: /读到2行，1行要改/ })).toBeVisible()
    await accessible(page)
    await expect(page.getByRole('row', { name: /导入演示展示中心.*E列“总投资\(万元\)”.*为负/ })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: /读到2行，1行要改/ })).toBeVisible()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载标好错的原表' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('演示台账_错误说明.csv')
    expect(fs.readFileSync(await file.path(), 'utf8')).toContain('E列“总投资(万元)”：总投资“-3”为负')
    await page.getByRole('link', { name: /^新项目/ }).click()
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('button', { name: '写入1行，1行留着改' }).click()

    await expect(page.getByRole('heading', { name: '已写入：演示台账.csv' })).toBeVisible()
    await accessible(page)
    await page.getByRole('link', { name: '导入演示冷链中心' }).click()
    await expect(page.getByRole('heading', { name: '导入演示冷链中心' })).toBeVisible()
  })

  test('the mended file makes no duplicate, and remembers what was answered', async ({ page }) => {
    await signIn(page, 'office')
    await upload(page, '演示台账.csv', ledger(STREET, '300'))
    await page.getByRole('button', { name: '下一步，对人和单位' }).click()
    await expect(page.getByRole('heading', { name: /人和单位都认得/ })).toBeVisible()
    await page.getByRole('button', { name: '下一步，看变化' }).click()
    await expect(page.getByRole('heading', { name: /都能写入/ })).toBeVisible()
    await page.getByRole('link', { name: /^没变化/ }).click()
    await expect(page.getByRole('row', { name: /导入演示冷链中心/ })).toBeVisible()
    await page.getByRole('button', { name: '写入1行' }).click()
    await expect(page.getByRole('heading', { name: '已写入：演示台账.csv' })).toBeVisible()
    await page.getByRole('button', { name: '撤销这批' }).click()
    await expect(page.getByRole('heading', { name: '已撤销：演示台账.csv' })).toBeVisible()
    await page.goto('/imports')
    await page
      .getByRole('row', { name: /演示台账/ })
      .nth(1)
      .getByRole('button', { name: /撤销这批/ })
      .click()
    await expect(page.getByRole('heading', { name: '已撤销：演示台账.csv' })).toBeVisible()
    await page.goto('/projects?q=导入演示')
    await expect(page.getByText('没有符合条件的项目')).toBeVisible()
  })
})

test('says why a file is not taken, and works without a script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await signIn(page, 'office')
  await page.goto('/imports')
  await page
    .getByLabel('台账文件')
    .setInputFiles({ name: '照片.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0, 0]) })
  await page.getByRole('button', { name: '上传，看看' }).click()
  await expect(page.getByText(/这不是 xlsx 工作簿，也不是 CSV 文件/)).toBeVisible()
  const large = { name: '太大.csv', mimeType: 'text/csv', buffer: Buffer.alloc(8_000_000, '1,') }
  await page.getByLabel('台账文件').setInputFiles(large)
  await page.getByRole('button', { name: '上传，看看' }).click()
  await expect(page.getByText(/文件超过 5 MB/)).toBeVisible()
  await upload(page, '无脚本台账.csv', ledger('没有这条街', '300'))
  await page.getByRole('button', { name: '下一步，对人和单位' }).click()
  await page.getByRole('button', { name: '下一步，看变化' }).click()
  await expect(page.getByRole('heading', { name: /读到2行，2行要改/ })).toBeVisible()
  await page.goto('/imports')
  await page.getByRole('button', { name: /放弃 无脚本台账/ }).click()
  await expect(page.getByText('已放弃，什么也没有写入。')).toBeVisible()
  await context.close()
})

test('takes a file from nobody else and from no other site', async ({ page, browser, baseURL }) => {
  const multipart = { file: { name: 'a.csv', mimeType: 'text/csv', buffer: ledger('x', '1') }, formKey: 'x' }
  await signIn(page, 'steward')
  expect((await page.request.post('/api/files/imports', { multipart })).status()).toBe(403)
  const foreign = { multipart, headers: { 'sec-fetch-site': 'cross-site' } }
  expect((await page.request.post('/api/files/imports', foreign)).status()).toBe(403)
  const none = '00000000-0000-7000-8000-000000000000'
  expect((await page.request.get(`/api/imports/${none}/marked`)).status()).toBe(403)
  const nobody = await browser.newContext({ baseURL })
  const answer = await nobody.request.post('/api/files/imports', { multipart, maxRedirects: 0 })
  expect(answer.headers().location).toContain('/login')
  await nobody.close()
})
