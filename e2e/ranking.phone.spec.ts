import { expect, signIn, test } from './journey'

test('the head of an agency reads the table of agencies on a phone, his own unit open below it', async ({ page }) => {
  await signIn(page, 'agencyhead', '/ranking?month=2026-09')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2026年9月部门办理成效排名')
  await expect(page.getByRole('navigation', { name: '排名表' }).getByRole('link')).toHaveText(['部门'])
  const panel = page.getByRole('complementary', { name: '分数从哪来' })
  await expect(panel.getByRole('link', { name: /^看全部\d+件$/ })).toBeVisible()
  const others = page.locator('main tbody').first().getByRole('link')
  const other = others.and(page.locator(':not([aria-current])')).first()
  const name = (await other.textContent()) ?? ''
  await other.tap()
  // Another unit's components are his to see, its rows are not.
  await expect(panel.getByText(name, { exact: true })).toBeInViewport()
  await expect(panel.getByRole('link', { name: /^看全部/ })).toHaveCount(0)
  await expect(panel.getByRole('link', { name: '提异议' })).toHaveCount(0)
})
