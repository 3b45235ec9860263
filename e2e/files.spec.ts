import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
let procedure = ''
let file = ''

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel(/^选文件/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
const send = (page: Page) => page.getByRole('button', { name: '上传' }).click()

test('puts a paper beside a procedure, takes it along, and nothing asked for it', async ({ page }) => {
  await signIn(page, 'steward', '/projects?view=mine')
  const project = await page.locator('tbody a[href^="/projects/0"]').first().getAttribute('href')
  await page.goto(`${project}?view=table`)
  procedure = (await page.locator('a[href^="/procedures/"]:visible').last().getAttribute('href')) ?? ''
  await page.goto(procedure)
  await expect(page.getByText('选填，不传也能办理')).toBeVisible()
  await send(page)
  await expect(page.getByText('没有选文件，请先选一个。')).toBeVisible()

  await choose(page, '二七消审〔2026〕18号.pdf.exe', PDF)
  await send(page)
  await expect(page.getByText('已添加。')).toBeVisible()
  const link = page.getByRole('link', { name: '二七消审〔2026〕18号.pdf', exact: true })
  file = (await link.getAttribute('href')) ?? ''
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('二七消审〔2026〕18号.pdf')
  expect(fs.readFileSync(await download.path())).toEqual(PDF)

  const answer = await page.request.get(file)
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  })
  expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="file\.pdf"; filename\*=UTF-8''/)
})

test('twelve megabytes arrive whole, twenty-one are refused in words', async ({ page }) => {
  await signIn(page, 'steward', procedure)
  const whole = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(12_000_000), Buffer.from('\n%%EOF\n')])
  await choose(page, '扫描件.pdf', whole)
  await send(page)
  await expect(page.getByText('已添加。')).toBeVisible()
  const href = (await page.getByRole('link', { name: '扫描件.pdf' }).getAttribute('href')) ?? ''
  const got = await (await page.request.get(href)).body()
  expect(createHash('sha256').update(got).digest('hex')).toBe(createHash('sha256').update(whole).digest('hex'))

  await choose(page, '太大.pdf', Buffer.alloc(21_000_000, 32))
  await send(page)
  await expect(page.getByText('文件超过20MB，没有保存。')).toBeVisible()
})

test('what a file is decides, not what it is called', async ({ page }) => {
  await signIn(page, 'steward', procedure)
  for (const [name, bytes, words] of [
    ['批文.pdf', Buffer.from('MZ\u0090\0'), '没有保存'],
    [
      '图.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      '看内容，不看后缀',
    ],
    ['照片.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), '看内容，不看后缀'],
    ['批文.pdf', Buffer.concat([PDF, Buffer.from('PK\u0003\u0004')]), '夹带了别的内容'],
  ] as const) {
    await page.goto(procedure)
    await choose(page, name, bytes)
    await send(page)
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
  }
})

test('another agency, an administrator, a stranger and another site get nothing', async ({
  page,
  browser,
  request,
}) => {
  for (const who of ['sysadmin', 'auditor', 'bank']) {
    const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await signIn(other, who)
    const answer = await other.request.get(file)
    expect(`${who} ${answer.status()}`).toBe(`${who} 404`)
    await other.context().close()
  }
  const stranger = await request.get(file, { maxRedirects: 0 })
  expect(stranger.status()).toBe(307)
  await signIn(page, 'steward')
  const foreign = { 'sec-fetch-site': 'cross-site' }
  expect((await page.request.get(file, { headers: foreign })).status()).toBe(403)
  const address = `/api/files/new?procedure=${procedure.split('/').at(-1)}`
  const body = { file: { name: 'a.pdf', mimeType: 'application/pdf', buffer: PDF } }
  expect((await page.request.post(address, { headers: foreign, multipart: body })).status()).toBe(403)
  // A form nobody rendered.
  const forged = await page.request.post(address, { multipart: { ...body, formKey: 'made-up' }, maxRedirects: 0 })
  expect(forged.headers().location).toContain('FORM_EXPIRED')
})

test('takes a paper away with a reason; its line stays, its address is empty', async ({ page }) => {
  await signIn(page, 'steward', procedure)
  const line = page.locator('#files li').filter({ hasText: '二七消审' })
  await line.getByText('撤下', { exact: true }).click()
  await line.getByRole('button', { name: '撤下这个文件' }).click()
  await expect(line.getByText('请写明原因。')).toBeVisible()
  await line.getByLabel(/^原因/).fill('传错了项目')
  await line.getByRole('button', { name: '撤下这个文件' }).click()
  await expect(page.getByText('已撤下。')).toBeVisible()
  await page.getByText('已撤下1个').click()
  await expect(page.getByText(/传错了项目/)).toBeVisible()
  expect((await page.request.get(file)).status()).toBe(404)
})

test('works without a script', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage()
  await signIn(page, 'steward', procedure)
  await choose(page, '通知书.pdf', Buffer.concat([Buffer.from('%PDF-1.4\n%still\n'), PDF]))
  await send(page)
  await expect(page.getByText('已添加。')).toBeVisible()
  await expect(page.getByRole('link', { name: '通知书.pdf' })).toBeVisible()
  await page.context().close()
})
