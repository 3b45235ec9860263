import { violations } from './barriers'
import { expect, PASSWORD, signInAnew, test } from './journey'
import { strangeWords } from './look'

const ALL = '/api/export/procedures'

for (const javaScriptEnabled of [true, false])
  test(`more than 500 rows with names ask once more who takes them${javaScriptEnabled ? '' : ', without a script'}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled, locale: 'zh-CN' })
    const page = await context.newPage()
    await signInAnew(page, 'head', '/projects')
    // A short list is handed out.
    expect((await page.request.get(`${ALL}?level=RED`, { maxRedirects: 0 })).status()).toBe(200)
    await page.goto(ALL)
    await expect(page).toHaveURL(/\/prove\?next=%2Fapi%2Fexport%2Fprocedures/)
    await expect(page.getByRole('heading', { level: 1, name: '再确认一次是您本人' })).toBeVisible()
    if (javaScriptEnabled) {
      expect(await violations(page)).toEqual([])
      expect(await strangeWords(page, 'zh-CN')).toEqual([])
    }
    const proof = page.getByLabel('再输一次登录密码')
    const confirm = page.getByRole('button', { name: '确认' })
    await confirm.click()
    await expect(page.getByText('请再确认一次是您本人。')).toBeVisible()
    await proof.fill('not the password')
    await confirm.click()
    await expect(page.getByText('密码不对。')).toBeVisible()
    await expect(proof).toHaveValue('')
    await proof.fill(PASSWORD)
    await confirm.click()
    await expect(page.getByText('已确认，10分钟内不再问。')).toBeVisible()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载文件' }).click()
    expect((await coming).suggestedFilename()).toMatch(/^手续办理台账_20261123.*\.xlsx$/)
    // Another session of his has proved nothing.
    const other = await browser.newContext({ baseURL, locale: 'zh-CN' })
    const elsewhere = await other.newPage()
    await signInAnew(elsewhere, 'head', '/me')
    const answer = await elsewhere.request.get(ALL, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([303, expect.stringContaining('/prove?next=')])
    await other.close()
    await context.close()
  })

test('a telephone is changed after the password once more; what was typed stays', async ({ page }) => {
  await signInAnew(page, 'steward18', '/me')
  const phone = page.getByRole('textbox', { name: '电话' })
  const before = await phone.inputValue()
  await phone.fill('13800000018')
  await page.getByRole('button', { name: '改电话' }).click()
  await expect(page.getByText('请再确认一次是您本人。')).toBeVisible()
  await expect(phone).toHaveValue('13800000018')
  await page.getByLabel('再输一次登录密码').fill(PASSWORD)
  await page.getByRole('button', { name: '改电话' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  // For a while it is not asked again.
  await expect(page.getByLabel('再输一次登录密码')).toHaveCount(0)
  await phone.fill(before)
  await page.getByRole('button', { name: '改电话' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
})

// Nobody else signs in as this steward: he stays locked out for a quarter of an hour.
test('five wrong old passwords lock as five wrong ones at sign-in do, here and there', async ({ page }) => {
  await signInAnew(page, 'steward20')
  await page.goto('/password')
  const tryOld = async (old: string) => {
    await page.getByLabel('原密码').fill(old)
    await page.getByLabel('新密码', { exact: true }).fill('Own-Steward-2026')
    await page.getByLabel('再输一次新密码').fill('Own-Steward-2026')
    const sent = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: '保存' }).click()
    await sent
  }
  for (let i = 0; i < 4; i++) {
    await tryOld(`wrong ${i}`)
    await expect(page.getByText('密码不对。连续输错5次锁定15分钟。')).toBeVisible()
  }
  await tryOld('wrong 4')
  const locked = /已经锁定。请过1[45]分钟再试/
  await expect(page.getByText(locked)).toBeVisible()
  await tryOld(PASSWORD)
  await expect(page.getByText(locked)).toBeVisible()
  await page.goto(`/prove?next=${encodeURIComponent(ALL)}`)
  await page.getByLabel('再输一次登录密码').fill(PASSWORD)
  await page.getByRole('button', { name: '确认' }).click()
  await expect(page.getByText(locked)).toBeVisible()
})
