import type { Page } from '@playwright/test'
import { expect, signIn, test } from './journey'
import { cutOff, poorMarks, soundAlike, spaceOut, strangeWords, tooWide } from './look'
import { openTwins, twinOf } from './twins'

/** Usernames stand among the facts of accounts and of the log. */
const USERNAMES =
  /^(steward|office|leader|head|taskforce|contact|agency|agencyhead|street|bizenv|bank|discipline|sysadmin|secadmin|auditor|city|en|twin)$/i

const READ = ['/', '/projects', '/procedures', '/search?q=zx', '/help', '/rules']
/** What each role opens; `PROJECT`, `PROCEDURE` and `BRIEFING` are one of his own. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  office: [
    ...READ,
    '/projects?group=taskforce&pick=page&tool=columns',
    '/projects?show=gantt',
    '/projects?show=gantt&as=table',
    '/projects?show=board',
    '/projects/remind?view=warned&pick=all',
    '/projects/transfer?level=RED&pick=all',
    '/projects/new?template=RENO&step=2',
    'PROJECT',
    'PROJECT?view=table',
    'PROJECT/manage',
    'PROJECT/edit',
    'PROJECT/sheet',
    'PROCEDURE',
    '/procedures?group=month&kept=no',
    '/warnings?now=YELLOW',
    '/imports',
    '/catalog',
    '/catalog/SG04',
    '/catalog/SG06',
    '/catalog/TC04',
    '/calendar',
    '/orgs',
    '/tasks?state=all',
    '/issues?state=all',
    '/issues/figures',
    '/services',
    '/services/appeals',
    '/services/appeals/credit',
    '/services/visits?state=all',
    '/services/promotion?view=pushes',
    '/services/upgrades',
    '/services/upgrades/policies',
    '/approvals?state=pending',
    '/tasks/slips',
    '/meetings/2026-47/minutes',
    '/meetings/2026-47/brief?figure=red',
    '/meetings/history?figure=decided',
    '/ranking/2026-09/bulletin?figure=red',
    '/supervision',
    '/supervision/points?state=all',
    '/financing/harbours',
    '/financing/events',
    '/financing/events/intentions',
    '/ranking',
    '/ranking?table=STEWARD',
    '/ranking?table=PROJECT',
    '/ranking/rules',
    '/enterprises',
    '/enterprises/duplicates',
    '/services/jobs?state=all',
    '/services/jobs/events',
    '/services/outbound',
    '/briefings',
    '/briefings/new',
    '/briefings/drive',
    'BRIEFING',
    '/nowhere',
  ],
  steward: [
    '/',
    '/ranking',
    'PROJECT',
    'PROJECT/update',
    'PROCEDURE',
    '/deputy',
    '/me',
    '/password',
    '/mfa/setup',
    '/prove?next=/api/export/weekly',
    '/accounts',
  ],
  agency: ['/', '/?list=unit', '/procedures?mine=1&due=late', 'PROCEDURE'],
  agencyhead: ['/', '/procedures', '/ranking'],
  contact: ['/', 'PROJECT', '/procedures', '/enterprises'],
  leader: ['/', 'PROJECT', '/tasks'],
  head: ['/', '/warnings'],
  taskforce: ['/', '/ranking'],
  street: ['/', '/ranking'],
  bizenv: ['/', '/catalog', '/catalog/SG04'],
  discipline: [
    '/',
    '/ranking',
    '/supervision/points',
    '/supervision/points/new',
    '/supervision/reports?view=all',
    '/supervision/reports/key',
    '/supervision/slips',
    '/supervision/analysis',
  ],
  bank: ['/', '/financing/harbours', '/financing/events/intentions'],
  sysadmin: ['/', '/accounts', '/accounts/factor', '/accounts/new?q=李', '/changes', '/orgs', '/orgs/new'],
  secadmin: ['/', '/accounts', '/changes?state=decided'],
  auditor: ['/', '/audit', '/audit/1', '/audit/chain'],
  city: ['/', '/ranking/city', '/ranking/city/410103'],
}

/** An address of the table with the ids of this district in it. */
async function addressOf(page: Page, path: string, ids: Map<string, string>): Promise<string> {
  const kind = /^(PROJECT|PROCEDURE|BRIEFING)/.exec(path)?.[0]
  if (!kind) return path
  if (!ids.has(kind)) {
    const list = { PROJECT: '/projects', PROCEDURE: '/procedures', BRIEFING: '/briefings' }[kind] ?? ''
    await page.goto(list)
    const link = page.locator(`a[href^="${list}/0"]`).first()
    await expect(page.locator('h1').first()).toBeVisible()
    // Somebody who has none opens his list instead.
    const href = (await link.count()) > 0 ? await link.getAttribute('href') : null
    ids.set(kind, new URL(href ?? page.url(), page.url()).pathname)
  }
  const found = ids.get(kind) ?? ''
  return /\/0/.test(found) ? path.replace(kind, found) : found
}

/** Opens everything a role opens, one page after the other. */
async function crawl(page: Page, role: string, look: (path: string) => Promise<void>): Promise<void> {
  const ids = new Map<string, string>()
  for (const path of OPENED[role] ?? []) {
    await page.goto(await addressOf(page, path, ids))
    await expect(page.locator('h1').first()).toBeVisible()
    await look(path)
  }
}

// Nothing is changed here: whatever worker is free takes the next test.
test.describe.configure({ mode: 'parallel' })

for (const role of Object.keys(OPENED)) {
  test(`${role} reads Chinese alone, and tells marks and controls apart`, async ({ page }) => {
    await signIn(page, role)
    await crawl(page, role, async (path) => {
      expect.soft(await strangeWords(page, 'zh-CN', USERNAMES), `words ${path}`).toEqual([])
      expect.soft(await poorMarks(page), `marks ${path}`).toEqual([])
      expect.soft(await soundAlike(page), `names ${path}`).toEqual([])
    })
  })

  // English words are longer: what has room for them has room for the Chinese.
  test(`${role} reads English alone, and loses nothing in a narrow window`, async ({ page }) => {
    await openTwins()
    await signIn(page, twinOf(role))
    await crawl(page, role, async (path) => {
      expect.soft(await strangeWords(page, 'en', USERNAMES), `words ${path}`).toEqual([])
      // 1280 px at 400 %: WCAG 1.4.10; then letters set apart, 1.4.12, and 1440 px at 200 %: 1.4.4.
      await page.setViewportSize({ width: 320, height: 640 })
      expect.soft(await tooWide(page), `400 % ${path}`).toEqual([])
      await spaceOut(page)
      expect.soft(await cutOff(page), `400 %, spaced ${path}`).toEqual([])
      await page.setViewportSize({ width: 720, height: 450 })
      expect.soft(await tooWide(page), `200 %, spaced ${path}`).toEqual([])
      expect.soft(await cutOff(page), `200 %, spaced ${path}`).toEqual([])
      await page.setViewportSize({ width: 1440, height: 900 })
    })
  })
}
