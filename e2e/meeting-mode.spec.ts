import type { Page } from '@playwright/test'
import { inBothThemes } from './barriers'
import { expect, signIn, test } from './journey'

// A week nobody else meets in: frozen in the demo, without a meeting of its own.
const AGENDA = '/meetings/2026-45/agenda'
const ROOM = '/meetings/2026-45/room'
const CLOSE = '/meetings/2026-45/close'
// Units whose accounts the demo has; nobody else's topic names them.
const CALLING = '住建局、马寨镇会商元旦前项目观摩'

test.describe.configure({ mode: 'serial' })

const box = (page: Page) => page.getByRole('form', { name: '新议定' })
const sentence = (page: Page) => box(page).getByLabel('议定什么')
const decided = (page: Page) => page.locator('.room-decided > li')

/** How far apart the middles of some things lie, from the highest to the lowest. */
const heightsApart = (things: Element[]) => {
  const middles = things.map((thing) => thing.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2)
  return Math.max(...middles) - Math.min(...middles)
}

async function openRoom(page: Page, topic = 1): Promise<void> {
  await page.goto(`${ROOM}?topic=${topic}`)
  await expect(page.locator('.room[data-ready]')).toBeVisible()
}

/** Types a decision with the keyboard alone, and waits until it stands in the list. */
async function record(page: Page, text: string): Promise<void> {
  await page.keyboard.press('n')
  await expect(sentence(page)).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(decided(page).filter({ hasText: text })).toBeVisible()
  await expect(sentence(page)).toHaveValue('')
}

test('the agenda goes out', async ({ page }) => {
  await signIn(page, 'office', AGENDA)
  await page.getByRole('button', { name: '按规则生成议程' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/第45周例会\d+题/)
  // One more, which calls the units it names.
  await page.locator('summary').filter({ hasText: '加一题' }).click()
  const add = page.getByRole('form', { name: '加一题' })
  await add.getByLabel('题目').fill(CALLING)
  await add.getByRole('button', { name: '加一题' }).click()
  await expect(page.locator('main ol > li').last()).toContainText(CALLING)
  await page.locator('summary').filter({ hasText: '发议程' }).click()
  const why = page.getByLabel(/超过上限/)
  if (await why.isVisible()) await why.fill('年底事多')
  // Its day is past: nobody can be called to it, and what it is still good for is said.
  await expect(page.getByText('请不到人了')).toContainText('11-02')
  await page.getByRole('button', { name: '确认发出' }).click()
  await expect(page.getByRole('status').filter({ hasText: '议程发出去了' })).toBeVisible()
})

test('whoever is called answers on his phone; the office sees who stays away and who comes instead', async ({
  page,
  browser,
  baseURL,
}) => {
  for (const who of ['agencyhead', 'street']) {
    const phone = await browser.newPage({ baseURL, viewport: { width: 390, height: 844 } })
    await signIn(phone, who, AGENDA)
    const call = phone.locator('section').filter({ has: phone.getByRole('heading', { name: '请您到会' }) })
    if (who === 'street')
      await call
        .getByRole('button', { name: /^参加 / })
        .first()
        .click()
    else {
      await call.locator('summary').first().click()
      const leave = call.getByRole('form', { name: /^请假 / }).first()
      await leave.getByRole('button', { name: /^请假 / }).click()
      await expect(leave.getByText('请写明原因。')).toBeVisible()
      await leave.getByLabel('为什么请假').fill('市里开会')
      await leave.getByLabel('谁来').fill('赵副主任')
      await leave.getByRole('button', { name: /^请假 / }).click()
      await expect(call.getByText('赵副主任来')).toBeVisible()
    }
    await expect(call.getByText(who === 'street' ? '已答复：参加' : '已答复：请假').first()).toBeVisible()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    await phone.close()
  }
  await signIn(page, 'office', AGENDA)
  await expect(page.getByText('请假：市里开会，赵副主任来').first()).toBeVisible()
})

test('those called are noted, the meeting begins', async ({ page }) => {
  await signIn(page, 'office', AGENDA)
  await page.locator('summary').filter({ hasText: '参会情况' }).click()
  const attendance = page.getByRole('form', { name: '参会情况' })
  await attendance.getByLabel('没有记的都算出席').check()
  await attendance.getByRole('button', { name: '保存参会情况' }).click()
  await expect(attendance.getByRole('radio', { name: '出席', checked: true }).first()).toBeVisible()

  await page.getByRole('button', { name: '开会' }).click()
  await page.waitForURL((url) => url.pathname === ROOM)
  await expect(page.locator('.room[data-ready]')).toBeVisible()
})

test('a key pressed before the scripts of the room are there counts', async ({ page }) => {
  await signIn(page, 'office', AGENDA)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${ROOM}?topic=1`, { waitUntil: 'commit' })
  await expect(page.locator('[data-topic="1"]')).toBeVisible()
  await expect(sentence(page)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  release()
  await expect(page.locator('[data-topic="3"]')).toBeVisible()
  await expect(page.locator('[data-topic="1"]')).toBeHidden()
})

test('keys alone: next topic, a sentence that is read while it is typed, a reload in the middle of it', async ({
  page,
}) => {
  await signIn(page, 'office', AGENDA)
  await openRoom(page)
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-topic="2"]')).toBeVisible()
  await expect(page.locator('[data-topic="1"]')).toBeHidden()
  await expect(page).toHaveURL(/topic=2$/)
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('[data-topic="1"]')).toBeVisible()
  // The head and the keys stand on one line each.
  for (const bar of ['.room-head > *', '.room-foot > *'])
    expect(await page.locator(bar).evaluateAll(heightsApart)).toBeLessThan(12)

  await page.keyboard.press('n')
  await expect(sentence(page)).toBeFocused()
  await page.keyboard.type('住建局下周一前核发')
  await expect(box(page).getByText('11月30日 周一')).toBeVisible()
  await expect(box(page).getByText('5个工作日')).toBeVisible()
  await expect(box(page).locator('b').filter({ hasText: '住建局' })).toBeVisible()
  await page.reload()
  await expect(page.locator('.room[data-ready]')).toBeVisible()
  await expect(sentence(page)).toHaveValue('住建局下周一前核发')
  await expect(box(page).getByText('上次没记完的话还在。')).toBeVisible()
  await expect(sentence(page)).toBeFocused()
  await page.keyboard.type('规划许可证')
  await expect(sentence(page)).toHaveValue('住建局下周一前核发规划许可证')
  // Whoever was mending a word in the middle is still there.
  for (const _ of '规划许可证') await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('建设')
  await page.reload()
  await expect(page.locator('.room[data-ready]')).toBeVisible()
  await expect(sentence(page)).toHaveValue('住建局下周一前核发建设规划许可证')
  await expect(sentence(page)).toBeFocused()
  for (const _ of '建设') await page.keyboard.press('Backspace')
  await expect(sentence(page)).toHaveValue('住建局下周一前核发规划许可证')
  await page.keyboard.press('Enter')
  await expect(decided(page)).toHaveCount(1)
  await expect(decided(page).first()).toContainText('双轮〔2026〕45-01')
  await expect(decided(page).first()).toContainText('限11月30日 周一')
  await expect(sentence(page)).toHaveValue('')

  // The box is left: the keys are the room's again. N begins the next one; while nothing is typed the arrows turn the topic,
  // from within the box too.
  await expect(sentence(page)).not.toBeFocused()
  await page.keyboard.press('n')
  await expect(sentence(page)).toBeFocused()
  await expect(sentence(page)).toHaveValue('')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-topic="2"]')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('[data-topic="1"]')).toBeVisible()

  // Two named together are a choice for whoever types, never a guess.
  await page.keyboard.press('n')
  await page.keyboard.type('住建局、国动办明天会审')
  await expect(box(page).getByRole('radio')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(box(page).getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  await expect(box(page).getByText('配合：国动办')).toBeVisible()
  await expect(sentence(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(decided(page)).toHaveCount(2)

  // A unit nobody knows is not dropped in silence: it is left out only when somebody says so.
  await expect(sentence(page)).not.toBeFocused()
  await page.keyboard.press('n')
  await page.keyboard.type('住建局牵头，人社局配合，周五前办结')
  await page.keyboard.press('Enter')
  await expect(box(page).getByRole('button', { name: '不列“人社局”' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box(page).getByText('没有认出“人社局”，不列为配合单位')).toBeVisible()
  await expect(sentence(page)).toBeFocused()
  // What signing out drops: every draft of this device.
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:room:')))
  expect(await drafts()).toHaveLength(1)
  await sentence(page).fill('')
  await expect.poll(drafts).toEqual([])
  await expect(decided(page)).toHaveCount(2)
  await inBothThemes(page, 'meeting mode')
})

test('two people at once: what one records the other sees, a field both changed is asked about', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'office', AGENDA)
  await openRoom(page, 2)
  const other = await browser.newPage({ baseURL })
  await signIn(other, 'office', AGENDA)
  await openRoom(other, 2)
  await record(other, '住建局周五前报进度')
  await expect(decided(page).filter({ hasText: '住建局周五前报进度' })).toBeVisible({ timeout: 20_000 })

  for (const screen of [page, other]) await screen.getByRole('link', { name: '改第1条' }).click()
  const form = (screen: Page) => screen.getByRole('form', { name: '改第1条' })
  await form(page).getByLabel('议定什么').fill('住建局周五前书面报进度')
  await form(page).getByRole('button', { name: '保存' }).click()
  await expect(decided(page).filter({ hasText: '住建局周五前书面报进度' })).toBeVisible()
  await expect(form(page)).toHaveCount(0)
  await form(other).getByLabel('议定什么').fill('住建局周五前现场报进度')
  await form(other).getByRole('button', { name: '保存' }).click()
  await expect(form(other).getByText('住建局周五前书面报进度')).toBeVisible()
  await expect(form(other).getByLabel('议定什么')).toHaveValue('住建局周五前现场报进度')
  await form(other).getByRole('radio').first().check()
  await form(other).getByRole('button', { name: '保存' }).click()
  await expect(decided(other).filter({ hasText: '住建局周五前现场报进度' })).toBeVisible()
  await other.close()
})

test('what is typed while a decision is being recorded is the next one', async ({ page }) => {
  await signIn(page, 'office', AGENDA)
  await openRoom(page, 2)
  const before = await decided(page).count()
  let release = () => {}
  let lost = false
  const hold = () =>
    new Promise<void>((resolve) => {
      release = resolve
    })
  let held = hold()
  await page.route('**/room*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await held
    // What is no answer of ours is none.
    if (lost) await route.fulfill({ status: 200, contentType: 'text/plain', body: '' })
    else await route.continue()
  })
  await page.keyboard.press('n')
  await page.keyboard.type('住建局下周三前报方案')
  await page.keyboard.press('Enter')
  await expect(sentence(page)).toHaveValue('')
  await expect(box(page).getByText('正在记：住建局下周三前报方案')).toBeVisible()
  await page.keyboard.type('国动办下周四前答复')
  // Its turn comes by itself.
  await page.keyboard.press('Enter')
  await expect(box(page).getByText('上一条记完就记这一条。')).toBeVisible()
  release()
  await expect(decided(page)).toHaveCount(before + 2)
  await expect(decided(page).nth(before)).toContainText('住建局下周三前报方案')
  await expect(decided(page).nth(before + 1)).toContainText('国动办下周四前答复')
  await expect(sentence(page)).toHaveValue('')
  await expect(sentence(page)).not.toBeFocused()
  // Outside the box Esc leaves the room, and nothing says otherwise.
  await expect(box(page).getByText('退出输入，用快捷键')).toBeHidden()

  // However many are recorded, the topic stays on the wall, and the box above the keys.
  await page.keyboard.press('n')
  await expect(page.locator('[data-topic="2"] .room-name')).toBeInViewport()
  await expect(box(page).getByRole('button', { name: '记下' })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')

  // One that did not arrive stands above what was begun meanwhile, which stays; taken up again, it counts once.
  await page.keyboard.press('n')
  await expect(box(page).getByText('退出输入，用快捷键')).toBeVisible()
  lost = true
  held = hold()
  await page.keyboard.type('住建局下周五前复核')
  await page.keyboard.press('Enter')
  await page.keyboard.type('国动办')
  release()
  await expect(box(page).getByText('没记下：住建局下周五前复核')).toBeVisible()
  await expect(sentence(page)).toHaveValue('国动办')
  lost = false
  await box(page).getByRole('button', { name: '改这一条 住建局下周五前复核' }).click()
  await expect(sentence(page)).toHaveValue('住建局下周五前复核')
  await page.keyboard.press('Enter')
  await expect(decided(page)).toHaveCount(before + 3)
  await expect(sentence(page)).toHaveValue('国动办')
  await sentence(page).fill('')

  // Where nothing was begun it is back in the box, and says so: what is typed next goes on with it.
  lost = true
  held = hold()
  await page.keyboard.type('国动办下周二前')
  await page.keyboard.press('Enter')
  await expect(sentence(page)).toHaveValue('')
  release()
  await expect(sentence(page)).toHaveValue('国动办下周二前')
  await expect(box(page).getByText('这一条又回到框里了')).toBeVisible()
  await page.keyboard.type('会审')
  await expect(sentence(page)).toHaveValue('国动办下周二前会审')
  await sentence(page).fill('')
})

test('without scripts a decision is shown before it is recorded', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await signIn(page, 'office', `${ROOM}?topic=2`)
  await page.getByLabel('议定什么').fill('国动办下周一前答复')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText(/11月30日 周一，5个工作日/)).toBeVisible()
  await expect(page.getByLabel('议定什么')).toHaveValue('国动办下周一前答复')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(decided(page).filter({ hasText: '国动办下周一前答复' })).toBeVisible()
  await page
    .getByRole('link', { name: /下一题/ })
    .first()
    .click()
  await expect(page).toHaveURL(/topic=3$/)
  await context.close()
})

test('what is missing is mended in place, then the meeting is closed once', async ({ page, browser, baseURL }) => {
  await signIn(page, 'office', AGENDA)
  await openRoom(page, 3)
  // Who and when are asked for while those who know sit there; said again, it is recorded without.
  await page.keyboard.press('n')
  await page.keyboard.type('报方案，时间另定')
  await page.keyboard.press('Enter')
  await expect(box(page).getByRole('alert')).toContainText('没有牵头单位，没有期限')
  await expect(decided(page)).toHaveCount(0)
  await expect(sentence(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(decided(page).filter({ hasText: '报方案，时间另定' })).toBeVisible()
  await expect(sentence(page)).toHaveValue('')
  await expect(sentence(page)).not.toBeFocused()
  const many = await page.locator('.room-cells a').count()
  for (let topic = 4; topic <= many; topic++) {
    await page.keyboard.press('ArrowRight')
    await expect(page.locator(`[data-topic="${topic}"]`)).toBeVisible()
    await page.keyboard.press('t')
    await expect(page.getByText('本题下次再议')).toBeVisible()
  }
  await page.getByRole('link', { name: '散会' }).click()
  await page.waitForURL(CLOSE)
  await expect(page.getByRole('heading', { name: '还缺2处，补上才能散会' })).toBeVisible()
  await page.getByRole('button', { name: /^散会，交办/ }).click()
  await expect(page.getByText(/还缺 2 处，没有散会/)).toBeVisible()

  await page.locator('summary').filter({ hasText: '补上' }).first().click()
  const mend = page.getByRole('form', { name: /^没有牵头单位/ })
  await mend.getByLabel('牵头单位').selectOption({ label: '国动办' })
  await mend.getByLabel('期限').fill('2026-12-04')
  await mend.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/可以散会。$/)).toBeVisible()

  const other = await browser.newPage({ baseURL })
  await signIn(other, 'office', CLOSE)
  await expect(other.getByText(/可以散会。$/)).toBeVisible()
  await page.getByRole('button', { name: /^散会，交办8条/ }).click()
  await page.waitForURL((url) => url.pathname === AGENDA)
  await expect(page.getByRole('status').filter({ hasText: '散会了：8条议定' })).toBeVisible()
  await other.getByRole('button', { name: /^散会，交办/ }).click()
  await expect(other.getByText(/已经散会/).first()).toBeVisible()
  await other.goto(ROOM)
  await expect(other.getByText('已经散会，只能看。')).toBeVisible()
  // It was held on another day than the facts on its wall are of.
  await expect(other.getByText('事实截至11-23')).toBeVisible()
  await other.close()
  // Nobody is called any more.
  const called = await browser.newPage({ baseURL })
  await signIn(called, 'agencyhead', AGENDA)
  await expect(called.locator('main ol > li').first()).toBeVisible()
  await expect(called.getByText('请您到会')).toHaveCount(0)
  await called.close()
})
