import { expect, signIn, test } from './journey'

test.describe('a phone without a connection', () => {
  test.use({ cut: true })

  test('keeps what was confirmed, sends it once when the connection is back, and says so', async ({
    page,
    context,
  }) => {
    await signIn(page, 'steward3')
    await expect(page.getByText(/本周还有\d+个项目没报/)).toBeVisible()
    const before = Number(/\d+/.exec((await page.getByText(/本周还有\d+个项目没报/).textContent()) ?? '')?.[0])
    await context.setOffline(true)
    await page
      .getByRole('button', { name: /^无变化，/ })
      .first()
      .click()
    await expect(page.getByText('没有连上网，已存在这台设备上；连上后自动发出，只记一次。')).toBeVisible()
    const kept = page.getByRole('region', { name: '还没发出的' })
    await expect(kept.getByText(/本周无变化/)).toBeVisible()
    // Tapped again and again, it stays one.
    await page
      .getByRole('button', { name: /^无变化，/ })
      .first()
      .click()
    await expect(kept.getByRole('listitem')).toHaveCount(1)
    await context.setOffline(false)
    await expect(kept.getByText('已记下')).toBeVisible()
    await kept.getByRole('button', { name: '知道了' }).click()
    await expect(page.getByText(new RegExp(`本周还有${before - 1}个项目没报`))).toBeVisible()
  })

  test('what was just recorded and what waits to be sent lie beside each other, and above the foot', async ({
    page,
  }) => {
    await signIn(page, 'steward3')
    await expect(page.getByRole('button', { name: /^无变化，/ }).first()).toBeVisible()
    await page.waitForFunction(() => sessionStorage.getItem('outbox-owner'))
    // A form kept so long ago that its page is forgotten: it stays until its owner drops it.
    await page.evaluate(() => {
      const owner = sessionStorage.getItem('outbox-owner')
      const entry = { form: 'unchanged', label: '云创中心 本周无变化', key: 'old', at: 0, fields: [['formKey', 'old']] }
      localStorage.setItem(`outbox.${owner}`, JSON.stringify([entry]))
    })
    await page.reload()
    const kept = page.getByRole('region', { name: '还没发出的' })
    await expect(kept.getByText('云创中心 本周无变化')).toBeVisible()
    await page
      .getByRole('button', { name: /^无变化，/ })
      .first()
      .click()
    const said = page.getByRole('region', { name: '刚做的' })
    const undo = said.getByRole('button', { name: '撤销' })
    // The bar stays while a pointer is on it.
    await undo.hover()
    await expect(kept).toBeVisible()
    const [bar, list, foot] = await Promise.all([
      said.boundingBox(),
      kept.boundingBox(),
      page.getByRole('navigation', { name: '主导航' }).last().boundingBox(),
    ])
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(list?.y ?? 0)
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)
    await undo.click()
    await expect(undo).toBeHidden()
    await kept.getByRole('button', { name: '不发了' }).click()
    await expect(kept).toBeHidden()
  })

  test('a browser that was closed before the answer came tells what became of it', async ({ page, context }) => {
    await signIn(page, 'steward4')
    const told = /本周还有\d+个项目没报/.exec((await page.getByText(/本周还有/).textContent()) ?? '')?.[0] ?? ''
    expect(told).not.toBe('')
    // The request arrives, its answer does not.
    await page.route('**/*', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page
      .getByRole('button', { name: /^无变化，/ })
      .first()
      .click()
    await expect(page.getByText(/已存在这台设备上/)).toBeVisible()
    await page.close()
    const again = await context.newPage()
    await again.goto('/')
    const kept = again.getByRole('region', { name: '还没发出的' })
    await expect(kept.getByText('已记下')).toBeVisible()
    await expect(again.getByText(told)).toHaveCount(0)
    await again.reload()
    await expect(again.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(kept).toBeHidden()
  })

  test('a sentence that could not be sent stays in its field, and is sent once', async ({ page, context }) => {
    await signIn(page, 'steward3', '/projects?view=mine')
    await page.locator('main li a[href^="/projects/0"]:visible').first().click()
    await page
      .getByRole('link', { name: /登记|进展/ })
      .first()
      .click()
    await page.getByRole('textbox', { name: /本周进展/ }).fill('幕墙龙骨安装过半')
    await context.setOffline(true)
    await page.getByRole('button', { name: '保存进展' }).click()
    await expect(page.getByText(/已存在这台设备上/)).toBeVisible()
    await expect(page.getByRole('textbox', { name: /本周进展/ })).toHaveValue('幕墙龙骨安装过半')
    await context.setOffline(false)
    await expect(page.getByText('已记下')).toBeVisible()
    await expect(page.getByText(/已存在这台设备上/)).toHaveCount(0)
    await expect(page.getByRole('button', { name: '保存进展' })).toBeVisible()
  })

  test('a figure that is asked about once it arrives is answered where it is kept', async ({ page, context }) => {
    await signIn(page, 'steward10', '/projects?view=mine&stage=CONSTRUCTION')
    await page.locator('main li a[href^="/projects/0"]:visible').first().click()
    await page
      .getByRole('link', { name: /登记|进展/ })
      .first()
      .click()
    await page.getByRole('textbox', { name: /^本周进展/ }).fill('设备到场')
    await page.getByRole('textbox', { name: /本周完成投资/ }).fill('3,000,000')
    await context.setOffline(true)
    await page.getByRole('button', { name: '保存进展' }).click()
    await expect(page.getByText(/已存在这台设备上/)).toBeVisible()
    await context.setOffline(false)
    const kept = page.getByRole('region', { name: '还没发出的' })
    await expect(kept.getByText(/是不是按元填的/)).toBeVisible()
    await kept.getByRole('button', { name: '数字没错，就按这个记' }).click()
    await expect(kept.getByText('已记下')).toBeVisible()
  })
})

test('a dictated sentence is sorted into the fields, and saved after a look', async ({ page }) => {
  await signIn(page, 'steward3', '/projects?view=mine')
  await page.locator('main li a[href^="/projects/0"]:visible').nth(1).click()
  await page
    .getByRole('link', { name: /登记|进展/ })
    .first()
    .click()
  const said = page.getByRole('textbox', { name: /贴一段话/ })
  await said.fill('没有变化')
  await page.getByRole('button', { name: '分到各栏' }).click()
  await expect(page.getByText(/您说的是没有变化/)).toBeVisible()
  await expect(page.getByText('已按您的话填好，请核对后保存。')).toHaveCount(0)
  await said.fill('完成投资3200万,外立面下周进场')
  await page.getByRole('button', { name: '分到各栏' }).click()
  await expect(page.getByText('已按您的话填好，请核对后保存。')).toBeVisible()
  // What was said stands in no address.
  expect(page.url()).not.toContain('said')
  await expect(page.getByRole('textbox', { name: /本周进展/ })).toHaveValue('')
  await expect(page.getByRole('textbox', { name: /下步打算/ })).toHaveValue('外立面下周进场')
  await expect(page.getByRole('textbox', { name: /本周完成投资/ })).toHaveValue('3200')
  // What was filled in is a draft as what is typed.
  await page.reload()
  await expect(page.getByRole('textbox', { name: /本周进展/ })).toHaveValue('')
  await expect(page.getByRole('textbox', { name: /下步打算/ })).toHaveValue('外立面下周进场')
  await expect(page.getByRole('textbox', { name: /本周完成投资/ })).toHaveValue('3200')
  await page.getByRole('button', { name: '保存进展' }).click()
  await page.waitForURL(/\/projects\/[^/]+$/)
  await expect(page.getByText('外立面下周进场').first()).toBeVisible()
  // The money is typed once and makes the week's sentence.
  await expect(page.getByText('本周完成投资3200万元').first()).toBeVisible()
})
