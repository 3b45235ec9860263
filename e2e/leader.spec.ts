import { expect, signIn, test } from './journey'

test('a leader reads why a project is red and whose move it is, and is offered nothing he may not do', async ({
  page,
}) => {
  await signIn(page, 'leader', '/projects?level=RED')
  await page.locator('tbody a').first().click()
  await expect(page.getByText('不动会怎样')).toBeVisible()
  await expect(page.getByText('怎样转绿')).toBeVisible()
  await expect(page.getByRole('link', { name: '登记进展' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '项目管理' })).toHaveCount(0)
  await page.getByRole('link', { name: '表格' }).click()
  await page.locator('tbody a[href^="/procedures/"]').first().click()
  await expect(page.getByText('没有您要登记的步骤。').or(page.getByText('已办结，没有下一步。'))).toBeVisible()
})

test('English and dark are one tap away and stay', async ({ page }) => {
  await signIn(page, 'steward19')
  await page.getByText('项目管家', { exact: true }).first().click()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^[\x20-\x7e]+$/)
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/projects')
  await expect(page.getByRole('heading', { name: 'Project ledger' })).toBeVisible()
})

test('printed, the ledger is the table and nothing else', async ({ page }) => {
  await signIn(page, 'leader', '/projects')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByRole('navigation', { name: '主导航' }).first()).toBeHidden()
  // The foot of every sheet says it; there it takes no sheet of its own.
  await page.waitForFunction(() =>
    document.adoptedStyleSheets.some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('演示数据'))),
  )
})
