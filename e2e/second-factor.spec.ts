import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { authenticator } from './authenticator'
import { violations } from './barriers'
import { expect, PASSWORD, signIn, signInAnew, test } from './journey'
import { strangeWords } from './look'

/** Nobody else signs in as this steward: a second factor of his is in no other journey's way. */
const WHO = 'steward5'

async function begin(page: Page): Promise<ReturnType<typeof authenticator>> {
  await page.getByRole('link', { name: '开启两步验证' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '两步验证' })).toBeVisible()
  const password = page.getByLabel('再输一次登录密码')
  await password.fill('not the password')
  await page.getByRole('button', { name: '开启两步验证' }).click()
  await expect(page.getByText('密码不对。')).toBeVisible()
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: '开启两步验证' }).click()
  await expect(page.getByRole('img', { name: '用身份验证器应用扫描的二维码' })).toBeVisible()
  return authenticator((await page.locator('p[data-verbatim]').textContent()) ?? '')
}

/** Sets it up from the personal page; the recovery codes are those the page shows this once. */
async function enrol(page: Page) {
  const shown = await begin(page)
  const confirm = page.getByRole('button', { name: '确认并开启' })
  await page.getByLabel('动态码').fill(shown.wrong())
  await confirm.click()
  await expect(page.getByText('动态码不对。')).toBeVisible()
  await page.getByLabel('动态码').fill(shown.next())
  await confirm.click()
  await expect(page.getByText('两步验证已开启')).toBeVisible()
  const codes = await page.getByRole('list', { name: '恢复码' }).getByRole('listitem').allTextContents()
  expect(codes).toHaveLength(10)
  return { shown, codes }
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/me')
  await page.getByRole('main').getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/login/)
}

/** The password, and no more. */
async function halfWay(page: Page, path = '/'): Promise<void> {
  await signInAnew(page, WHO, path)
  await expect(page.getByLabel('动态码')).toBeVisible()
}

async function verify(page: Page, code: string, field = '动态码'): Promise<void> {
  await page.getByLabel(field).fill(code)
  await page.getByRole('button', { name: '验证' }).click()
}

const NOBODYS = '00000000-0000-7000-8000-000000000000'
/** Open to anybody, signed in or not. */
const OPEN =
  /^\/(login|_not-found|_global-error|icon\.svg|apple-icon\.png|manifest\.webmanifest|help|r(\/|$)|api\/(auth|health|too-large)|mfa)/
const routes = Object.values(
  JSON.parse(fs.readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>,
).filter((route) => !OPEN.test(route))

// One account, one after the other.
test.describe.configure({ mode: 'serial' })

test('a second factor is set up, asked for at sign-in, replaced by a recovery code, and switched off', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAnew(page, WHO, '/me')
  const { shown, codes } = await enrol(page)
  expect(await violations(page), 'codes').toEqual([])
  // They are shown this once.
  await page.getByRole('link', { name: '我已存好，继续' }).click()
  await expect(page.getByRole('navigation', { name: '主导航' }).first()).toBeVisible()
  await page.goto('/mfa/setup')
  await expect(page.getByText('恢复码还剩10个')).toBeVisible()
  for (const code of codes) expect(await page.content()).not.toContain(code)
  await signOut(page)

  // With the password alone every page and every address of the interface leads to the code, or says no.
  await halfWay(page, '/projects?view=mine')
  await expect(page).toHaveURL(/\/mfa\?next=%2Fprojects/)
  expect(await violations(page), 'code').toEqual([])
  expect(await strangeWords(page, 'zh-CN', new RegExp(`^${WHO.replace(/\d/, '')}$`))).toEqual([])
  expect(routes.length).toBeGreaterThan(100)
  for (const route of routes) {
    const path = route
      .replace(/\[month\]/, '2026-10')
      .replace(/\[week\]/, '2026-47')
      .replace(/\[[^\]]+\]/g, NOBODYS)
    const answers = [await page.request.get(path, { maxRedirects: 0 })]
    if (route.startsWith('/api/')) answers.push(await page.request.post(path, { maxRedirects: 0 }))
    for (const answer of answers) {
      const to = answer.headers().location ?? ''
      expect(`${route} ${answer.status()} ${to}`).toMatch(/ (30[37] \S*\/(mfa|login)(\?|$)|40[01345] )/)
    }
  }
  // A page that was open before can record nothing either.
  const stale = await browser.newContext({ baseURL, locale: 'zh-CN' })
  const open = await stale.newPage()
  await signInAnew(open, WHO)
  await verify(open, shown.next())
  await open.waitForURL((url) => url.pathname === '/')
  await verify(page, shown.used())
  await expect(page.getByText('这个动态码已经用过了')).toBeVisible()
  await open.goto('/me')
  await stale.addCookies(await page.context().cookies())
  await open.locator('input[name=phone]').fill('13800000009')
  await open.getByRole('button', { name: '改电话' }).click()
  await expect(open.getByText('登录已过期')).toBeVisible()
  await stale.close()

  await verify(page, '12345')
  await expect(page.getByText('动态码是6位数字。').first()).toBeVisible()
  await verify(page, shown.wrong())
  await expect(page.getByText('动态码不对。')).toBeVisible()
  await expect(page.getByLabel('动态码')).toHaveValue('')

  // The lost telephone: a recovery code, once.
  await page.getByRole('link', { name: '手机不在身边，用恢复码' }).click()
  await verify(page, (codes[0] ?? '').toLowerCase().replaceAll('-', ' '), '恢复码')
  await page.waitForURL(/\/projects\?view=mine/)
  await signOut(page)
  await halfWay(page)
  await page.getByRole('link', { name: '手机不在身边，用恢复码' }).click()
  await verify(page, codes[0] ?? '', '恢复码')
  await expect(page.getByText('恢复码不对，或者已经用过了。')).toBeVisible()
  await verify(page, codes[1] ?? '', '恢复码')
  await page.waitForURL((url) => url.pathname === '/')

  await page.goto('/me')
  await page.getByRole('link', { name: '管理两步验证' }).click()
  await expect(page.getByText('恢复码还剩8个')).toBeVisible()
  expect(await violations(page), 'manage').toEqual([])
  const off = page.getByRole('form', { name: '关闭两步验证' })
  await off.getByLabel('再输一次登录密码').fill(PASSWORD)
  await off.getByLabel('动态码或恢复码').fill(codes[2] ?? '')
  await off.getByRole('button', { name: '关闭两步验证' }).click()
  await expect(page.getByText('两步验证已关闭')).toBeVisible()
  await signOut(page)
  await signInAnew(page, WHO)
  await expect(page).toHaveURL(`${baseURL}/`)
})

test('without a script, pasted in wide digits; five wrong codes lock; two administrators reset it and he hears of it', async ({
  browser,
  baseURL,
  page,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'zh-CN' })
  const still = await context.newPage()
  await signInAnew(still, WHO, '/me')
  const { shown } = await enrol(still)
  await signOut(still)
  await halfWay(still, '/me')
  const wide = shown.next().replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  await verify(still, ` ${wide.slice(0, 3)}　${wide.slice(3)} `)
  await still.waitForURL(/\/me$/)
  await signOut(still)
  await halfWay(still)
  for (let i = 0; i < 4; i++) {
    await verify(still, shown.wrong())
    await expect(still.getByText('动态码不对。')).toBeVisible()
  }
  await verify(still, shown.wrong())
  await expect(still.getByText(/两步验证已经锁定。请过1[45]分钟再试/).first()).toBeVisible()
  await verify(still, shown.next())
  await expect(still.getByText(/两步验证已经锁定。请过1[45]分钟再试/).first()).toBeVisible()
  await still.getByRole('button', { name: '退出登录' }).click()
  await expect(still.getByText('您已退出登录')).toBeVisible()

  await signIn(page, 'sysadmin', `/accounts?q=${WHO}`)
  await page.locator('tbody a').first().click()
  const reset = page.getByRole('form', { name: '重置两步验证' })
  await reset.getByLabel('原因').fill('手机丢失，已当面核实')
  await reset.getByRole('button', { name: '提请审批' }).click()
  await page.waitForURL(/\/changes\/0/)
  const change = new URL(page.url()).pathname
  await signOut(page)
  await signIn(page, 'secadmin', change)
  await page.getByRole('button', { name: '批准' }).click()
  await expect(page.getByText('已批准，马上生效。')).toBeVisible()

  await signInAnew(still, WHO, '/notices')
  await expect(still.getByText('您的两步验证已于')).toBeVisible()
  await expect(still.getByText('手机丢失，已当面核实')).toBeVisible()
  await still.getByRole('button', { name: '全部标为已看' }).click()
  await expect(still.getByText('您的两步验证已于')).toHaveCount(0)
  await context.close()
})
