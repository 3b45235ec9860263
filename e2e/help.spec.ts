import { GUIDE_STEPS } from '../components/help/guide-steps'
import { expect, signIn, test } from './journey'

test('one question mark away from anywhere: what a steward does first, what the lights mean, why something is red', async ({
  page,
}) => {
  await signIn(page, 'steward')
  await page.getByRole('link', { name: '帮助', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '帮助' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: '项目管家：先做这三步' })).toBeVisible()
  await expect(page.getByText('超过法定，或超承诺、误计划较多：领导督办')).toBeVisible()
  await page.getByText('这个项目为什么是红的？').click()
  // The thresholds in force, not a copy of them.
  await expect(page.getByText(/超过承诺5个工作日以上/)).toBeVisible()
  await page.getByRole('link', { name: '规则与参数' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '规则与参数' })).toBeVisible()
})

test('help begins with the page it is asked on, finds words, and prints a card', async ({ page }) => {
  await signIn(page, 'steward', '/procedures')
  await page.getByRole('link', { name: '帮助', exact: true }).click()
  await expect(page.getByRole('region', { name: '这一页' })).toContainText('按剩余工作日从少到多')
  await page.getByRole('searchbox', { name: '在帮助里找' }).fill('补正')
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByText(/“补正”找到\d+条/)).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: '审批的钟什么时候停？' })).toBeVisible()
  await page.getByRole('searchbox', { name: '在帮助里找' }).fill('没有的词')
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByText('帮助里没有“没有的词”')).toBeVisible()
  await page.getByRole('link', { name: '看全部帮助' }).click()
  await page.getByRole('link', { name: '打印岗位卡片（A5）' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '项目管家' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('who cannot sign in reads help, and nothing of the district', async ({ page }) => {
  await page.goto('/login')
  await page.getByRole('link', { name: '登录不上？看帮助' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '登录' })).toBeVisible()
  await expect(page.getByText('连续输错5次锁定15分钟，到时自动解开')).toBeVisible()
  await expect(page.getByText('超过法定，或超承诺、误计划较多：领导督办')).toBeVisible()
  // Thresholds are the district's own.
  await expect(page.getByText('这个项目为什么是红的？')).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^1\d{10}$/ })).toHaveCount(0)
  await page.getByRole('link', { name: '去登录' }).click()
  await expect(page).toHaveURL(/\/login/)
})

test('a page that leads nowhere bears a number and says whom to call', async ({ page }) => {
  await page.goto('/nowhere')
  await expect(page.getByText(/编号 [0-9A-F]{8}/)).toBeVisible()
  await expect(page.getByText('请问领导小组办公室或系统管理员')).toBeVisible()
  await signIn(page, 'steward')
  for (const [path, words] of [
    ['/projects/00000000-0000-7000-8000-000000000000', '没有找到这一页'],
    ['/accounts', '您的岗位看不到这一页'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: words })).toBeVisible()
    await expect(page.getByText(/编号 [0-9A-F]{8}/)).toBeVisible()
    await expect(page.locator('main a[href^="tel:1"]')).toBeVisible()
    await page.locator('main').getByRole('link', { name: '帮助' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '帮助' })).toBeVisible()
  }
})

const ACCOUNTS = {
  HEAD: 'head',
  LEADER: 'leader',
  OFFICE: 'office',
  TASKFORCE: 'taskforce',
  STEWARD: 'steward',
  CONTACT: 'contact',
  AGENCY: 'agency',
  AGENCY_HEAD: 'agencyhead',
  STREET: 'street',
  BANK: 'bank',
  DISCIPLINE: 'discipline',
  BIZENV: 'bizenv',
  SYSADMIN: 'sysadmin',
  SECADMIN: 'secadmin',
  AUDITOR: 'auditor',
} as const

test('every step of every guide leads to a page its role may open', async ({ page }) => {
  for (const [role, account] of Object.entries(ACCOUNTS)) {
    await page.context().clearCookies()
    await signIn(page, account)
    for (const href of GUIDE_STEPS[role as keyof typeof ACCOUNTS])
      expect(`${role} ${href} ${(await page.request.get(href)).status()}`).toBe(`${role} ${href} 200`)
  }
})
