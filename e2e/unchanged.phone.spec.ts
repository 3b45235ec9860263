import { expect, signIn, test } from './journey'

test('no change says for which projects, and one tap takes it back', async ({ page }) => {
  // A thumb is faster than this machine may be: the bar stays until it is used.
  await page.addInitScript(() => {
    const later = window.setTimeout
    window.setTimeout = ((run: TimerHandler, ms?: number, ...rest: unknown[]) =>
      ms === 6000 ? 0 : later(run, ms, ...rest)) as typeof window.setTimeout
  })
  await signIn(page, 'steward22')
  const strip = page.getByText(/本周还有\d+个项目没报/)
  const before = await strip.textContent()
  const said = page.getByRole('region', { name: '刚做的' })
  await page
    .getByRole('button', { name: /^(都)?无变化$/ })
    .last()
    .tap()
  await expect(said.getByText(/已记本周无变化：/)).toBeVisible()
  await expect(page.getByText('本周都报了')).toBeVisible()
  await said.getByRole('button', { name: '撤销' }).tap()
  await expect(said.getByText('已撤回。')).toBeVisible()
  await expect(strip).toHaveText(before ?? '')

  await page
    .getByRole('button', { name: /^无变化，/ })
    .first()
    .tap()
  await expect(said.getByText(/已记本周无变化：/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '今天已记无变化 1 个' })).toBeVisible()
})
