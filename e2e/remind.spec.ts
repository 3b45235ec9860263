import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

test('the office asks about a project in its row; its steward finds it, answers with one press, and the office sees so', async ({
  page,
  browser,
  baseURL,
}) => {
  const steward = await browser.newPage({ baseURL })
  await signIn(steward, 'steward')
  const own = await steward.locator('aside a[href$="/update"]').first().locator('span').first().textContent()
  const project = own ?? ''

  await signIn(page, 'office')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('还没报')
  await page.goto(`/projects?view=unreported&q=${encodeURIComponent(project)}&pick=all`)
  await page.getByRole('button', { name: '批量催办' }).click()
  await page.waitForURL(/\/projects\/remind/)
  // Coming from the unreported, the week's progress is meant.
  await expect(page.getByRole('button', { name: '本周进展' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('row').filter({ hasText: project })).toContainText('告知')
  await page.getByLabel('带一句话').fill('周四前请报')
  await page.getByRole('button', { name: '催办1项' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已催1项，全部成功' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: project })).toContainText(/\d\d:\d\d 已告知/)

  await steward.goto('/')
  const inbox = steward.getByRole('listitem').filter({ hasText: '周四前请报' })
  await expect(inbox).toContainText(project)
  await inbox.getByRole('button', { name: `知道了：${project}` }).click()
  await expect(inbox).toContainText('已看')
  await page.goto('/')
  const sent = page.locator('#sent li').filter({ hasText: project })
  await expect(sent).toContainText('已看，没回')
  await inbox.getByRole('button', { name: `本周无变化：${project}` }).click()
  await expect(steward.getByText('周四前请报')).toHaveCount(0)
  await page.reload()
  await expect(sent).toContainText('已有动作')
  await steward.close()
})

test('one press in the row tells whoever holds it, and the row says who; a second time is not offered', async ({
  page,
}) => {
  await signIn(page, 'office')
  const ask = page.getByRole('button', { name: /^问一句：/ }).first()
  const label = (await ask.getAttribute('aria-label')) ?? ''
  const [, project = '', to = ''] = /^问一句：(.+)，告知(.+)$/.exec(label) ?? []
  await ask.click()
  const row = page.getByRole('listitem').filter({ hasText: project }).filter({ hasText: '已告知' })
  await expect(row.first()).toContainText(`已告知${to}`)
  await expect(page.getByRole('button', { name: label })).toHaveCount(0)
})

test('every figure of the office opens its rows', async ({ page }) => {
  await signIn(page, 'office')
  const heading = page.getByRole('heading', { level: 1 })
  const unreported = heading.getByRole('link', { name: /还没报/ })
  const n = /\d+/.exec((await unreported.textContent()) ?? '')?.[0] ?? ''
  await unreported.click()
  await expect(page.getByText(`共${n}条`)).toBeVisible()
  await page.goto('/')
  const red = heading.getByRole('link', { name: /转红/ })
  const many = Number(/\d+/.exec((await red.textContent()) ?? '')?.[0])
  await red.click()
  await expect(page.locator('#list li')).toHaveCount(many)
})

test('a leader says a sentence to whoever holds a red project; the handler finds it first and answers', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'leader')
  await expect(page.getByRole('heading', { name: '红灯，和要您做的事' })).toBeVisible()
  const say = page.locator('summary').filter({ hasText: '说一句' }).first()
  await say.click()
  const form = page.getByRole('form', { name: /^说一句：/ }).first()
  const to = ((await form.getByRole('button').textContent()) ?? '').replace('发给', '')
  await form.getByRole('button').click()
  await expect(form.getByText('请写一句话。').first()).toBeVisible()
  await form.getByLabel('要他做什么').fill('周三前把办结日期报我')
  await form.getByLabel('什么时候要').fill('2026-11-25')
  await form.getByRole('button').click()
  const said = page.locator('#sent li').filter({ hasText: '周三前把办结日期报我' })
  await expect(said).toContainText('没看')
  await expect(said).toContainText(to)

  const names = ['agency', 'agency2', 'agencyhead', 'steward']
  for (const name of names) {
    const other = await browser.newPage({ baseURL })
    await signIn(other, name)
    const line = other.locator('#inbox li').filter({ hasText: '周三前把办结日期报我' })
    if ((await line.count()) > 0) {
      await line.locator('summary').click()
      await line.getByLabel('答复').fill('周三办结')
      await line.getByRole('button', { name: /^发给/ }).click()
      await expect(other.getByText('周三前把办结日期报我')).toHaveCount(0)
      await other.close()
      await page.reload()
      await expect(said).toContainText('答复：周三办结')
      return
    }
    await other.close()
  }
  throw new Error(`nobody of ${names.join()} was told; ${to} should have been`)
})

test('a leader’s sentence is enough: what it says stands below before it goes, and then among what he said', async ({
  page,
}) => {
  await signIn(page, 'leader')
  const project = (await page.locator('#reds li a[href^="/projects/0"]').first().textContent()) ?? ''
  const box = page.getByRole('form', { name: '说一句，就派下去' })
  await box.getByRole('textbox').fill('周三前报一次进度')
  await box.getByRole('button', { name: '看派给谁' }).click()
  await expect(page.getByText('没认出是您的哪个项目。')).toBeVisible()
  await expect(box.getByRole('textbox')).toHaveValue('周三前报一次进度')
  const text = `${project}让住建局周三前报一次进度`
  await box.getByRole('textbox').fill(text)
  await box.getByRole('button', { name: '看派给谁' }).click()
  const read = page.getByRole('form', { name: '派下去' })
  await expect(read.getByRole('definition').filter({ hasText: project })).toBeVisible()
  await expect(read.getByRole('definition').filter({ hasText: '住建局' })).toBeVisible()
  await expect(read.getByRole('definition').filter({ hasText: '11-25' })).toBeVisible()
  await read.getByRole('button', { name: '派下去' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已派下去' })).toBeVisible()
  await expect(page.locator('#sent li').filter({ hasText: text })).toContainText('没看')
})

test('a task force and a street find their own, and every steward’s number opens his rows', async ({ page }) => {
  await signIn(page, 'taskforce')
  await expect(page.getByRole('heading', { level: 2, name: /^红黄\d+个/ })).toBeVisible()
  const number = page.getByRole('link', { name: /，项目\d+个$/ }).first()
  const n = (await number.textContent()) ?? ''
  await number.click()
  await expect(page.getByText(`共${n}条`)).toBeVisible()
})
