import type { Page } from '@playwright/test'
import { inBothThemes, violations, wear } from './barriers'
import { expect, signIn, test } from './journey'

// Nothing is changed here: whatever worker is free takes the next test.
test.describe.configure({ mode: 'parallel', timeout: 600_000 })

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

test('no barrier on the way in', async ({ page }) => {
  await page.goto('/login')
  for (const viewport of [DESK, PHONE]) {
    await page.setViewportSize(viewport)
    await inBothThemes(page, `login ${viewport.width}`)
  }
})

/** Rows that screens are about: the list a link to one is found on, and which of its links. */
const ROWS: Readonly<Record<string, readonly [list: string, links: string, last?: true]>> = {
  project: ['/projects?view=warned', 'a[href^="/projects/0"]'],
  procedure: ['{project}?view=table', 'a[href^="/procedures/"]', true],
  task: ['/tasks', 'a[href^="/tasks/0"]'],
  slip: ['/tasks/slips', 'a[href^="/tasks/slips/0"]'],
  issue: ['/', '#issues a[href^="/issues/0"]'],
  ranked: ['/ranking?month=2026-09', 'tbody a'],
  row: ['{ranked}', '#score a[href^="/ranking/2026-09/"]'],
  trend: ['{row}', 'a[href^="/ranking/trend/"]'],
  need: ['/factors?state=open', 'a[href^="/factors/0"]'],
  loan: ['/financing?state=CHECKED', 'a[href^="/financing/0"]'],
  filed: ['/financing?state=FILED', 'a[href^="/financing/0"]'],
  finding: ['/services/walks?tab=findings', 'a[href^="/services/walks/findings/0"]'],
  supervision: ['/supervision/slips?state=all', 'a[href^="/supervision/slips/0"]'],
  late: ['/procedures?due=late', 'main a[href^="/procedures/0"]'],
  colourPaper: ['/tasks/slips?of=colour', 'a[href^="/tasks/slips/colour/0"]'],
  report: ['/supervision/reports', 'tbody a[href^="/supervision/reports/"]'],
  complaint: ['/supervision/complaints', 'tbody a[href^="/supervision/complaints/"]'],
  walk: ['/services/walks', 'a[href^="/services/walks/0"]'],
  waiver: ['/waivers?state=all', 'a[href^="/waivers/0"]'],
  enterprise: ['/enterprises?has=projects', 'a[href^="/enterprises/0"]'],
  merge: ['/enterprises/duplicates', 'main a[href^="/enterprises/merge"]', true],
  job: ['/services/jobs', 'tbody a[href^="/services/jobs/0"]', true],
  jobEvent: ['/services/jobs/events', 'tbody a[href^="/services/jobs/events/0"]'],
  abroad: ['/services/outbound', 'tbody a[href^="/services/outbound/0"]'],
  visit: ['/services/visits?state=PLANNED', 'a[href^="/services/visits/0"]'],
  promotion: ['/services/promotion?state=SIGNED', 'a[href^="/services/promotion/0"]'],
  upgrade: ['/services/upgrades?state=UNDER_WAY', 'a[href^="/services/upgrades/0"]'],
  approval: ['/approvals', 'a[href^="/approvals/0"]'],
  harbour: ['/financing/harbours', 'tbody a'],
  point: ['/supervision/points', 'tbody a'],
  event: ['/financing/events?q=先进制造业', 'tbody a'],
  ahead: ['/financing/events?q=马寨片区', 'tbody a'],
  intention: ['/financing/events/intentions?q=演示银行', 'tbody a'],
  briefing: ['/briefings?state=published', 'a[href^="/briefings/0"]'],
  draft: ['/briefings?state=draft', 'a[href^="/briefings/0"]'],
  account: ['/accounts', 'main a[href^="/accounts/0"]'],
  org: ['/orgs', 'main a[href^="/orgs/0"]'],
}

/** Every screen of the office; `{project}` is the address of such a row, `{project:id}` its id alone. */
const SCREENS: readonly string[] = [
  '/',
  '/projects?view=signed',
  '/projects?q=zzz',
  '/projects?group=taskforce&pick=page&tool=columns',
  '/projects?show=gantt',
  '/projects?show=gantt&as=table',
  '/projects?show=board',
  '/projects/transfer?level=RED&pick=all',
  '/projects/remind?view=warned&pick=all',
  '{project}',
  '{project}?view=table',
  '{project}/sheet',
  '/projects/print?view=warned&paper=a4',
  '/projects/sheets?level=RED',
  '{project}/forecast',
  '{project}/forecast?as=table',
  '{project}/update',
  '{project}/manage',
  '{project}/edit',
  '{procedure}',
  '/procedures',
  '/procedures?group=month&kept=no&q=zzz',
  '/time',
  '/time?item=SG04&agency=%E4%BD%8F%E5%BB%BA%E5%B1%80',
  '/projects/new',
  '/rules',
  '/rules/try',
  '/help',
  '/help?page=/projects',
  '/help?q=%E5%AF%86%E7%A0%81',
  '/help/card',
  '/catalog',
  '/catalog/SG04',
  '/search?q=zx',
  '/search?q=gj&kind=people',
  '/warnings?now=YELLOW',
  '/notices',
  '/notices?show=all',
  '/meetings',
  '/meetings/2026-48?kind=money',
  '/meetings/2026-48/agenda',
  '/meetings/2026-47/agenda',
  '/meetings/2026-48/sheets',
  '/meetings/2026-47/room?topic=2',
  '/meetings/2026-47/close',
  '/meetings/2026-40',
  '/meetings/2026-47/minutes?figure=decisions',
  '/meetings/2026-47/brief?figure=red',
  '/meetings/2026-46/minutes/edit',
  '/meetings/2026-47/brief/edit',
  '/meetings/history?figure=closed',
  '/ranking/2026-10/bulletin?figure=projects',
  '/ranking/2026-09/bulletin',
  '/meetings/rhythm',
  '/tasks',
  '/tasks?state=all&late=1',
  '/tasks?q=zzz',
  '{task}',
  '/tasks/print?state=all',
  '/tasks/slips',
  '/tasks/slips?of=colour',
  '/tasks/slips/print',
  '{colourPaper}',
  '{slip}',
  '{issue}',
  '/issues',
  '/issues?source=STEWARD&state=all',
  '/issues?q=zzz',
  '/issues/figures',
  '/issues/print?state=all&paper=a4',
  '/issues/new',
  '/issues/new?project={project:id}',
  '/factors',
  '/factors?state=open&late=1',
  '/factors?q=zzz',
  '/factors/print?state=all',
  '{need}',
  '{project}/factor',
  '/financing?state=all',
  '/financing?q=zzz',
  '{loan}',
  '/financing/new',
  '{filed}/edit',
  '/financing/results',
  '/financing/products',
  '/waivers?state=all',
  '{waiver}',
  '/supervision/slips?state=all',
  '/supervision/slips?q=zzz',
  '/supervision/slips/print?state=all',
  '{supervision}',
  '/supervision/slips/{supervision:id}/paper',
  '/supervision/analysis',
  '/services/walks',
  '/services/walks?tab=findings&state=open',
  '/services/walks?tab=figures',
  '{walk}',
  '{finding}',
  '/services/packs',
  '/services/packs?tab=batches',
  '/services/packs?tab=figures',
  '/enterprises',
  '/enterprises?has=issues&size=SMALL',
  '/enterprises?q=zzz',
  '/enterprises/print?has=projects',
  '/enterprises/new',
  '/enterprises/duplicates',
  '{enterprise}',
  '{enterprise}/edit',
  '{merge}',
  '{merge}&step=2',
  '/services/jobs',
  '/services/jobs/new',
  '{job}',
  '/services/jobs/events',
  '/services/jobs/events/new',
  '{jobEvent}',
  '/services/outbound',
  '/services/outbound/new',
  '{abroad}',
  '/services',
  '/services/appeals',
  '/services/appeals/credit',
  '/services/appeals/credit/new',
  '/services/visits',
  '/services/visits?state=all',
  '/services/visits?q=zzz&state=all',
  '/services/visits/new',
  '{visit}',
  '/services/promotion',
  '/services/promotion?view=pushes',
  '/services/promotion?view=parties',
  '/services/promotion/new',
  '/services/promotion/push',
  '{promotion}',
  '/services/upgrades',
  '/services/upgrades/new',
  '/services/upgrades/policies',
  '{upgrade}',
  '{upgrade}/edit',
  '/approvals?state=pending',
  '{approval}',
  '/supervision',
  '/supervision/points',
  '{point}',
  '/services/print/walks',
  '/services/print/findings',
  '/services/print/packs?stand=waiting',
  '/services/print/visits',
  '/services/print/promotion',
  '/services/print/upgrades',
  '/services/print/jobs',
  '/services/print/outbound',
  '/financing/import',
  '/financing/harbours',
  '/financing/harbours/new',
  '/financing/harbours/print',
  '{harbour}',
  '{harbour}/edit',
  '/financing/events',
  '/financing/events?q=zzz',
  '/financing/events/new',
  '/financing/events/print',
  '{event}',
  '{event}/report',
  '{ahead}',
  '{ahead}/invite',
  '{ahead}/edit',
  '/financing/events/intentions',
  '{intention}',
  '/ranking',
  '/ranking?table=STEWARD',
  '/ranking?table=PROJECT',
  '/ranking?month=2019-01',
  '{row}',
  '{trend}',
  '/ranking/rules',
  '/supervision/complaints?state=all',
  '/briefings',
  '/briefings/new?preset=MONTH',
  '/briefings/templates',
  '/briefings/drive',
  '{briefing}',
  '{draft}/edit',
  '/ranking/running?table=STEWARD',
  '/projects/new?template=RENO&step=2',
  '/imports',
  '/calendar',
  '/calendar?day=2026-11-26&working=false',
  '/password',
  '/mfa/setup',
  '/prove?next=/api/export/weekly',
  '/me',
  '/projects/00000000-0000-7000-8000-000000000000',
]

/** Fills the rows into an address; each is looked for once. */
async function addressOf(page: Page, path: string, found: Map<string, string>): Promise<string> {
  let address = path
  for (const [place, name = '', id] of path.matchAll(/\{(\w+)(:id)?\}/g)) {
    const [list, links, last] = ROWS[name] ?? []
    if (!list || !links) throw new Error(`no row ${name}`)
    if (!found.has(name)) {
      await page.goto(await addressOf(page, list, found))
      const all = page.locator(`${links}:visible`)
      const href = (await (last ? all.last() : all.first()).getAttribute('href')) ?? ''
      expect(href, name).not.toBe('')
      found.set(name, href.replace(/#.*/, ''))
    }
    const row = found.get(name) ?? ''
    address = address.replace(place, id ? (row.split('/').at(-1) ?? '') : row)
  }
  return address
}

/** How many tests share the screens of the office out among them. */
const PARTS = 6
for (const part of Array(PARTS).keys())
  test(`no barrier on any screen, desk and phone, light and dark (part ${part + 1})`, async ({ page }) => {
    await signIn(page, 'office')
    const found = new Map<string, string>()
    for (const path of SCREENS.filter((_, at) => at % PARTS === part)) {
      await page.setViewportSize(DESK)
      await page.goto(await addressOf(page, path, found))
      await inBothThemes(page, `${path} desk`)
      // No script asks how wide the window is: the phone gets the same page, laid out anew.
      await page.setViewportSize(PHONE)
      await inBothThemes(page, `${path} phone`)
    }
  })

for (const [who, paths] of [
  ['steward', ['/', '/deputy', '/ranking', '/ranking/running', '{project}/waiver']],
  ['agency', ['/', '/?list=unit', '/procedures?mine=1&due=late', '/tasks', '/tasks/slips', '{project}/forecast']],
  ['agencyhead', ['/', '/ranking', '/services/walks/new', '/deputy']],
  ['contact', ['/', '/procedures', '/notices', '/enterprises', '/financing', '/financing/new']],
  [
    'leader',
    ['/', '/?say=%E5%B8%82%E6%94%BF', '/meetings/2026-48/agenda', '/projects/remind?view=mine&level=RED&pick=all'],
  ],
  ['head', ['/', '/financing']],
  [
    'discipline',
    [
      '/',
      '/supervision',
      '/supervision/points/new',
      '{point}/edit',
      '/supervision/reports/key',
      '/supervision/posters',
      '/supervision/slips?source=RELEASE',
      '/supervision/slips/new?procedure={late:id}',
      '/supervision/analysis',
      '/supervision/reports',
      '/supervision/reports?view=CLOSED',
      '{report}',
      '/supervision/reports/new',
    ],
  ],
  [
    'bank',
    [
      '/',
      '/financing',
      '/financing/results',
      '/financing/products',
      '/financing/events',
      '/financing/events/intentions',
    ],
  ],
  [
    'bizenv',
    [
      '/',
      '/services/walks/new',
      '/supervision/complaints',
      '/supervision/complaints?q=zzz',
      '{complaint}',
      '/supervision/complaints/new',
      '/supervision/complaints/print?state=all',
    ],
  ],
  ['taskforce', ['/']],
  ['street', ['/']],
  [
    'sysadmin',
    [
      '/',
      '/accounts',
      '/accounts?q=zzz',
      '/accounts/factor',
      '/accounts/new?q=李',
      '/accounts/new?fresh=1&q=李',
      '{account}',
      '/changes',
      '/orgs',
      '{org}',
      '/orgs/new',
      '/channels',
      '/me',
    ],
  ],
  ['secadmin', ['/', '/accounts', '{account}', '/orgs', '{org}', '/changes?state=decided']],
  ['auditor', ['/', '/audit', '/audit?who=zzz', '/audit/1', '/audit/chain']],
  ['city', ['/ranking/city', '/ranking/city/410103', '/issues']],
] as const)
  test(`no barrier on the screens of a role of its own: ${who}`, async ({ page }) => {
    await signIn(page, who)
    const found = new Map<string, string>()
    for (const path of paths) {
      await page.goto(await addressOf(page, path, found))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect.soft(await violations(page), path).toEqual([])
    }
  })

/** Large type in the light, extra large in the dark. */
async function inLargeType(page: import('@playwright/test').Page, where: string): Promise<void> {
  for (const [size, theme] of [
    [125, 'light'],
    [150, 'dark'],
  ] as const) {
    await page.locator('html').evaluate((html, large) => {
      html.classList.remove('text-125', 'text-150')
      html.classList.add(`text-${large}`)
    }, size)
    await wear(page, theme)
    expect.soft(await violations(page), `${where} ${size} % ${theme}`).toEqual([])
  }
}

test('no barrier in large type, light, and extra large, dark, with all that opens open', async ({ page }) => {
  await page.goto('/help')
  await inLargeType(page, 'help, nobody signed in')
  await signIn(page, 'street')
  const project = (await page.locator('main a[href^="/projects/0"]').first().getAttribute('href')) ?? '/projects'
  for (const path of ['/', '/me', '/projects', '/procedures', '/warnings', project, `${project}?view=table`, '/help']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.locator('main details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true
    })
    await inLargeType(page, path)
  }
  await page.locator('header details > summary').click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
  await inLargeType(page, 'menu')
})

test('no barrier where a form says what is wrong', async ({ page }) => {
  await page.goto('/login')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /./ }).first()).toBeVisible()
  await inLargeType(page, 'login')
  await signIn(page, 'office', '/projects/new?template=RENO&step=2')
  await page.locator('main form button[type="submit"]').last().click()
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible()
  await inLargeType(page, 'new project')
  await page.goto('/password')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible()
  await inLargeType(page, 'password')
})

for (const [shape, viewport] of [
  ['desk', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test(`no barrier on a move, inside its row and on its own page (${shape})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await signIn(page, 'agency')
    const notice = page.getByRole('link', { name: /^告知补正：/ }).first()
    await notice.click()
    await expect(page.getByRole('button', { name: '发补正通知，暂停计时' })).toBeVisible()
    expect(await violations(page), 'notice').toEqual([])
    await page.getByRole('link', { name: '转办' }).click()
    await expect(page.getByRole('button', { name: '转给他' })).toBeVisible()
    expect(await violations(page), 'assign').toEqual([])
    await page.getByRole('link', { name: '看全部记录' }).click()
    await page.waitForURL(/\/procedures\//)
    await page.getByRole('link', { name: /^告知补正/ }).click()
    await expect(page.getByRole('button', { name: '发补正通知，暂停计时' })).toBeVisible()
    expect(await violations(page), 'page').toEqual([])
  })

for (const [shape, viewport] of [
  ['desk', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test(`no barrier in the open search (${shape})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await signIn(page, 'office')
    await expect(page.locator('search[data-ready]')).toBeVisible()
    for (const theme of ['light', 'dark'] as const)
      for (const text of ['zx', '没有这样的东西']) {
        await wear(page, theme)
        await page.getByRole('combobox').fill(text)
        await expect(text === 'zx' ? page.getByRole('option').first() : page.getByText(/没有找到“没有/)).toBeVisible()
        expect(await violations(page), `${text} ${theme}`).toEqual([])
      }
  })
