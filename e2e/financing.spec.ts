import { violations } from './barriers'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

/** What the enterprise asks for: no other need of the demo has this amount. */
const WAN = '1234.5'
let path = ''

test('an enterprise files a need; what is odd is asked about, and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'contact')
  await page.getByRole('link', { name: '填报融资需求' }).click()
  await page.waitForURL(/\/financing\/new/)
  expect(await violations(page)).toEqual([])
  const form = page.getByRole('form', { name: '填报融资需求' })
  await form.getByLabel('申请金额，万元').fill('1234500')
  await form.getByLabel('期限，月').fill('36')
  await form.getByLabel('用途').selectOption({ label: '设备更新' })
  await form.getByLabel('担保方式').selectOption({ label: '抵押' })
  await form.getByLabel('抵质押物或保证人').fill('新购设备')
  await form.getByRole('button', { name: '提交需求' }).click()
  await expect(form.getByText('是不是按元填的')).toBeVisible()
  await expect(form.getByLabel('抵质押物或保证人')).toHaveValue('新购设备')
  await form.getByLabel('申请金额，万元').fill(WAN)
  await form.getByRole('button', { name: '提交需求' }).click()
  await page.waitForURL(/\/financing\/0/)
  path = new URL(page.url()).pathname
  await expect(page.getByRole('heading', { level: 1 })).toContainText('设备更新 1,234.50万元')
  // Until the office has checked it, whoever filed it corrects it.
  await page.getByRole('link', { name: '更正需求' }).click()
  const amend = page.getByRole('form', { name: '更正需求' })
  await expect(amend.getByLabel('申请金额，万元')).toHaveValue('1234.5')
  await amend.getByLabel('期限，月').fill('30')
  await amend.getByRole('button', { name: '保存更正' }).click()
  await page.waitForURL(path)
  await expect(page.getByText('更正过 1 次')).toBeVisible()
})

test('the office checks it and recommends it to a bank, by what banks say of their products', async ({ page }) => {
  await signIn(page, 'office', path)
  const check = page.getByRole('form', { name: '五项标准核验' })
  for (const standard of ['合规持续经营', '固定经营场所', '真实融资需求', '信用状况良好', '贷款用途依法合规'])
    await check.getByLabel(standard).selectOption({ label: '符合' })
  await check.getByRole('button', { name: '提交核验' }).click()
  await expect(page.locator('main header b').first()).toHaveText('核验通过')
  const match = page.getByRole('region', { name: '推荐给银行' })
  await expect(match.getByText('金额 符合').first()).toBeVisible()
  await match.getByRole('button', { name: '推荐给演示银行' }).click()
  await expect(page.locator('main header b').first()).toHaveText('推荐')
})

test('the bank sees nothing of it before the enterprise agrees', async ({ page }) => {
  await signIn(page, 'bank')
  expect((await page.goto(path))?.status()).toBe(404)
  await expect(page.getByText('企业的授权已收回或到期')).toBeVisible()
})

test('the enterprise sees what the bank will see, and agrees', async ({ page }) => {
  await signIn(page, 'contact', path)
  await page.getByText('先看这家银行会看到什么').click()
  await expect(page.getByText('银行看不到').first()).toBeVisible()
  await page.getByRole('button', { name: '授权给演示银行' }).click()
  await expect(page.getByRole('button', { name: '收回对演示银行的授权' })).toBeVisible()
})

test('the bank takes it on, decides, signs and pays in a press each', async ({ page }) => {
  await signIn(page, 'bank', `/?need=${path.split('/').at(-1)}`)
  expect(await violations(page)).toEqual([])
  const beside = page.getByRole('complementary')
  await beside.getByRole('button', { name: '接下这笔需求' }).click()
  const contacted = beside.getByRole('button', { name: '登记已联系企业' })
  await contacted.click()
  await expect(contacted).toHaveCount(0)
  const grant = beside.getByRole('form', { name: '同意授信，演示银行' })
  await grant.getByLabel('授信额度，万元').fill('1000')
  await grant.getByLabel('年利率，%').fill('3.45')
  await grant.getByRole('button', { name: '提交授信结论' }).click()
  await expect(grant.getByText('授信比申请少，请选择一个原因')).toBeVisible()
  await grant.getByLabel('授信少于申请时的原因').selectOption({ label: '抵押物评估价不足' })
  await grant.getByRole('button', { name: '提交授信结论' }).click()
  const sign = beside.getByRole('form', { name: '登记签约，演示银行' })
  await sign.getByRole('button', { name: '登记签约' }).click()
  await expect(beside.getByRole('form', { name: '登记放款，演示银行' })).toBeVisible()
  await page.goto(path)
  await page.getByText('办理 演示银行').click()
  const pay = page.getByRole('form', { name: '登记放款，演示银行' })
  await pay.getByLabel('放款金额，万元').fill('600')
  await pay.getByLabel('新增还是续贷').selectOption({ label: '新增' })
  await pay.getByRole('button', { name: '登记放款' }).click()
  await expect(page.locator('main header b').first()).toHaveText('放款')
})

test('each level of money stands in its own column, and leaders read the totals', async ({ page }) => {
  await signIn(page, 'office', '/financing?state=PAID')
  const row = page.getByRole('row').filter({ hasText: '1,234.50' })
  await expect(row).toContainText('1,000.00')
  await expect(row).toContainText('600.00')
  await page.context().clearCookies()
  await signIn(page, 'head', '/financing')
  await expect(page.getByText('5.41亿元')).toBeVisible()
})

test('the word is taken back, and the page a bank has open says so', async ({ page, browser }) => {
  await signIn(page, 'bank', path)
  await page.getByText('办理 演示银行').click()
  const other = await browser.newContext()
  const contact = await other.newPage()
  await signIn(contact, 'contact', path)
  await contact.getByRole('button', { name: '收回对演示银行的授权' }).click()
  await expect(contact.getByText('11-23 收回')).toBeVisible()
  await other.close()
  const pay = page.getByRole('form', { name: '登记放款，演示银行' })
  await pay.getByLabel('放款金额，万元').fill('100')
  await pay.getByLabel('新增还是续贷').selectOption({ label: '新增' })
  await pay.getByRole('button', { name: '登记放款' }).click()
  await expect(page.getByText('企业已收回对贵行的授权').first()).toBeVisible()
})

test('money there is none of is no nought in the cards of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'office', '/financing/results')
  const cards = page.getByRole('main').locator('li a[href^="/financing/"]').filter({ visible: true })
  await expect(cards.first()).toBeVisible()
  const noughts = await cards.evaluateAll((all) =>
    all.flatMap((card) =>
      [...card.querySelectorAll('span')].flatMap((span) =>
        [...span.childNodes].filter((node) => node.nodeType === 3 && node.textContent === '0'),
      ),
    ),
  )
  expect(noughts).toHaveLength(0)
})
