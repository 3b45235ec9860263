import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

test('finds what wants him, finishes a step, sees the colours follow, and takes it back', async ({ page }) => {
  await signIn(page, 'steward')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('今天要办')
  await page.locator('main a[href^="/procedures/"]:visible').first().click()
  await expect(page.getByText('办到哪一步了？')).toBeVisible()
  const project = (await page.locator('main a[href^="/projects/"]:visible').first().textContent()) ?? ''
  await page.getByRole('link', { name: /^办结/ }).click()
  await expect(page.getByText('确认以后')).toBeVisible()
  await expect(page.getByText(new RegExp(`${project} 由红转`))).toBeVisible()

  await page.getByLabel('发生日期').fill('2026-12-24')
  await page.getByLabel('证照文号').fill('二七消审〔2026〕18号')
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByText(/日期 2026-12-24 还没到/)).toBeVisible()
  await expect(page.getByLabel('证照文号')).toHaveValue('二七消审〔2026〕18号')

  await page.getByLabel('发生日期').fill('2026-11-23')
  await page.getByRole('button', { name: '确认办结' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已登记' })).toBeVisible()
  await expect(page.getByText('二七消审〔2026〕18号')).toBeVisible()
  await expect(page.getByText(/逾期办结/).first()).toBeVisible()

  await page.getByRole('link', { name: project }).click()
  await expect(page.getByRole('heading', { level: 1, name: project })).toBeVisible()
  await expect(page.getByText(/项目由红转/).first()).toBeVisible()

  await page.goBack()
  await page.getByText('撤回“办结”').click()
  await page.getByLabel('原因').fill('文号登错了')
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByText('韩伟子，管家代录，已撤回')).toBeVisible()
  await expect(page.getByText('承诺超期6工作日').first()).toBeVisible()
})

test('moves a plan only with a reason, and it counts', async ({ page }) => {
  await signIn(page, 'steward')
  await page.locator('main a[href^="/procedures/"]:visible').first().click()
  await page.getByText('调整计划').click()
  await page.getByLabel('计划办结').fill('2026-12-18')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('请写明原因。').first()).toBeVisible()
  await expect(page.getByLabel('计划办结')).toHaveValue('2026-12-18')
  await page.getByLabel('调整原因').fill('图纸修改后重新送审')
  await page.getByLabel('批准人（领导小组办公室）').selectOption({ index: 1 })
  await page.getByRole('button', { name: '保存' }).click()
  // What follows is shown first; the colour at least turns with the promise.
  await expect(page.getByText('先看影响，再确认')).toBeVisible()
  await page.getByRole('button', { name: '确认调整' }).click()
  await expect(page.getByRole('region', { name: '待审批' }).getByText(/第1次调整.*12-18/)).toBeVisible()
})

test('reports the week in a sentence, or with one tap', async ({ page }) => {
  await signIn(page, 'steward6')
  const waiting = page.getByRole('heading', { name: /本周还没报/ })
  const before = Number(/\d+/.exec((await waiting.textContent()) ?? '')?.[0])
  await page
    .getByRole('button', { name: /^无变化，/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: `本周还没报 ${before - 1} 个项目` })).toBeVisible()

  await page.locator('aside a[href$="/update"]').first().click()
  await page.getByRole('button', { name: '保存进展' }).click()
  await expect(page.getByText('请写一句进展。')).toBeVisible()
  await page.getByRole('textbox', { name: '本周进展' }).fill('图审意见已回复，等待复审')
  await page.getByLabel(/本周完成投资/).fill('120.5')
  await page.getByRole('button', { name: '保存进展' }).click()
  await expect(page.getByText('图审意见已回复，等待复审').first()).toBeVisible()

  await page.goto('/')
  await page.getByRole('button', { name: /个项目本周都无变化/ }).click()
  await expect(page.getByRole('heading', { name: '本周都报了' })).toBeVisible()
})

test('hands a project over; it stays his until it is accepted, and he can take that back', async ({ page }) => {
  await signIn(page, 'steward')
  const link = page.locator('aside a[href^="/projects/0"]:not([href$="/update"])').last()
  const name = (await link.textContent()) ?? ''
  await link.click()
  await page.getByRole('link', { name: '项目管理' }).click()
  const to = page.getByLabel('接手的管家')
  const option = (await to.locator('option').nth(1).textContent()) ?? ''
  await to.selectOption({ index: 1 })
  await page.getByLabel('交接说明').fill('片区调整')
  await page.getByRole('button', { name: '提出交接' }).click()
  await expect(page.getByText(`已向${option.split('，')[0]}提出交接`)).toBeVisible()
  await page.goto('/projects?view=mine')
  await expect(page.getByRole('link', { name }).first()).toBeVisible()
  // Until it is answered his day and the project's team say so.
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('交接待接收1个')
  await page.getByRole('heading', { level: 1 }).getByRole('link', { name: '交接待接收1个' }).click()
  await page.locator('#handovers').getByRole('link', { name }).click()
  await expect(page.getByRole('region', { name: '1加1加N服务团队' })).toContainText(
    new RegExp(`正在交接给${option.split('，')[0]}，\\S+提出，等对方接收`),
  )
  await page.goto('/')
  await page.getByRole('button', { name: `撤回“${name}”的交接` }).click()
  await expect(page.getByText(`“${name}”交给${option.split('，')[0]}的交接已撤回，管家不变`)).toBeVisible()
  await expect(page.locator('#handovers')).toHaveCount(0)
  // Offered anew, it waits again.
  await page.goto('/projects?view=mine')
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('link', { name: '项目管理' }).click()
  await expect(page.getByRole('button', { name: '提出交接' })).toBeVisible()
})
