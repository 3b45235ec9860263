import jsQR from 'jsqr'
import sharp from 'sharp'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

const NAME = '五里堡小微园服务站'
let point = ''

/** What a reader makes of a copy: pale ink on grey paper, a little out of focus. */
async function readCopy(picture: Buffer): Promise<string | undefined> {
  const copy = sharp(picture).greyscale().linear(0.45, 90).blur(0.8).raw()
  const { data, info } = await copy.toBuffer({ resolveWithObject: true })
  const pixels = new Uint8ClampedArray(info.width * info.height * 4)
  for (let i = 0; i < info.width * info.height; i += 1) {
    const grey = data[i * info.channels] ?? 0
    pixels.set([grey, grey, grey, 255], i * 4)
  }
  return jsQR(pixels, info.width, info.height)?.data
}

test('the commission sets up a point; what is wrong is said and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'discipline', '/supervision')
  await page.getByRole('link', { name: /^在用监测点/ }).click()
  await page.getByRole('link', { name: '设监测点' }).click()
  await page.waitForURL('/supervision/points/new')
  const form = page.getByRole('form', { name: '设监测点' })
  await form.getByLabel('名称').fill(NAME)
  await form.getByLabel('类型').selectOption({ label: '园区' })
  await form.getByLabel('地址').fill('五里堡演示路1号')
  await form.getByLabel('监督员', { exact: true }).fill('苗予安')
  await form.getByLabel('纪委联系人').fill('岳清晏')
  await form.getByLabel('启用日期').fill('2026-11-20')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('请选择监督员的单位；如果他是所在企业的人，请填所在企业。')).toBeVisible()
  await expect(form.getByLabel('名称')).toHaveValue(NAME)
  await form.getByLabel('监督员单位').selectOption({ label: '五里堡' })
  await form.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/supervision\/points\/0/)
  point = new URL(page.url()).pathname
  await expect(page.getByText('第19监测点')).toBeVisible()
})

test('its plate is made, its poster reads from a grey copy, and it is said to hang', async ({ page }) => {
  await signIn(page, 'discipline', point)
  await page.getByRole('form', { name: '制发码牌' }).getByRole('button').click()
  const row = page.getByRole('listitem').filter({ hasText: '待张贴' })
  const code = (await row.locator('b').textContent()) ?? ''
  expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  await row.getByRole('link', { name: /^打印码牌/ }).click()
  const sheet = page.getByRole('article')
  await expect(sheet).toContainText(NAME)
  await expect(sheet).toContainText(`/r/${code}`)
  await page.emulateMedia({ media: 'print' })
  const read = await readCopy(await sheet.screenshot())
  expect(new URL(read ?? 'about:blank').pathname).toBe(`/r/${code}`)
  const { width = 0 } = (await sheet.locator('.poster-code').boundingBox()) ?? {}
  // At 96 dots an inch: three centimetres are 114.
  expect(width).toBeGreaterThan(114)
  await page.emulateMedia({ media: null })
  await page.goto(point)
  const form = page.getByRole('form', { name: '登记张贴' })
  await form.getByLabel('张贴日期').fill('2026-11-24')
  await form.getByRole('button').click()
  await expect(form.getByText('日期还没到，最晚填今天')).toBeVisible()
  await form.getByLabel('张贴日期').fill('2026-11-23')
  await form.getByRole('button').click()
  await expect(page.getByRole('listitem').filter({ hasText: code })).toContainText('在用')
})

test('a plate that was stolen is revoked, and everybody reads why', async ({ page }) => {
  await signIn(page, 'discipline', point)
  await page.getByText(/^作废码牌/).click()
  const form = page.getByRole('form', { name: /^作废码牌/ })
  await form.getByRole('button', { name: '作废' }).click()
  await expect(form.getByText('请写作废原因。')).toBeVisible()
  await form.getByLabel('作废原因').fill('码牌被盗')
  await form.getByRole('button', { name: '作废' }).click()
  await expect(page.getByText(/作废：码牌被盗/)).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, 'bizenv', '/supervision')
  await page.getByRole('link', { name: /^码牌已作废/ }).click()
  await page.getByRole('link', { name: NAME }).click()
  await expect(page.getByText(/作废：码牌被盗/)).toBeVisible()
  await expect(page.getByRole('form', { name: '制发码牌' })).toHaveCount(0)
})

test('the auditor has the whole log checked, and reads that it is whole', async ({ page }) => {
  await signIn(page, 'auditor', '/audit')
  await page.getByRole('link', { name: '核对记录' }).click()
  await page.waitForURL('/audit/chain')
  await page.getByRole('button', { name: '现在核对' }).click()
  await expect(page.getByText('日志完整，没有被动过')).toBeVisible()
  await expect(page.getByRole('region', { name: '历次核对' }).getByRole('row').nth(1)).toContainText('完整')
})
