import { expect, signIn, test } from './journey'

test('a week’s figure says what it is seen beside, is asked about when it cannot be, and is corrected with a trace', async ({
  page,
}) => {
  await signIn(page, 'steward18', '/projects?view=mine&stage=CONSTRUCTION')
  await page.locator('main a[href^="/projects/0"]:visible').first().click()
  await page.getByRole('link', { name: '登记进展' }).click()
  await page.waitForURL(/\/update$/)
  const update = page.url()
  const money = page.getByRole('textbox', { name: /本周完成投资/ })
  const save = page.getByRole('button', { name: '保存进展' })
  await expect(page.getByText(/本年累计完成.*总投资/)).toBeVisible()
  await page.getByRole('textbox', { name: /^本周进展/ }).fill('二层砌筑完成')

  await money.fill('约三千')
  await save.click()
  await expect(page.getByText('“约三千”不是金额。')).toBeVisible()
  await expect(page.getByText('3200万、1.2亿元')).toBeVisible()
  await money.fill('999999999')
  await save.click()
  await expect(page.getByText(/一笔金额到不了这么多/)).toBeVisible()
  await money.fill('3000000')
  await save.click()
  await expect(page.getByText(/是不是按元填的？按元就是300万元/)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /数字没错/ })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^本周进展/ })).toHaveValue('二层砌筑完成')
  await money.fill('10万元')
  await save.click()
  await page.waitForURL(/saved=update/)

  await page.goto(update)
  await expect(page.getByText(/本周已记10万元.*替换/)).toBeVisible()
  await expect(money).toHaveValue('10')
  await expect(page.getByRole('textbox', { name: /^本周进展/ })).toHaveValue('二层砌筑完成')
  await money.fill('12')
  await save.click()
  await page.waitForURL(/saved=update/)
  await expect(page.getByText('本周完成投资由10万元改为12万元')).toBeVisible()
})

test('a figure that is odd and right is ticked, and counts', async ({ page }) => {
  await signIn(page, 'steward9', '/projects?view=mine&stage=CONSTRUCTION')
  await page.locator('main a[href^="/projects/0"]:visible').first().click()
  await page.getByRole('link', { name: '登记进展' }).click()
  await page.waitForURL(/\/update$/)
  await page.getByRole('textbox', { name: /^本周进展/ }).fill('设备款一次付清')
  await page.getByRole('textbox', { name: /本周完成投资/ }).fill('300,000')
  await page.getByRole('button', { name: '保存进展' }).click()
  const right = page.getByRole('checkbox', { name: /数字没错/ })
  await right.check()
  await page.getByRole('button', { name: '保存进展' }).click()
  await page.waitForURL(/saved=update/)
  await expect(page.getByText('本周完成投资30.00亿元')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('no change is acknowledged, and taken back from a list that stays', async ({ page }) => {
    await signIn(page, 'steward7')
    await page
      .getByRole('button', { name: /^无变化，/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: '今天已记无变化 1 个' })).toBeVisible()
    await page.getByRole('button', { name: /^撤销.*的无变化$/ }).click()
    await expect(page.getByRole('heading', { name: /今天已记无变化/ })).toHaveCount(0)
  })
})
