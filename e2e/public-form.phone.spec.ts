import type { Page } from '@playwright/test'
import { violations } from './barriers'
import { expect, signIn, test } from './journey'
import { cutOff, soundAlike, tooWide } from './look'

// Somebody at a monitoring point, with a phone and no account. What is refused and counted, and what a photo keeps, is
// proved without a browser (lib/actions/public-form, lib/files/photo.test.ts).

// The case is filed once, handled, and rated.
test.describe.configure({ mode: 'serial' })

const TEXT = '招牌备案跑了三趟，窗口每次要的材料都不一样'
let address = ''
let code = ''

/** Whoever was signed in is gone, with all he left in the browser. */
async function leave(page: Page): Promise<void> {
  await page.context().clearCookies()
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
}

/** The address on a plate of the first point, as it is printed. */
async function plateAddress(page: Page): Promise<string> {
  await signIn(page, 'discipline', '/supervision/points')
  await page.locator('main a[href^="/supervision/points/0"]').filter({ visible: true }).first().click()
  await page.waitForURL(/\/supervision\/points\/0/)
  const printed = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec((await page.locator('main').textContent()) ?? '')?.[0]
  await leave(page)
  return `/r/${printed}`
}

/** Presses until what was sent is taken: a form filled in by a machine is too fast for the first time. */
async function send(page: Page, button: string, done: string): Promise<void> {
  await expect(async () => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: button }).click()])
    expect(await page.getByRole('heading', { level: 1, name: done }).isVisible()).toBe(true)
  }).toPass({ intervals: [1_000] })
}

const lookupCode = async (page: Page) => ((await page.locator('.code').textContent()) ?? '').trim()

/** Looks a case up by its code. */
async function find(page: Page, plate: string, lookup: string): Promise<void> {
  await page.goto(`${plate}/case`)
  await page.getByLabel('查询码').fill(lookup.toLowerCase())
  await page.getByRole('button', { name: '查', exact: true }).click()
}

/** No barrier in either colour scheme, nothing wider than the phone, and nothing left behind in it. */
async function expectSound(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await violations(page), `${where} ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  for (const look of [tooWide, cutOff, soundAlike]) expect.soft(await look(page), where).toEqual([])
  expect.soft(await page.context().cookies(), where).toEqual([])
  expect.soft(await page.evaluate(() => localStorage.length + sessionStorage.length), where).toBe(0)
}

test('from the scan to a look-up code in one page, and the case goes on from there', async ({ page }) => {
  address = await plateAddress(page)
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  const answer = await page.goto(address)
  const text = (await answer?.text()) ?? ''
  expect(Buffer.byteLength(text)).toBeLessThan(40_000)
  expect(answer?.headers()['set-cookie']).toBeUndefined()
  expect(answer?.headers()['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[^ ]+'; script-src 'sha256-[^ ]+';/,
  )
  // The page, and the sign in the tab.
  expect(sent.filter((url) => !url.endsWith('/icon.svg'))).toEqual([page.url()])
  await expect(page.getByRole('heading', { level: 1, name: '您要说哪一种？' })).toBeVisible()
  await expectSound(page, 'doors')

  await page.getByLabel('什么事').fill(TEXT.replace('窗口', '\u202e窗\u200b口'))
  await expect(page.getByLabel('哪个项目或地点')).not.toHaveValue('')
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 4_000
    canvas.height = 3_000
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  const picture = { name: '张三的照片.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') }
  await page.getByLabel('照片', { exact: false }).setInputFiles([picture])
  // Made small, and nameless, before it leaves the phone.
  await expect(page.locator('form[data-photos="small"]')).toBeVisible()
  const files = () => [...(document.querySelector<HTMLInputElement>('input[type=file]')?.files ?? [])]
  expect(await page.evaluate(`(${files})().map((file) => file.name + ' ' + file.type)`)).toEqual(['1.jpg image/jpeg'])
  await send(page, '提交，拿查询码', '收到了')
  code = await lookupCode(page)
  await expectSound(page, 'answer')

  await page.getByRole('link', { name: '去查进度' }).click()
  await page.getByLabel('查询码').fill('0000-000-000')
  await page.getByRole('button', { name: '查', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('没有这个查询码')
  await find(page, address, code)
  await expect(page.getByRole('heading', { level: 1, name: '收到，等核对' })).toBeVisible()
  await page.getByLabel('补充一句').fill('今天又去了一次')
  await page.getByRole('button', { name: '补上' }).click()
  await expect(page.getByRole('status')).toHaveText('补上了。')
  await expect(page.getByText('您补充了')).toBeVisible()
  await expectSound(page, 'case')
})

test('it is taken on, passed on and answered, and whoever wrote rates the answer by his code', async ({ page }) => {
  const phone = page.viewportSize()
  await page.setViewportSize({ width: 1440, height: 900 })
  const header = page.getByRole('main').locator('header')
  await signIn(page, 'bizenv', '/supervision/complaints')
  await page.locator('tbody').getByRole('link', { name: TEXT }).first().click()
  await page.waitForURL(/\/supervision\/complaints\/[0-9a-f]{8}-/)
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await expect(header.getByText('待转办')).toBeVisible()
  const pass = page.getByRole('form', { name: /^转办/ })
  await pass.getByLabel('承办单位').selectOption({ label: '住建局' })
  await pass.getByRole('button', { name: '转办' }).click()
  await expect(header.getByText('办理中')).toBeVisible()
  const { pathname } = new URL(page.url())
  await leave(page)

  await signIn(page, 'agency', pathname)
  const answer = page.getByRole('form', { name: /^答复/ })
  await answer.getByLabel('答复内容').fill('清单已经贴在窗口，也发给您了。')
  await answer.getByRole('button', { name: '答复' }).click()
  await expect(header.getByText('已答复')).toBeVisible()
  await leave(page)

  if (phone) await page.setViewportSize(phone)
  await find(page, address, code)
  await expect(page.getByRole('heading', { level: 1, name: '答复了，请您评价' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /住建局.*说$/ })).toBeVisible()
  await page.getByLabel('满意', { exact: true }).check()
  await page.getByRole('button', { name: '评价' }).click()
  await expect(page.getByRole('status')).toHaveText('评价收到了。')
  await expect(page.getByText('您评的是：满意')).toBeVisible()
  await expectSound(page, 'rated')
})

test('a code nobody signed names no place, and in English all of it is English', async ({ page }) => {
  const answer = await page.goto('/r/AAAAA-AAAAA?lang=en')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This code is not known')
  await expectSound(page, 'unknown')
  await page.goto('/r')
  await page.getByLabel('码牌上网址最后那一段').fill(address.replace('/r/', '').toLowerCase())
  await page.getByRole('button', { name: '打开' }).click()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What is it about?' })).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a report is sealed behind its own door; one that belongs higher is stopped, and nothing typed is lost', async ({
    page,
  }) => {
    await page.goto(address)
    await page.getByRole('link', { name: /反映干部作风和违纪问题/ }).click()
    const about = page.getByLabel('反映的人和单位')
    const text = page.getByLabel('什么事')
    await about.fill('区纪委某干部')
    await text.fill('逢年过节收购物卡')
    // Chosen, it says where to go before anything is sent.
    await page.getByLabel('纪委监委的人，或上级单位的人').check()
    await expect(page.getByText('电话 12388，说明反映的是哪一级的人')).toBeVisible()
    await expect(text).toBeHidden()
    await page.getByLabel('区里的干部或单位').check()
    // Not chosen, its words say the same.
    await send(page, '密封提交，拿查询码', '这件事要直接交给上一级')
    await expect(page.getByText('什么都没有存')).toBeVisible()
    await expect(page.locator('textarea')).toHaveValue(/区纪委某干部\s+逢年过节收购物卡/)

    await page.goto(`${address}/report`)
    await about.fill('区某局窗口科长')
    await text.fill('办证时暗示要请客')
    await page.getByLabel('您的名字').fill('王某')
    await page.getByRole('button', { name: '密封提交，拿查询码' }).click()
    await expect(page.getByRole('alert')).toContainText('名字和电话要么都写')
    await expect(text).toHaveValue('办证时暗示要请客')
    await page.getByLabel('您的名字').fill('')
    await send(page, '密封提交，拿查询码', '已经密封收下')
    await find(page, address, await lookupCode(page))
    await expect(page.getByRole('heading', { level: 1, name: '收到，还没登记' })).toBeVisible()
    await expect(page.locator('body')).not.toContainText('请客')
  })
})
