import { GUIDE_STEPS } from '../components/help/guide-steps'
import { expect, signIn, test } from './journey'

test('one question mark away from anywhere: what a steward does first, what the lights mean, why something is red', async ({
  page,
}) => {
  await signIn(page, 'steward')
  await page.getByRole('link', { name: '帮助' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '帮助' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: '项目管家：先做这三步' })).toBeVisible()
  await expect(page.getByText('超过法定，或超承诺、误计划较多：领导督办')).toBeVisible()
  await page.getByText('这个项目为什么是红的？').click()
  // The thresholds in force, not a copy of them.
  await expect(page.getByText(/超过承诺5个工作日以上/)).toBeVisible()
  await page.getByRole('link', { name: '规则与参数' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '规则与参数' })).toBeVisible()
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
