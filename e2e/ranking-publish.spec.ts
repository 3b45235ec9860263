import { CLOSED_CLAIM, CLOSED_OFFICE, CLOSED_SIGNER, closeMonth } from './closed-month'
import { expect, PASSWORD, signIn, test } from './journey'

// The office of a district nobody else's journey is about; what it publishes stays published.
test.describe.configure({ mode: 'serial' })

const MONTH = '/ranking?month=2026-10&table=AGENCY'

test.beforeAll(closeMonth)

test('a month with an undecided objection is not published, and the page says why', async ({ page }) => {
  await signIn(page, CLOSED_OFFICE, MONTH)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2026年10月部门办理成效排名')
  await expect(page.getByText('还有1件异议没有裁定，裁定完才能发布。')).toBeVisible()
  await expect(page.getByRole('button', { name: /^签发第/ })).toHaveCount(0)
})

test('the office decides it, signs version 1, and from then on the month has a checksum and no second signature', async ({
  page,
  context,
}) => {
  await signIn(page, CLOSED_OFFICE, MONTH)
  const objection = page.locator('#objections').getByRole('listitem').filter({ hasText: CLOSED_CLAIM })
  await objection.getByLabel('理由').fill('停机公告只到上午，维持原计分')
  await objection.getByRole('button', { name: /^不采纳：/ }).click()
  await expect(objection.getByText(/停机公告只到上午/)).toBeVisible()

  // Somebody else of the office has the same month open, about to sign it as well.
  const other = await context.newPage()
  await other.goto(MONTH)
  await other.getByText('发布2026年10月排名', { exact: true }).click()
  await expect(other.getByRole('button', { name: '签发第1版' })).toBeVisible()

  await page.goto(MONTH)
  await page.getByText('发布2026年10月排名', { exact: true }).click()
  // Whoever finds a session open does not sign: the password once more, and a wrong one counts.
  const proof = page.getByLabel('再输一次登录密码')
  await page.getByRole('button', { name: '签发第1版' }).click()
  await expect(page.getByText('请再确认一次是您本人。')).toBeVisible()
  await proof.fill('not the password')
  await page.getByRole('button', { name: '签发第1版' }).click()
  await expect(page.getByText('密码不对。')).toBeVisible()
  await expect(proof).toHaveValue('')
  await proof.fill(PASSWORD)
  await page.getByRole('button', { name: '签发第1版' }).click()
  await page.waitForURL(/just=published/)
  await expect(page.getByText('已签发，从现在起不会再变。')).toBeVisible()
  await expect(page.getByText(new RegExp(`第1版，.+ 发布，${CLOSED_SIGNER}签发`))).toBeVisible()
  await expect(page.getByText(/^校验码 [0-9A-F]{4}-[0-9A-F]{4}$/)).toBeVisible()
  await expect(page.getByText('发布2026年10月排名', { exact: true })).toHaveCount(0)

  await other.getByRole('button', { name: '签发第1版' }).click()
  await expect(other.getByRole('form', { name: '发布' }).getByRole('alert')).toContainText('已经发布')

  await page.goto('/ranking/2026-10/bulletin')
  await expect(page.getByText(/底稿/)).toHaveCount(0)
  await expect(page.locator('.gw-foot')).toContainText(CLOSED_SIGNER)
})
