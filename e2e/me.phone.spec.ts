import { expect, signIn, test } from './journey'

test('on a phone one’s own page is a way in, and extra large type breaks no line out of the screen', async ({
  page,
}) => {
  await signIn(page, 'taskforce')
  const bar = page.getByRole('navigation', { name: '主导航' }).last()
  await bar.getByText('更多', { exact: true }).click()
  await bar.getByRole('link', { name: '我的', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '我的' })).toBeVisible()
  await page.getByLabel('字号').selectOption('150')
  await page.getByRole('form', { name: '显示' }).getByRole('button', { name: '保存' }).click()
  await expect(page.locator('html')).toHaveClass('text-150')
  for (const path of ['/', '/me', '/projects', '/procedures', '/warnings']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over, path).toBeLessThanOrEqual(0)
  }
})
