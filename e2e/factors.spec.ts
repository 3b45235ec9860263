import { violations } from './barriers'
import { expect, signIn, test } from './journey'

test.describe.configure({ mode: 'serial' })

const REASON = '新增一条生产线，年底通水'
let project = ''

test('a steward says what a project lacks; what is wrong is said where it is, and nothing typed is lost', async ({
  page,
}) => {
  await signIn(page, 'steward17', '/projects?view=mine')
  const href = (await page.locator('tbody a[href^="/projects/0"]').first().getAttribute('href')) ?? ''
  project = href.split('/').at(-1) ?? ''
  await page.goto(`/projects/${project}`)
  await page.getByRole('link', { name: '提出要素需求' }).click()
  await page.waitForURL(/\/factor$/)
  expect(await violations(page)).toEqual([])
  const form = page.getByRole('form', { name: '提出要素需求' })
  await form.getByLabel('要素类别').selectOption({ label: '水' })
  await form.getByLabel('需求量').fill('很多')
  await form.getByLabel('单位').fill('吨/日')
  await form.getByLabel('需用时间').fill('2026-12-31')
  await form.getByLabel('用途').fill(REASON)
  await form.getByLabel('责任部门').selectOption({ label: '住建局' })
  await form.getByRole('button', { name: '提出要素需求' }).click()
  await expect(form.getByText('请写大于 0 的数字')).toBeVisible()
  await expect(form.getByLabel('用途')).toHaveValue(REASON)
  await form.getByLabel('需求量').fill('1,200.5')
  await form.getByRole('button', { name: '提出要素需求' }).click()
  await page.waitForURL(/\/factors\/0/)
  await expect(page.getByRole('heading', { level: 1, name: '水 1200.5 吨/日' })).toBeVisible()
  await page.goto(`/projects/${project}`)
  const section = page.getByRole('region', { name: '要素保障' })
  await expect(section.getByRole('link', { name: '水 1200.5 吨/日' })).toBeVisible()
  await expect(section.getByText('缺1200.5 吨/日')).toBeVisible()
})

test('its agency confirms, promises and provides; with all of it there the need is met', async ({ page }) => {
  await signIn(page, 'agency', `/factors?state=TO_CHECK&project=${project}`)
  await page.locator('tbody a').first().click()
  await page.waitForURL(/\/factors\/0/)
  const state = page.getByRole('main').locator('header b')
  await expect(state).toHaveText('待核')
  await page.getByRole('button', { name: '核定' }).click()
  await expect(state).toHaveText('已确认')
  const commit = page.getByRole('form', { name: '承诺落实日期：水' })
  await commit.getByLabel('承诺落实日期').fill('2027-01-08')
  await commit.getByRole('button', { name: '承诺落实日期' }).click()
  await expect(state).toHaveText('落实中')
  await expect(page.getByText('承诺晚于需用时间').first()).toBeVisible()
  const provide = page.getByRole('form', { name: '登记落实进度：水' })
  await provide.getByLabel('累计已落实').fill('1000')
  await provide.getByRole('button', { name: '登记落实进度' }).click()
  await expect(page.locator('header').getByText('缺200.5 吨/日')).toBeVisible()
  await provide.getByLabel('累计已落实').fill('1200.5')
  await provide.getByRole('button', { name: '登记落实进度' }).click()
  await expect(state).toHaveText('已落实')
  await expect(page.getByText('现在没有您要做的。')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '承诺' }).first()).toBeVisible()
})

test('each figure of the board opens as many rows; the list leaves as a workbook and as a paper', async ({ page }) => {
  await signIn(page, 'discipline', '/factors')
  const kinds = page.getByRole('region', { name: '按要素类别' }).first()
  const links = kinds.locator('tbody tr').first().getByRole('link')
  const hrefs = await links.evaluateAll((all) => all.map((a) => [a.getAttribute('href') ?? '', a.textContent ?? '']))
  expect(hrefs.length).toBeGreaterThan(0)
  for (const [href, text] of hrefs) {
    if (!/^\d+$/.test(text ?? '')) continue
    await page.goto(href ?? '')
    await expect(page.getByText(`共${text}条`, { exact: true })).toBeVisible()
  }
  await page.goto('/factors?state=MET')
  const rows = await page.locator('tbody tr').count()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出台账' }).click()
  expect((await download).suggestedFilename()).toMatch(/^要素需求台账_\d{8}\.xlsx$/)
  await page.getByRole('link', { name: '打印台账' }).click()
  await page.waitForURL(/\/factors\/print/)
  await expect(page.locator('tbody tr')).toHaveCount(rows)
})
