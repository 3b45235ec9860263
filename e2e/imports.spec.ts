import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { sheetXml } from '../lib/files/testdata/make-package'
import { markBomb } from '../lib/files/testdata/mark-bomb'
import { inBothThemes } from './barriers'
import { handIn } from './hand-in'
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
  await handIn(page, { name, mimeType: 'text/csv', buffer })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
}

/** What an undo does is said before it is done. */
async function takeBack(page: Page, of: RegExp, says: string) {
  await page.getByRole('link', { name: of }).click()
  await expect(page.getByRole('heading', { name: '撤销这批会怎样' })).toBeVisible()
  await page.getByRole('button', { name: says }).click()
}

test.describe('a ledger comes in', () => {
  test.describe.configure({ mode: 'serial' })

  test('the office maps it, answers once, sees old and new, writes it and takes it back', async ({ page }) => {
    await signIn(page, 'office')
    await page.getByRole('link', { name: '导入' }).first().click()
    await expect(page.getByRole('heading', { name: '导入台账' })).toBeVisible()
    await upload(page, '演示台账.csv', ledger(STREET, '-3'))

    await expect(page.getByRole('heading', { name: /每一列是什么/ })).toBeVisible()
    await inBothThemes(page, page.url())
    await page.getByLabel(/盘子里的话/).selectOption('备注')
    await page.getByRole('button', { name: '下一步，对人和单位' }).click()

    await expect(page.getByRole('heading', { name: /1个名字要对一次/ })).toBeVisible()
    await inBothThemes(page, page.url())
    await page.getByLabel(new RegExp(STREET)).selectOption(`新建“${STREET}”`)
    await page.getByRole('button', { name: '下一步，看变化' }).click()
    // The row that waited for its street names a leader by his title.
    await page.getByLabel(/人员“王区长”/).selectOption({ index: 1 })
    await page.getByRole('button', { name: '下一步，看变化' }).click()

    await expect(page.getByRole('heading', { name: /读到2行，1行要改/ })).toBeVisible()
    await inBothThemes(page, page.url())
    await expect(page.getByRole('row', { name: /导入演示展示中心.*E列“总投资\(万元\)”.*为负/ })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: /读到2行，1行要改/ })).toBeVisible()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载标好错的原表' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('演示台账_错误说明.csv')
    expect(fs.readFileSync(await file.path(), 'utf8')).toContain('E列“总投资(万元)”：总投资“-3”为负')
    // What was typed is neither lost nor written unseen, whichever button is pressed.
    await page.getByLabel(/^E3 总投资/).fill('-4')
    await page.getByRole('button', { name: '写入1行，1行留着改' }).click()
    await expect(page.getByText('先核对了您改的 1 格，请再看一眼后写入。还有1行要改。')).toBeVisible()
    await expect(page.getByLabel(/^E3 总投资/)).toHaveValue('-4')
    await page.getByRole('button', { name: /^新增/ }).click()
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('button', { name: '写入1行，1行留着改' }).click()

    await expect(page.getByRole('heading', { name: '已写入：演示台账.csv' })).toBeVisible()
    await inBothThemes(page, page.url())
    await page.getByRole('link', { name: '导入演示冷链中心' }).click()
    await expect(page.getByRole('heading', { name: '导入演示冷链中心' })).toBeVisible()
  })

  test('the mended file makes no duplicate, and remembers what was answered', async ({ page }) => {
    await signIn(page, 'office')
    await upload(page, '演示台账.csv', ledger(STREET, '300'))
    await page.getByRole('button', { name: '下一步，对人和单位' }).click()
    // Nothing to ask, and not a word that everybody is known: the row mended brings a firm nobody had.
    await expect(page.getByRole('heading', { name: /没有要对的，会新建1个/ })).toBeVisible()
    await page.getByRole('button', { name: '下一步，看变化' }).click()
    await expect(page.getByRole('heading', { name: /都能写入/ })).toBeVisible()
    await page.getByRole('link', { name: /^无变化/ }).click()
    await expect(page.getByRole('row', { name: /导入演示冷链中心/ })).toBeVisible()
    await page.getByRole('button', { name: '写入1行' }).click()
    await expect(page.getByRole('heading', { name: '已写入：演示台账.csv' })).toBeVisible()
    await takeBack(page, /^撤销这批/, '确认撤销：删去1个，恢复0个')
    await expect(page.getByRole('heading', { name: '已撤销：演示台账.csv' })).toBeVisible()
    // What went is still named.
    await expect(page.getByRole('listitem').filter({ hasText: '导入演示展示中心' })).toContainText('已删去')
    await page.goto('/imports')
    await page
      .getByRole('row', { name: /演示台账/ })
      .nth(1)
      .getByRole('link', { name: /撤销这批/ })
      .click()
    await page.getByRole('button', { name: '确认撤销：删去1个，恢复0个' }).click()
    await expect(page.getByRole('heading', { name: '已撤销：演示台账.csv' })).toBeVisible()
    await page.goto('/projects?q=导入演示')
    await expect(page.getByText('没有符合条件的项目')).toBeVisible()
  })
})

test('a small error is mended beside itself, without a script, and two windows write once', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await signIn(page, 'office')
  const row = '改格演示泵站,低碳工业专班,,郑州改格演示有限公司,八百,签约,等地块,,'
  await upload(page, '改格台账.csv', Buffer.from([HEAD, row].join('\r\n')))
  const address = page.url()
  await page.goto(`${address}?step=preview`)
  await expect(page.getByRole('heading', { name: /读到1行，1行要改/ })).toBeVisible()
  const cell = page.getByLabel(/^E2 总投资/)
  await expect(cell).toHaveValue('八百')
  await cell.fill('-9')
  await page.getByRole('button', { name: '改好了，再核对' }).click()
  await expect(page.getByText('改了1格，已重新核对。还有1行要改。')).toBeVisible()
  await expect(page.getByRole('row', { name: /改格演示泵站/ })).toContainText('为负')
  await expect(cell).toHaveValue('-9')
  await cell.fill('800')
  await page.getByRole('button', { name: '改好了，再核对' }).click()
  await expect(page.getByRole('heading', { name: /读到1行，都能写入/ })).toBeVisible()
  // What will follow is shown before anything is written.
  await expect(page.getByRole('heading', { name: '写入以后的四色' })).toBeVisible()
  await expect(page.getByRole('row', { name: /改格演示泵站/ }).locator('.lamp')).toHaveCount(1)

  await cell.fill('900')
  await page.getByRole('button', { name: '写入1行' }).click()
  await expect(page.getByText('先核对了您改的 1 格，请再看一眼后写入。')).toBeVisible()
  await expect(cell).toHaveValue('900')

  const other = await context.newPage()
  await other.goto(page.url())
  for (const one of [page, other]) {
    await one.getByRole('button', { name: '写入1行' }).click()
    await expect(one.getByRole('heading', { name: '已写入：改格台账.csv' })).toBeVisible()
    expect(new URL(one.url()).pathname).toBe(new URL(address).pathname)
  }
  await expect(page.getByRole('heading', { name: '导入时改过1格' })).toBeVisible()
  await expect(page.getByText('E2 总投资(万元)')).toBeVisible()
  await page.goto('/imports')
  await expect(page.getByRole('row', { name: /改格台账/ })).toHaveCount(1)
  await takeBack(page, /撤销这批 改格台账/, '确认撤销：删去1个，恢复0个')
  await expect(page.getByRole('heading', { name: '已撤销：改格台账.csv' })).toBeVisible()
  await page.goto('/imports')
  await expect(page.getByRole('row', { name: /改格台账/ })).toContainText('已撤销')
  await context.close()
})

for (const script of [true, false])
  test(`what is typed stays when another page, tab or step is chosen${script ? '' : ', without a script'}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: script, locale: 'zh-CN' })
    const page = await context.newPage()
    await signIn(page, 'office')
    const name = `翻页台账${script ? '甲' : '乙'}`
    const row = (n: number) => `翻页演示${script ? '甲' : '乙'}${n}号,低碳工业专班,,,八百,签约,等地块,,`
    const rows = Array.from({ length: 60 }, (_, i) => row(i + 1))
    await upload(page, `${name}.csv`, Buffer.from([HEAD, ...rows].join('\r\n')))
    await page.goto(`${page.url().replace(/\?.*/, '')}?step=preview`)
    await expect(page.getByRole('heading', { name: /读到60行，60行要改/ })).toBeVisible()
    if (script) await page.locator('search[data-ready]').waitFor()

    // The answer is there and taken in: only then is there another page to type into.
    const arrived = async (show: string) => {
      await page.waitForURL((url) => url.search.includes(show))
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    }
    await page.getByLabel(/^E2 总投资/).fill('820')
    await page.getByRole('button', { name: '下一页' }).click()
    await expect(page.getByText('改了1格，已重新核对。还有59行要改。')).toBeVisible()
    await expect(page.getByText('第 2/2 页')).toBeVisible()
    await arrived('page=2')
    await page.getByLabel(/^E61 总投资/).fill('八百六')
    await page.getByRole('button', { name: /^新增/ }).click()
    await arrived('show=new')
    await expect(page.getByText('改了1格，已重新核对。还有59行要改。')).toBeVisible()
    await expect(page.getByLabel(/^E2 总投资/)).toHaveValue('820')
    await page.getByLabel(/^E2 总投资/).fill('830')
    await page.getByRole('button', { name: /^对列/ }).click()
    await expect(page.getByRole('heading', { name: /每一列是什么/ })).toBeVisible()
    await page.getByRole('link', { name: /^看变化/ }).click()
    await page.getByRole('button', { name: /^新增/ }).click()
    await arrived('show=new')
    await expect(page.getByLabel(/^E2 总投资/)).toHaveValue('830')
    // Nothing typed, nothing said.
    await expect(page.getByText(/改了\d+格/)).toHaveCount(0)
    await page.getByRole('button', { name: /^有误/ }).click()
    await arrived('show=error')
    await page.getByRole('button', { name: '下一页' }).click()
    await expect(page.getByLabel(/^E61 总投资/)).toHaveValue('八百六')
    await page.goto('/imports')
    await page.getByRole('button', { name: new RegExp(`放弃 ${name}`) }).click()
    await expect(page.getByText('已放弃，什么也没有写入。')).toBeVisible()
    await context.close()
  })

test('what is typed into the preview outlives leaving it by any link, in the rows it was typed into', async ({
  page,
}) => {
  await signIn(page, 'office')
  const row = (n: number) => `离开演示${n}号,低碳工业专班,,,八百,签约,等地块,,`
  const rows = Array.from({ length: 60 }, (_, i) => row(i + 1))
  await upload(page, '离开台账.csv', Buffer.from([HEAD, ...rows].join('\r\n')))
  const address = `${page.url().replace(/\?.*/, '')}?step=preview`
  const rail = page.getByRole('navigation', { name: '主导航' }).first()
  const open = async (path: string) => {
    await page.goto(path)
    await page.locator('search[data-ready]').waitFor()
  }
  await open(`${address}&show=error&page=2`)
  await page.getByLabel(/^E61 总投资/).fill('860')
  await rail.getByRole('link', { name: '项目', exact: true }).click()
  await page.waitForURL(/\/projects/)
  // Other rows are not theirs to fill, and typing there costs nothing.
  await open(address)
  await page.getByLabel(/^E2 总投资/).fill('820')
  await rail.getByRole('link', { name: '项目', exact: true }).click()
  await page.waitForURL(/\/projects/)
  await open(address)
  await expect(page.getByText('上次没保存的内容已放回。')).toBeVisible()
  await expect(page.getByLabel(/^E2 总投资/)).toHaveValue('820')
  await expect(page.getByLabel(/^E3 总投资/)).toHaveValue('八百')
  await page.getByRole('button', { name: '下一页' }).click()
  await page.waitForURL(/page=2/)
  await expect(page.getByLabel(/^E61 总投资/)).toHaveValue('860')
  await page.getByRole('button', { name: '改好了，再核对' }).click()
  await expect(page.getByText('改了1格，已重新核对。还有58行要改。')).toBeVisible()
  // Saved, it is no draft any more.
  await open(`${address}&show=new`)
  await expect(page.getByLabel(/^E61 总投资/)).toHaveValue('860')
  await expect(page.getByText('上次没保存的内容已放回。')).toBeHidden()
  await page.goto('/imports')
  await page.getByRole('button', { name: /放弃 离开台账/ }).click()
  await expect(page.getByText('已放弃，什么也没有写入。')).toBeVisible()
})

test('a file that can be read but never marked costs its own reader, and the server answers on', async ({ page }) => {
  await signIn(page, 'office')
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`
  const sheet = sheetXml(row('项目名称', '总投资(万元)', '阶段') + row('标不完的项目', '八百', '签约'))
  await upload(page, '标不完.xlsx', markBomb(sheet))
  await page.goto(`${page.url().replace(/\?.*/, '')}?step=preview`)
  await expect(page.getByRole('heading', { name: /读到1行，1行要改/ })).toBeVisible()
  const marking = page.getByRole('link', { name: '下载标好错的原表' }).click()
  for (let i = 0; i < 5; i++) expect((await page.request.get('/api/health')).status()).toBe(200)
  await marking
  await expect(page.getByText(/读了 10 秒还没读完，已经停下/)).toBeVisible()
  await page.goto('/imports')
  await page.getByRole('button', { name: /放弃 标不完/ }).click()
  await expect(page.getByText('已放弃，什么也没有写入。')).toBeVisible()
})

test('says why a file is not taken, and works without a script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await signIn(page, 'office', '/imports')
  await handIn(page, { name: '照片.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0, 0]) })
  await expect(page.getByText(/这不是 xlsx 工作簿，也不是 CSV 文件/)).toBeVisible()
  await handIn(page, { name: '说明.xlsx', mimeType: 'text/plain', buffer: Buffer.from('一段说明\n没有表头') })
  await expect(page.getByText(/这不是 xlsx 工作簿，也不是 CSV 文件/)).toBeVisible()
  const large = { name: '太大.csv', mimeType: 'text/csv', buffer: Buffer.alloc(8_000_000, '1,') }
  await handIn(page, large)
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

test('of a project that stands twice one row is kept, and what was left out comes back', async ({ page }) => {
  await signIn(page, 'office')
  const row = (stage: string) => `重复演示泵站,低碳工业专班,,郑州重复演示有限公司,800,${stage},等地块,,`
  await upload(page, '重复台账.csv', Buffer.from([HEAD, row('签约'), row('在谈')].join('\r\n')))
  await page.goto(`${page.url()}?step=preview`)
  await expect(page.getByRole('heading', { name: /读到2行，2行要改/ })).toBeVisible()
  await page.getByRole('button', { name: '用这一行：第3行 重复演示泵站' }).click()
  await expect(page.getByRole('heading', { name: /读到1行，都能写入/ })).toBeVisible()
  await expect(page.getByText('第2行“重复演示泵站”不导入')).toBeVisible()
  await page.getByRole('button', { name: '还是要导入：第2行 重复演示泵站' }).click()
  await expect(page.getByRole('heading', { name: /读到2行，2行要改/ })).toBeVisible()
  await page.goto('/imports')
  await page.getByRole('button', { name: /放弃 重复台账/ }).click()
  await expect(page.getByText('已放弃，什么也没有写入。')).toBeVisible()
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
