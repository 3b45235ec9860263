import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

const AGENDA = '/meetings/2026-48/agenda'

test('the office works on the draft, a leader settles what is his, and the agenda goes to those it concerns', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'office')
  await page.getByRole('link', { name: '会议' }).click()
  await page.waitForURL('/meetings')
  await page.getByRole('link', { name: '看议程' }).click()
  await page.waitForURL(AGENDA)
  const topics = page.locator('main ol > li')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/第48周例会\d+题/)
  const many = await topics.count()
  expect(many).toBeGreaterThan(4)
  // What the meetings before left undone comes first, by its number.
  await expect(topics.first()).toContainText('上次没办完')
  await expect(topics.first()).toContainText(/双轮〔2026〕4[67]-\d\d/)

  const nameOf = async (nth: number) =>
    ((await topics.nth(nth).locator('summary').getAttribute('aria-label')) ?? '').replace('编辑：', '')
  const first = await nameOf(0)
  await topics.nth(0).locator('summary').click()
  const edit = page.getByRole('form', { name: `编辑：${first}` })
  await edit.getByLabel('议定什么').fill('周四前书面说明原因')
  await edit.getByRole('button', { name: `保存：${first}` }).click()
  await expect(topics.nth(0).getByText('周四前书面说明原因', { exact: true })).toBeVisible()

  // Taking a topic off wants a reason, and it can be put back.
  const second = await nameOf(1)
  await topics.nth(1).locator('summary').click()
  const drop = page.getByRole('form', { name: `撤下：${second}` })
  await drop.getByRole('button', { name: '撤下' }).click()
  await expect(drop.getByText('请写明原因。')).toBeVisible()
  await drop.getByLabel('为什么不上会').fill('已约现场会')
  await drop.getByRole('button', { name: '撤下' }).click()
  await expect(page.getByText('撤下：已约现场会')).toBeVisible()
  await expect(topics).toHaveCount(many - 1)
  await page.getByRole('button', { name: `放回议程：${second}` }).click()
  await expect(topics).toHaveCount(many)

  const third = await nameOf(2)
  await page.getByRole('button', { name: `上移：${third}` }).click()
  await expect(topics.nth(1)).toContainText(third)
  await expect(page.getByRole('button', { name: `上移：${third}` })).toBeFocused()

  await page.locator('summary').filter({ hasText: '加一题' }).click()
  const add = page.getByRole('form', { name: '加一题' })
  await add.getByLabel('题目').fill('元旦前项目观摩')
  await add.getByRole('button', { name: '加一题' }).click()
  await expect(topics).toHaveCount(many + 1)

  const other = await browser.newPage({ baseURL })
  await signIn(other, 'discipline', AGENDA)
  await expect(other.getByText('议程还没有发。')).toBeVisible()

  const leader = await browser.newPage({ baseURL })
  await signIn(leader, 'leader', AGENDA)
  const settle = leader.getByRole('form', { name: /^会前解决：/ }).first()
  const settled = ((await settle.getAttribute('aria-label')) ?? '').replace('会前解决：', '')
  await settle.getByLabel('怎么解决的').fill('已协调到位，周五前办结')
  await settle.getByRole('button', { name: '会前解决' }).click()
  await expect(leader.getByRole('status').filter({ hasText: `${settled}记为会前解决` })).toBeFocused()
  await expect(leader.getByText(/会前解决，.+：已协调到位，周五前办结/)).toBeVisible()
  await leader.close()

  await page.reload()
  await expect(topics.filter({ hasText: settled })).toHaveCount(0)
  await page.locator('summary').filter({ hasText: '发议程' }).click()
  await page.getByRole('button', { name: '确认发出' }).click()
  const sent = page.getByRole('status').filter({ hasText: /议程发出去了：\d+题，发给\d+家单位/ })
  await expect(sent).toBeFocused()
  await expect(page.getByText(/^议程 .+ 已发$/)).toBeVisible()
  await expect(page.getByRole('button', { name: '确认发出' })).toHaveCount(0)
  await other.reload()
  await expect(other.locator('main ol > li')).toHaveCount(many)
  await other.close()
})

test('a sheet for each topic, with what is asked of the meeting', async ({ page }) => {
  await signIn(page, 'leader', '/meetings/2026-47/agenda')
  const many = await page.locator('main ol > li').count()
  await page.getByRole('link', { name: `看${many}张一页纸` }).click()
  await page.waitForURL('/meetings/2026-47/sheets')
  await expect(page.locator('article')).toHaveCount(many)
  await expect(page.locator('article').first().getByText('请会议定')).toBeVisible()
})

test('every count of the week opens its rows, and another two days have an address of their own', async ({ page }) => {
  await signIn(page, 'head', '/meetings/2026-48')
  const counts = page.getByRole('navigation', { name: '变化' }).getByRole('link')
  await expect(counts).toHaveCount(8)
  for (let i = 0; i < 8; i++) {
    const n = Number(/\d+$/.exec((await counts.nth(i).textContent()) ?? '')?.[0])
    await counts.nth(i).click()
    await expect(counts.nth(i)).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('heading', { level: 2 })).toContainText(`，${n}个`)
    await expect(page.locator('main li')).toHaveCount(Math.min(n, 20))
  }
  const filter = page.getByRole('form', { name: '选择比什么' })
  await filter.getByLabel('从').fill('2026-11-09')
  await filter.getByRole('button', { name: '比较' }).click()
  await expect(page).toHaveURL(/from=2026-11-09/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('11-09以来')
})
