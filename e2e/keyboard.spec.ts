import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

/** Where the focus is, and whether it can be seen there. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null
    if (!at || at === document.body) return null
    const nth = String([...document.querySelectorAll('*')].indexOf(at))
    const what = `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 40)}`
    // A link over two lines is where its first piece is.
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect()
    const ring = getComputedStyle(at)
    const style = Number.parseFloat(ring.outlineWidth) >= 2 && ring.outlineStyle !== 'none'
    // A wide or long one shows where it begins.
    const x = Math.min(box.left + box.width / 2, box.left + 20)
    const y = Math.min(box.top + box.height / 2, box.top + 20)
    const above = document.elementFromPoint(x, y)
    const seen = above !== null && (at.contains(above) || above.contains(at) || above.closest('label')?.control === at)
    return { nth, what, problem: !style ? 'no ring' : seen ? '' : `hidden by ${above?.outerHTML.slice(0, 80)}` }
  })

/** Goes through a page with Tab until the focus leaves it or `most` steps are taken. */
async function walk(page: Page, most: number): Promise<{ steps: number; problems: string[] }> {
  const [met, problems] = [new Set<string>(), [] as string[]]
  for (let steps = 0; steps < most; steps++) {
    await page.keyboard.press('Tab')
    const at = await focus(page)
    if (!at || met.has(at.nth)) return { steps, problems }
    met.add(at.nth)
    if (at.problem) problems.push(`${at.what}: ${at.problem}`)
  }
  return { steps: most, problems }
}

/** Tabs on until a control of that name has the focus. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const at = await focus(page)
    if (at && name.test(at.what)) return
  }
  throw new Error(`no ${name} within ${most} steps of Tab`)
}

for (const [shape, viewport] of [
  ['desk', { width: 1440, height: 900 }],
  ['400 %', { width: 320, height: 480 }],
] as const)
  test(`Tab shows where it is and is never caught (${shape})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.goto('/login')
    expect.soft((await walk(page, 20)).problems, 'login').toEqual([])
    await signIn(page, 'office', '/projects?view=warned')
    const project = (await page.locator('a[href^="/projects/0"]:visible').first().getAttribute('href')) ?? ''
    for (const path of [
      '/',
      '/projects?view=warned',
      '/procedures',
      '/warnings',
      project,
      `${project}/edit`,
      '/help',
    ]) {
      await page.goto(path)
      await expect(page.locator('h1').first()).toBeVisible()
      const { steps, problems } = await walk(page, 60)
      expect.soft(problems, path).toEqual([])
      expect.soft(steps, path).toBeGreaterThan(8)
    }
  })

test('a steward’s morning without a mouse: to the procedure, its move, confirmed, undone', async ({ page }) => {
  await signIn(page, 'steward15')
  await page.keyboard.press('Tab')
  // Past the frame in one step.
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Enter')
  const step = page.locator('main a[href^="/procedures/"]:visible').first()
  const item = (await step.textContent())?.trim().slice(0, 40) ?? ''
  await tabTo(page, new RegExp(`^A ${item}`))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/procedures\//)
  await expect(page.locator('h1')).toBeVisible()
  const move = page.locator('main aside a[href*="/procedures/"]').first()
  const name = (await move.textContent())?.trim() ?? ''
  await tabTo(page, new RegExp(`^A ${name}`))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/procedures\/[^/]+\/[a-z_]+/)
  const submit = page.locator('main form button[type=submit]')
  const send = (await submit.textContent())?.trim() ?? ''
  await tabTo(page, new RegExp(`^BUTTON ${send}`))
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=1/)
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
})

test('reporting nothing new, finding a project and opening the menu, by keys', async ({ page }) => {
  await signIn(page, 'steward15')
  const waiting = page.getByRole('heading', { name: /本周还没报/ })
  const before = Number(/\d+/.exec((await waiting.textContent()) ?? '')?.[0])
  await tabTo(page, /^BUTTON 无变化，/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `本周还没报 ${before - 1} 个项目` })).toBeVisible()

  await expect(page.locator('search[data-ready]')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zx')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)

  await tabTo(page, /^SUMMARY/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '退出登录' })).toBeHidden()
})

test('a problem is raised by keys: from its project, in a sentence', async ({ page }) => {
  await signIn(page, 'steward15', '/projects?view=mine')
  const project = (await page.locator('tbody a[href^="/projects/0"]').first().textContent())?.trim() ?? ''
  await tabTo(page, new RegExp(`^A ${project.slice(0, 40)}`), 160)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/projects\/0/)
  await expect(page.locator('h1')).toBeVisible()
  await tabTo(page, /^A 提问题/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/issues\/new/)
  await tabTo(page, /^TEXTAREA/)
  await page.keyboard.type('外架与高压线距离不够')
  await tabTo(page, /^BUTTON 提交/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/issues\/0/)
  await expect(page.getByRole('heading', { level: 1, name: '外架与高压线距离不够' })).toBeVisible()
})

test('an agency answers an applicant by keys, and the focus goes on with the next', async ({ page }) => {
  await signIn(page, 'agency')
  await tabTo(page, /告知补正：/)
  await page.keyboard.press('Enter')
  const send = page.getByRole('button', { name: '发补正通知，暂停计时' })
  await expect(send).toBeVisible()
  await tabTo(page, /发补正通知/)
  await page.keyboard.press('Enter')
  // What is missing is said, and the focus stands where it is to be mended.
  await expect(page.getByText('请写明原因。')).toBeVisible()
  const at = await focus(page)
  expect(at?.what).toMatch(/^(INPUT|TEXTAREA|P)/)
})

test('an office’s jobs by keys: all red ones, reminding many, the ledger and the minutes taken along', async ({
  page,
}) => {
  await signIn(page, 'office')
  await tabTo(page, /^A .*转红/)
  await page.keyboard.press('Enter')
  await expect(page.locator('#list li .lamp-RED').first()).toBeVisible()

  await page.goto('/projects?level=RED')
  await expect(page.locator('main [data-ready]')).toBeVisible()
  await tabTo(page, /^INPUT 选择本页全部/)
  await page.keyboard.press('Space')
  await tabTo(page, /^BUTTON 批量催办/, 160)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/projects\/remind/)
  await tabTo(page, /^BUTTON 催办\d+项/, 160)

  await page.goto('/projects?level=RED')
  await tabTo(page, /^SUMMARY 导出/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^A 当前列/)
  const ledger = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await ledger).suggestedFilename()).toMatch(/\.xlsx$/)

  await page.goto('/meetings/2026-47/agenda')
  await tabTo(page, /^A 纪要的Word/)
  const minutes = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await minutes).suggestedFilename()).toMatch(/\.docx$/)
})
