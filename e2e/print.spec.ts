import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'

/** Number of sheets and their size in points, as the browser prints the page. */
async function printed(page: Page): Promise<{ sheets: number; sizes: string[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)]
  const sizes = boxes.map(([, w, h]) => [w, h].map((points) => Math.round(Number(points) / 2.835)).join('×'))
  return { sheets: boxes.length, sizes: [...new Set(sizes)] }
}

test('lists, a project and its chart print without the frame, heads repeat, colours read in grey', async ({ page }) => {
  await signIn(page, 'office', '/projects?view=warned')
  const project = (await page.locator('tbody a[href^="/projects/0"]').first().getAttribute('href')) ?? ''
  for (const path of [
    '/projects/print?view=warned&paper=a4',
    '/projects?view=warned',
    '/procedures',
    project,
    '/projects?show=gantt',
  ]) {
    await page.goto(path)
    await expect(page.locator('h1').first()).toBeAttached()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav:visible, .shell-frame:visible').count(), `frame ${path}`).toBe(0)
    const found = await page.evaluate(() => {
      const heads = [...document.querySelectorAll('thead')].filter((head) => head.getClientRects().length > 0)
      const marks = [...document.querySelectorAll('.lamp')].filter((mark) => mark.getClientRects().length > 0)
      return {
        heads: heads.map((head) => getComputedStyle(head).display),
        poor: marks.filter((mark) => !mark.textContent?.trim() || !mark.querySelector('svg')).length,
        marks: marks.length,
      }
    })
    expect(new Set([...found.heads, 'table-header-group']).size, `heads ${path}`).toBe(1)
    expect(found.poor, `marks ${path}`).toBe(0)
    expect(found.marks, `marks ${path}`).toBeGreaterThan(0)
    // The page's foot needs the script that writes it, which comes after the page.
    await page.waitForFunction(() =>
      document.adoptedStyleSheets.some((sheet) =>
        [...sheet.cssRules].some((rule) => /counter\(pages?\)/.test(rule.cssText)),
      ),
    )
    await page.emulateMedia({ media: null })
  }
  await page.goto('/projects/print?view=warned&paper=a3')
  expect((await printed(page)).sizes).toEqual(['420×297'])
  await page.goto(`${project}/sheet`)
  expect(await printed(page)).toEqual({ sheets: 1, sizes: ['210×297'] })
})

test('minutes and a brief print upright on A4 without the frame, the brief on one page', async ({ page }) => {
  await signIn(page, 'head')
  for (const path of ['/meetings/2026-47/minutes', '/meetings/2026-47/brief?figure=red']) {
    await page.goto(path)
    await expect(page.locator('article.gw')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav:visible, #rows:visible, .btn:visible').count(), path).toBe(0)
    await page.emulateMedia({ media: null })
    const { sheets, sizes } = await printed(page)
    expect(sizes, path).toEqual(['210×297'])
    if (path.includes('brief')) expect(sheets).toBe(1)
  }
})

test('a card for every role prints on one A5 each, without signing in', async ({ page }) => {
  await page.goto('/help/card')
  expect(await printed(page)).toEqual({ sheets: 15, sizes: ['148×210'] })
  await page.goto('/help/card?role=STEWARD')
  expect((await printed(page)).sheets).toBe(1)
})

test('money on a printed list reads as on screen, digits under digits', async ({ page }) => {
  await signIn(page, 'office', '/services/print/upgrades')
  const money = page.locator('.paper-table tbody td.paper-number')
  await expect(money.first()).toHaveText(/^\d{1,3}(,\d{3})*\.\d\d$/)
  expect(await money.first().evaluate((cell) => getComputedStyle(cell).textAlign)).toBe('right')
})
