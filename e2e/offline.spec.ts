import { inBothThemes } from './barriers'
import { expect, signIn, test } from './journey'

test.use({ serviceWorkers: 'allow', cut: true })

test.describe('without a connection', () => {
  test('a page that cannot be opened says so in words, names what waits, and opens by itself', async ({
    page,
    context,
  }) => {
    await signIn(page, 'steward9')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await page.reload()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    await context.setOffline(true)
    await page
      .getByRole('button', { name: /^无变化，/ })
      .first()
      .click()
    await expect(page.getByText('没有连上网，已存在这台设备上')).toBeVisible()
    await page.goto('/rules')
    await expect(page.getByRole('heading', { name: '没有连上网' })).toBeVisible()
    await expect(page.getByText('No connection.')).toBeVisible()
    await expect(page.getByText('1项写好了，还没发出')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: '本周无变化' })).toBeVisible()
    await inBothThemes(page, 'no connection')
    // Nothing of the district is kept for this.
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    await context.setOffline(false)
    await expect(page.getByRole('heading', { level: 1, name: '规则与参数' })).toBeVisible()
    await expect(page.getByRole('region', { name: '还没发出的' }).getByText('已记下')).toBeVisible()
  })
})

test('a page older than the server says so, and carries what was typed into the new one', async ({ page }) => {
  await signIn(page, 'steward13', '/projects?view=mine')
  const project = await page.locator('tbody a[href^="/projects/0"]').first().getAttribute('href')
  await page.goto(`${project}/edit`)
  const note = page.getByLabel('备注')
  await note.fill('换新版前写的')
  // As a server of another build answers: it does not know the action.
  await page.route('**/*', (route) => {
    const headers = route.request().headers()
    return headers['next-action']
      ? route.continue({ headers: { ...headers, 'next-action': `40${'0'.repeat(40)}` } })
      : route.fallback()
  })
  await page.getByRole('button', { name: '保存' }).click()
  const alert = page.getByRole('alert').filter({ hasText: '系统刚更新过' })
  await expect(alert).toBeVisible()
  await expect(note).toHaveValue('换新版前写的')
  await page.unrouteAll()
  await alert.getByRole('button', { name: '换成新页面，带上我写的' }).click()
  await expect(alert).toBeHidden()
  await expect(note).toHaveValue('换新版前写的')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存。', { exact: true })).toBeVisible()
})

test('what a phone keeps reaches a newer server by itself', async ({ page }) => {
  await signIn(page, 'steward16')
  const strip = page.getByRole('heading', { name: /本周还没报/ })
  const before = Number(/\d+/.exec((await strip.textContent()) ?? '')?.[0])
  await page.route('**/*', (route) => {
    const headers = route.request().headers()
    return headers['next-action']
      ? route.continue({ headers: { ...headers, 'next-action': `40${'0'.repeat(40)}` } })
      : route.fallback()
  })
  await page
    .getByRole('button', { name: /^无变化，/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: '还没发出的' }).getByText('已记下')).toBeVisible()
  // The last of a steward's projects leaves no number.
  const said = before > 1 ? `本周还没报 ${before - 1} 个项目` : '本周都报了'
  await expect(page.getByText(said).first()).toBeVisible()
})
