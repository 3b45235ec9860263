import fs from 'node:fs'
import { demoAccounts } from '../scripts/demo-accounts.mjs'
import { expect, signIn, test } from './journey'

/** Who may open what; written down here on purpose, and not read from the policy of the product. */
const EVERYBODY = [...demoAccounts]
const READERS = [
  'office',
  'leader',
  'head',
  'taskforce',
  'steward',
  'contact',
  'agency',
  'agencyhead',
  'street',
  'bizenv',
  'discipline',
]
const MEETING = ['office', 'leader', 'head', 'taskforce', 'steward', 'agencyhead', 'street', 'discipline']
const TASKS = [...MEETING, 'agency']
const EDITORS = ['office', 'taskforce', 'steward']
/** A bulletin has every table. */
const BULLETIN = ['office', 'leader', 'head', 'discipline', 'bizenv']
/** Leaders, the office, supervision, and whoever is ranked. */
const RANKING = ['office', 'leader', 'head', 'taskforce', 'steward', 'agencyhead', 'street', 'discipline', 'bizenv']
/** A steward's own row: his, the office's and the leaders'. */
const STEWARD_ROW = ['office', 'leader', 'head', 'steward']
/** Who may put a problem in. */
const RAISERS = ['office', 'leader', 'taskforce', 'steward', 'contact', 'street', 'bizenv', 'agencyhead']
/** Who walks, who mends, and who looks on. */
const WALKS = ['office', 'leader', 'head', 'bizenv', 'discipline', 'agency', 'agencyhead']
/** Who reads what came in as figures. */
const ANALYSED = ['office', 'leader', 'head', 'bizenv', 'discipline', 'agency', 'agencyhead', 'street']
/** Who has slips of the commission: whoever can be given one, and whoever it is called up to. */
const SUPERVISED = [...ANALYSED, 'taskforce']
/** Who sees every enterprise of the district. */
const DISTRICT = ['office', 'leader', 'head', 'discipline', 'bizenv']
/** Services for enterprises; an agency's handler has nothing to do with them. */
const SERVICES = READERS.filter((who) => who !== 'agency')
/** Services for enterprises; an enterprise finds what is its own on its first page. */
const OVERVIEW = READERS.filter((who) => who !== 'contact')
const UPGRADES = READERS.filter((who) => who !== 'agency' && who !== 'agencyhead')
const NOBODYS = '00000000-0000-7000-8000-000000000000'
/** Who reads the reports of a period. */
const BRIEFING = ['office', 'leader', 'head', 'taskforce', 'bizenv', 'discipline']
/** A brief is about every project. */
const BRIEF = ['office', 'leader', 'head', 'discipline']
/** A public service: whoever sends a firm to a harbour, the firms, and the banks. */
const HARBOURS = [...READERS.filter((who) => who !== 'agency' && who !== 'agencyhead'), 'bank']
/** Who runs events, who reads their totals, and who is invited. */
const EVENTS = ['office', 'leader', 'head', 'bank', 'contact']
type Rule = Readonly<{ may: readonly string[]; path?: (ids: Ids) => string }>
type Ids = Readonly<{
  project: string
  procedure: string
  account: string
  change: string
  org: string
  entry: string
  task: string
  slip: string
  issue: string
  row: string
  need: string
  waiver: string
  supervision: string
  walk: string
  finding: string
  enterprise: string
  job: string
  event: string
  abroad: string
  approval: string
  loan: string
  harbour: string
  point: string
  bankEvent: string
  ahead: string
  intention: string
  briefing: string
  complaint: string
}>

const PAGES: Readonly<Record<string, Rule>> = {
  '/': { may: EVERYBODY },
  '/password': { may: EVERYBODY },
  '/me': { may: EVERYBODY },
  // Whoever has given his code already, or has none to give, is led on (e2e/second-factor.spec.ts).
  '/mfa': { may: EVERYBODY },
  '/mfa/setup': { may: EVERYBODY },
  '/prove': { may: EVERYBODY, path: () => '/prove?next=/api/export/weekly' },
  '/projects': { may: READERS },
  '/projects/transfer': { may: EDITORS },
  '/projects/remind': { may: [...EDITORS, 'leader', 'head', 'street'] },
  '/projects/new': { may: ['office', 'taskforce'] },
  '/projects/[id]': {
    may: ['office', 'leader', 'head', 'bizenv', 'discipline', 'steward'],
    path: (i) => `/projects/${i.project}`,
  },
  '/projects/print': { may: READERS },
  '/projects/sheets': { may: READERS.filter((who) => who !== 'agency') },
  '/projects/[id]/sheet': {
    may: ['office', 'leader', 'head', 'bizenv', 'discipline', 'steward'],
    path: (i) => `/projects/${i.project}/sheet`,
  },
  '/projects/[id]/forecast': {
    may: ['office', 'leader', 'head', 'bizenv', 'discipline', 'steward'],
    path: (i) => `/projects/${i.project}/forecast`,
  },
  '/projects/[id]/update': { may: ['office', 'steward'], path: (i) => `/projects/${i.project}/update` },
  '/projects/[id]/edit': { may: ['office', 'steward'], path: (i) => `/projects/${i.project}/edit` },
  '/projects/[id]/manage': { may: ['office', 'steward'], path: (i) => `/projects/${i.project}/manage` },
  '/procedures': { may: READERS },
  '/time': { may: READERS },
  '/procedures/[id]': {
    may: ['office', 'leader', 'head', 'bizenv', 'discipline', 'steward'],
    path: (i) => `/procedures/${i.procedure}`,
  },
  '/procedures/[id]/[move]': { may: ['office', 'steward'], path: (i) => `/procedures/${i.procedure}/not_applicable` },
  '/search': { may: [...READERS, 'bank'] },
  '/notices': { may: [...READERS, 'bank'] },
  '/channels': { may: ['sysadmin'] },
  '/rules': { may: EVERYBODY },
  '/rules/try': { may: ['office', 'head'] },
  // Nobody has such a trial; who may not try learns only that.
  '/rules/try/[id]': { may: [], path: () => '/rules/try/00000000-0000-7000-8000-000000000000' },
  '/help': { may: EVERYBODY },
  '/help/card': { may: EVERYBODY },
  '/catalog': { may: READERS },
  '/catalog/[code]': { may: READERS, path: () => '/catalog/LX01' },
  '/warnings': { may: READERS.filter((who) => who !== 'contact' && who !== 'agency') },
  '/meetings': { may: MEETING },
  '/meetings/[week]': { may: MEETING, path: () => '/meetings/2026-48' },
  '/meetings/[week]/agenda': { may: MEETING, path: () => '/meetings/2026-48/agenda' },
  '/meetings/[week]/sheets': { may: MEETING, path: () => '/meetings/2026-48/sheets' },
  '/meetings/[week]/minutes': { may: MEETING, path: () => '/meetings/2026-47/minutes' },
  '/meetings/[week]/minutes/edit': { may: ['office'], path: () => '/meetings/2026-47/minutes/edit' },
  '/meetings/[week]/brief': { may: BRIEF, path: () => '/meetings/2026-47/brief' },
  '/meetings/[week]/brief/edit': { may: ['office'], path: () => '/meetings/2026-47/brief/edit' },
  '/meetings/history': { may: MEETING },
  '/meetings/[week]/room': { may: ['office', 'leader', 'head', 'discipline'], path: () => '/meetings/2026-47/room' },
  '/meetings/[week]/close': { may: ['office'], path: () => '/meetings/2026-47/close' },
  '/meetings/rhythm': { may: ['office'] },
  '/ranking/[month]/bulletin': { may: BULLETIN, path: () => '/ranking/2026-09/bulletin' },
  // Only a city has districts to compare: ranking-papers.spec.ts.
  '/ranking/city': { may: ['city'] },
  '/ranking/city/[code]': { may: ['city'], path: () => '/ranking/city/410103' },
  '/tasks': { may: TASKS },
  '/tasks/[id]': {
    may: ['office', 'leader', 'head', 'discipline', 'steward'],
    path: (i) => `/tasks/${i.task}`,
  },
  '/tasks/print': { may: TASKS },
  '/tasks/slips': { may: TASKS },
  '/tasks/slips/[id]': {
    may: ['office', 'leader', 'head', 'discipline', 'steward'],
    path: (i) => `/tasks/slips/${i.slip}`,
  },
  // Nobody has such a paper; who may not see slips learns only that.
  '/tasks/slips/colour/[id]': { may: [], path: () => '/tasks/slips/colour/00000000-0000-7000-8000-000000000000' },
  '/tasks/slips/print': { may: TASKS },
  '/issues': { may: READERS },
  '/issues/figures': { may: READERS },
  '/issues/print': { may: READERS },
  '/issues/new': { may: RAISERS },
  '/issues/[id]': { may: ['office', 'leader', 'head', 'bizenv', 'discipline'], path: (i) => `/issues/${i.issue}` },
  '/factors': { may: READERS.filter((who) => who !== 'contact') },
  '/factors/[id]': {
    may: ['office', 'leader', 'head', 'bizenv', 'discipline', 'steward'],
    path: (i) => `/factors/${i.need}`,
  },
  '/factors/print': { may: READERS.filter((who) => who !== 'contact') },
  '/supervision/slips': { may: SUPERVISED },
  '/supervision/slips/print': { may: SUPERVISED },
  '/supervision/analysis': { may: ANALYSED },
  // Without anything it could be about there is no form.
  '/supervision/slips/new': { may: [] },
  // What the commission released to a unit whose head has no account.
  '/supervision/slips/[id]': { may: ['discipline'], path: (i) => `/supervision/slips/${i.supervision}` },
  '/supervision/slips/[id]/paper': { may: ['discipline'], path: (i) => `/supervision/slips/${i.supervision}/paper` },
  '/services/walks': { may: WALKS },
  '/services/walks/new': { may: ['agencyhead', 'bizenv'] },
  '/services/walks/[id]': {
    may: WALKS.filter((who) => !/^agency/.test(who)),
    path: (i) => `/services/walks/${i.walk}`,
  },
  '/services/walks/findings/[id]': {
    may: WALKS.filter((who) => !/^agency/.test(who)),
    path: (i) => `/services/walks/findings/${i.finding}`,
  },
  '/supervision/complaints': { may: READERS },
  '/supervision/complaints/new': { may: ['bizenv', 'contact'] },
  '/supervision/complaints/print': { may: READERS },
  // One the unit of the demo accounts handles, in time and of no project.
  '/supervision/complaints/[id]': {
    may: ['bizenv', 'discipline', 'agency', 'agencyhead'],
    path: (i) => `/supervision/complaints/${i.complaint}`,
  },
  '/services/packs': {
    may: ['office', 'leader', 'head', 'bizenv', 'discipline', 'taskforce', 'steward', 'street'],
  },
  '/projects/[id]/factor': { may: ['office', 'steward'], path: (i) => `/projects/${i.project}/factor` },
  '/projects/[id]/waiver': { may: ['steward'], path: (i) => `/projects/${i.project}/waiver` },
  '/waivers': { may: READERS.filter((who) => who !== 'contact' && who !== 'agency') },
  // One of another steward's projects.
  '/waivers/[id]': {
    may: ['office', 'leader', 'head', 'bizenv', 'discipline'],
    path: (i) => `/waivers/${i.waiver}`,
  },
  // Who speaks for an enterprise is led to its own page.
  '/enterprises': { may: READERS },
  '/enterprises/print': { may: READERS },
  '/services/print/[list]': { may: READERS, path: () => '/services/print/visits' },
  '/enterprises/new': { may: ['office', 'bizenv'] },
  '/enterprises/duplicates': { may: ['office', 'bizenv'] },
  // Nobody has such rows; who may not merge learns only that.
  '/enterprises/merge': { may: [] },
  // One of the register without a project: those who see the whole district.
  '/enterprises/[id]': { may: DISTRICT, path: (i) => `/enterprises/${i.enterprise}` },
  '/enterprises/[id]/edit': { may: ['office'], path: (i) => `/enterprises/${i.enterprise}/edit` },
  '/services/jobs': { may: SERVICES },
  '/services/jobs/new': { may: ['office', 'bizenv', 'steward', 'taskforce', 'street', 'contact'] },
  '/services/jobs/[id]': { may: DISTRICT, path: (i) => `/services/jobs/${i.job}` },
  '/services/jobs/events': { may: SERVICES },
  '/services/jobs/events/new': { may: ['office', 'bizenv'] },
  // An enterprise sees those its own posts are taken to.
  '/services/jobs/events/[id]': {
    may: SERVICES.filter((who) => who !== 'contact'),
    path: (i) => `/services/jobs/events/${i.event}`,
  },
  '/services/outbound': { may: SERVICES },
  '/services/outbound/new': { may: ['office', 'bizenv'] },
  '/services/outbound/[id]': { may: DISTRICT, path: (i) => `/services/outbound/${i.abroad}` },
  '/services': { may: OVERVIEW },
  '/services/appeals': { may: OVERVIEW },
  // Totals for leaders, lines for the office, a bank's and an enterprise's own.
  '/services/appeals/credit': { may: ['office', 'head', 'leader', 'bank', 'contact'] },
  '/services/appeals/credit/new': { may: ['office'] },
  '/services/visits': { may: READERS },
  '/services/visits/new': {
    may: ['office', 'leader', 'taskforce', 'steward', 'agency', 'agencyhead', 'street', 'bizenv'],
  },
  // Nobody has such rows; whose they are is proved by services.integration.test.ts.
  '/services/visits/[id]': { may: [], path: () => `/services/visits/${NOBODYS}` },
  '/services/promotion': { may: READERS.filter((who) => who !== 'agency') },
  '/services/promotion/new': { may: EDITORS },
  '/services/promotion/push': { may: ['office'] },
  '/services/promotion/[id]': { may: [], path: () => `/services/promotion/${NOBODYS}` },
  '/services/upgrades': { may: UPGRADES },
  '/services/upgrades/new': { may: EDITORS },
  '/services/upgrades/policies': { may: UPGRADES },
  '/services/upgrades/[id]': { may: [], path: () => `/services/upgrades/${NOBODYS}` },
  '/services/upgrades/[id]/edit': { may: [], path: () => `/services/upgrades/${NOBODYS}/edit` },
  '/approvals': { may: READERS },
  // Something that one of a project of another steward is asked about.
  '/approvals/[id]': {
    may: ['office', 'leader', 'head', 'bizenv', 'discipline'],
    path: (i) => `/approvals/${i.approval}`,
  },
  // Its rooms differ; everybody has the complaints that are his.
  '/supervision': { may: READERS },
  '/supervision/points': { may: DISTRICT },
  '/supervision/points/new': { may: ['discipline'] },
  '/supervision/points/[id]': { may: DISTRICT, path: (i) => `/supervision/points/${i.point}` },
  '/supervision/points/[id]/edit': { may: ['discipline'], path: (i) => `/supervision/points/${i.point}/edit` },
  '/supervision/posters': { may: ['discipline'] },
  '/financing/harbours': { may: HARBOURS },
  '/financing/harbours/new': { may: ['office'] },
  // Whom its figures are for.
  '/financing/harbours/print': { may: ['office', 'leader', 'head'] },
  '/financing/harbours/[id]': { may: HARBOURS, path: (i) => `/financing/harbours/${i.harbour}` },
  '/financing/harbours/[id]/edit': { may: ['office'], path: (i) => `/financing/harbours/${i.harbour}/edit` },
  '/financing/events': { may: EVENTS },
  '/financing/events/new': { may: ['office'] },
  '/financing/events/print': { may: ['office'] },
  // The bank was there, the firm of `contact` was not asked.
  '/financing/events/[id]': {
    may: ['office', 'leader', 'head', 'bank'],
    path: (i) => `/financing/events/${i.bankEvent}`,
  },
  '/financing/events/[id]/report': {
    may: ['office', 'head'],
    path: (i) => `/financing/events/${i.bankEvent}/report`,
  },
  '/financing/events/[id]/edit': { may: ['office'], path: (i) => `/financing/events/${i.ahead}/edit` },
  '/financing/events/[id]/invite': { may: ['office'], path: (i) => `/financing/events/${i.ahead}/invite` },
  '/financing/events/intentions': { may: ['office', 'bank', 'contact'] },
  '/financing/events/intentions/[id]': {
    may: ['office', 'bank'],
    path: (i) => `/financing/events/intentions/${i.intention}`,
  },
  '/briefings': { may: BRIEFING },
  '/briefings/new': { may: ['office'] },
  '/briefings/templates': { may: ['office'] },
  '/briefings/drive': { may: BRIEFING },
  // The district's: a task force reads those about itself.
  '/briefings/[id]': { may: BRIEFING.filter((who) => who !== 'taskforce'), path: (i) => `/briefings/${i.briefing}` },
  '/briefings/[id]/edit': { may: ['office'], path: (i) => `/briefings/${i.briefing}/edit` },
  '/ranking': { may: RANKING },
  '/ranking/rules': { may: RANKING },
  '/ranking/running': { may: ['office', 'leader', 'head', 'taskforce', 'steward', 'agencyhead', 'street'] },
  '/ranking/[month]/[table]/[subjectId]': { may: STEWARD_ROW, path: (i) => `/ranking/2026-09/steward/${i.row}` },
  '/ranking/trend/[table]/[subjectId]': { may: STEWARD_ROW, path: (i) => `/ranking/trend/steward/${i.row}` },
  '/financing': { may: ['office', 'leader', 'head', 'taskforce', 'steward', 'contact', 'bank'] },
  // A need at the demo's bank, of another enterprise than the contact's.
  '/financing/[id]': { may: ['office', 'bank'], path: (i) => `/financing/${i.loan}` },
  // Whoever filed it, while nobody has checked it: financing.integration.test.ts.
  '/financing/[id]/edit': { may: [], path: () => '/financing/00000000-0000-7000-8000-000000000000/edit' },
  '/financing/new': { may: ['office', 'contact'] },
  '/financing/results': { may: ['office', 'steward', 'contact', 'bank'] },
  '/financing/import': { may: ['office'] },
  // Nobody has such an import; who may not import learns only that.
  '/financing/import/[id]': { may: [], path: () => '/financing/import/00000000-0000-7000-8000-000000000000' },
  '/financing/products': { may: ['office', 'contact', 'bank'] },
  '/calendar': { may: ['office'] },
  '/imports': { may: ['office'] },
  // Nobody has such an import; who may not import learns only that.
  '/imports/[id]': { may: [], path: () => '/imports/00000000-0000-7000-8000-000000000000' },
  '/accounts': { may: ['sysadmin', 'secadmin'] },
  '/accounts/factor': { may: ['sysadmin', 'secadmin'] },
  '/accounts/new': { may: ['sysadmin'] },
  '/accounts/[id]': { may: ['sysadmin', 'secadmin'], path: (i) => `/accounts/${i.account}` },
  '/orgs': { may: ['office', 'sysadmin', 'secadmin'] },
  '/orgs/new': { may: ['sysadmin'] },
  '/orgs/[id]': { may: ['sysadmin', 'secadmin'], path: (i) => `/orgs/${i.org}` },
  '/audit': { may: ['auditor'] },
  '/audit/chain': { may: ['auditor'] },
  '/audit/[id]': { may: ['auditor'], path: (i) => `/audit/${i.entry}` },
  '/changes': { may: ['sysadmin', 'secadmin'] },
  '/changes/[id]': { may: ['sysadmin', 'secadmin'], path: (i) => `/changes/${i.change}` },
  '/deputy': { may: ['office', 'steward', 'taskforce', 'agencyhead'] },
  // What is told to the commission alone is nowhere for anybody else.
  '/supervision/reports': { may: ['discipline'] },
  '/supervision/reports/new': { may: ['discipline'] },
  '/supervision/reports/key': { may: ['discipline'] },
  '/supervision/reports/[id]': { may: [], path: () => `/supervision/reports/${NOBODYS}` },
}
/** Roles whose sight depends on the row: whether they see this project is not said here. */
const BY_ROW = ['taskforce', 'contact', 'agency', 'agencyhead', 'street']
const OPEN = ['/login', '/_not-found', '/_global-error', '/icon.svg', '/apple-icon.png', '/manifest.webmanifest']
/** The public page: whoever scans a plate, and nobody by account (e2e/public-form.phone.spec.ts). */
const PUBLIC = ['/r', '/r/[code]', '/r/[code]/report', '/r/[code]/case', '/r/[code]/privacy', '/r/[code]/[...rest]']

const routes = Object.values(
  JSON.parse(fs.readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>,
)
const pages = routes.filter((route) => !route.startsWith('/api/') && ![...OPEN, ...PUBLIC].includes(route))

test('every page of the build has its row in the table', () => {
  expect(pages.filter((page) => !(page in PAGES))).toEqual([])
  expect(Object.keys(PAGES).filter((page) => !pages.includes(page))).toEqual([])
  expect(EDITORS.length).toBeGreaterThan(0)
})

let ids: Ids = {
  project: '',
  procedure: '',
  account: '',
  change: '',
  org: '',
  entry: '',
  task: '',
  slip: '',
  issue: '',
  row: '',
  need: '',
  waiver: '',
  supervision: '',
  walk: '',
  finding: '',
  enterprise: '',
  job: '',
  event: '',
  abroad: '',
  approval: '',
  loan: '',
  harbour: '',
  point: '',
  bankEvent: '',
  ahead: '',
  intention: '',
  briefing: '',
  complaint: '',
}
let name = ''

test.describe(() => {
  test.describe.configure({ mode: 'serial' })

  test('a project to ask for', async ({ page }) => {
    await signIn(page, 'steward', '/projects?view=mine')
    const link = page.locator('tbody a[href^="/projects/"]').first()
    name = (await link.textContent()) ?? ''
    await link.click()
    await page.waitForURL(/\/projects\/0/)
    const project = page.url().split('/').at(-1) ?? ''
    await page.goto(`/projects/${project}?view=table`)
    const href = await page.locator('a[href^="/procedures/"]').last().getAttribute('href')
    ids = { ...ids, project, procedure: href?.split('/').at(-1) ?? '' }
    expect(ids.procedure).not.toBe('')
  })

  test('an account to ask for, and a change of it', async ({ page }) => {
    await signIn(page, 'sysadmin', '/accounts?q=steward20')
    await page.locator('tbody a').first().click()
    await page.waitForURL(/\/accounts\/0/)
    const account = page.url().split('/').at(-1) ?? ''
    const reset = page.getByRole('form', { name: '重置密码' })
    await reset.getByLabel('原因').fill('核对权限')
    await reset.getByRole('button', { name: '提请审批' }).click()
    await page.waitForURL(/\/changes\/0/)
    const change = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.goto('/orgs')
    const org = await page.locator('a[href^="/orgs/0"]').first().getAttribute('href')
    ids = { ...ids, account, change, org: org?.split('/').at(-1) ?? '' }
  })

  test('an entry of the log to ask for', async ({ page }) => {
    await signIn(page, 'auditor', '/audit?who=sysadmin')
    const entry = await page.locator('tbody a').first().getAttribute('href')
    ids = { ...ids, entry: entry?.split('/').at(-1) ?? '' }
  })

  test('a task to ask for, and its slip', async ({ page }) => {
    await signIn(page, 'agency')
    await page.goto('/tasks?state=all&mine=1')
    const task = await page.locator('tbody a[href^="/tasks/0"]').first().getAttribute('href')
    await page.goto(task ?? '')
    const slip = await page.locator('a[href^="/tasks/slips/0"]').first().getAttribute('href')
    ids = { ...ids, task: task?.split('/').at(-1) ?? '', slip: slip?.split('/').at(-1) ?? '' }
  })

  test('a problem to ask for', async ({ page }) => {
    await signIn(page, 'office')
    const issue = await page.locator('#issues a[href^="/issues/0"]').first().getAttribute('href')
    ids = { ...ids, issue: issue?.split('/').at(-1) ?? '' }
    expect(ids.issue).not.toBe('')
  })

  test('a row of the ranking to ask for', async ({ page }) => {
    await signIn(page, 'steward', '/ranking?month=2026-09')
    const row = await page.locator('#score a[href^="/ranking/2026-09/steward/"]').first().getAttribute('href')
    ids = { ...ids, row: new URL(row ?? '', page.url()).pathname.split('/').at(-1) ?? '' }
    expect(ids.row).not.toBe('')
  })

  test('a need, a waiver, an approval and a briefing to ask for', async ({ page }) => {
    await signIn(page, 'steward', '/factors?state=all')
    const need = await page.locator('tbody a[href^="/factors/0"]').first().getAttribute('href')
    const waiversSeen = async () => {
      await page.goto('/waivers?state=all')
      const links = page.locator('main a[href^="/waivers/0"]')
      return links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))
    }
    const own = await waiversSeen()
    await page.context().clearCookies()
    await signIn(page, 'office', '/waivers?state=all')
    const waiver = (await waiversSeen()).find((href) => !own.includes(href)) ?? null
    await page.goto('/approvals?state=decided')
    const approval = await page.locator('main a[href^="/approvals/0"]').last().getAttribute('href')
    await page.goto('/briefings?state=published')
    const briefing = await page.locator('tbody a[href^="/briefings/0"]').first().getAttribute('href')
    const last = (href: string | null) => href?.split('/').at(-1) ?? ''
    ids = { ...ids, need: last(need), waiver: last(waiver), approval: last(approval), briefing: last(briefing) }
    expect(ids.need && ids.waiver && ids.approval && ids.briefing).not.toBe('')
  })

  test('what the commission released to ask for', async ({ page }) => {
    await signIn(page, 'discipline', '/supervision/slips?state=CLOSED&source=RELEASE')
    const slip = await page.locator('tbody a[href^="/supervision/slips/0"]').first().getAttribute('href')
    ids = { ...ids, supervision: slip?.split('/').at(-1) ?? '' }
    expect(ids.supervision).not.toBe('')
  })

  test('a walk of a unit without accounts and what was found on it to ask for', async ({ page }) => {
    await signIn(page, 'office', '/services/walks?q=商务局')
    const walk = await page.locator('tbody a[href^="/services/walks/0"]').first().getAttribute('href')
    await page.goto(walk ?? '')
    const finding = await page.locator('main a[href^="/services/walks/findings/0"]').first().getAttribute('href')
    ids = { ...ids, walk: walk?.split('/').at(-1) ?? '', finding: finding?.split('/').at(-1) ?? '' }
    expect(ids.walk && ids.finding).not.toBe('')
  })

  test('a complaint to ask for', async ({ page }) => {
    await signIn(page, 'agency', '/supervision/complaints?q=竣工验收')
    const complaint = await page.locator('tbody a[href^="/supervision/complaints/0"]').first().getAttribute('href')
    ids = { ...ids, complaint: complaint?.split('/').at(-1) ?? '' }
    expect(ids.complaint).not.toBe('')
  })

  test('an enterprise to ask for, what it looks for, and business abroad', async ({ page }) => {
    await signIn(page, 'office', '/services/outbound')
    const idOf = async (links: string) =>
      (await page.locator(`tbody a[href^="${links}/0"]`).first().getAttribute('href'))?.split('/').at(-1) ?? ''
    const abroad = await idOf('/services/outbound')
    await page.goto(`/services/outbound/${abroad}`)
    const enterprise = (await page.locator('dl a').first().getAttribute('href'))?.split('/').at(-1) ?? ''
    // Of a shop, which has no project.
    await page.goto('/services/jobs?state=all&q=%E4%BA%8C%E4%B8%83%E5%8C%BA')
    const job = await idOf('/services/jobs')
    await page.goto('/services/jobs/events?state=PLANNED')
    ids = { ...ids, abroad, enterprise, job, event: await idOf('/services/jobs/events') }
    expect(ids.abroad && ids.enterprise && ids.job && ids.event).not.toBe('')
  })

  test('a need at a bank to ask for', async ({ page }) => {
    await signIn(page, 'bank', '/financing')
    const loan = await page.locator('tbody a[href^="/financing/0"]').first().getAttribute('href')
    ids = { ...ids, loan: loan?.split('/').at(-1) ?? '' }
    expect(ids.loan).not.toBe('')
  })

  test('a harbour, events and an intention to ask for', async ({ page }) => {
    await signIn(page, 'office', '/financing/harbours')
    const idAt = async (path: string) => {
      await page.goto(path)
      return (await page.locator('tbody a').first().getAttribute('href'))?.split('/').at(-1) ?? ''
    }
    ids = {
      ...ids,
      harbour: await idAt('/financing/harbours'),
      point: await idAt('/supervision/points'),
      bankEvent: await idAt('/financing/events?q=先进制造业'),
      ahead: await idAt('/financing/events?q=马寨片区'),
      intention: await idAt('/financing/events/intentions?q=演示银行'),
    }
    expect(ids.harbour && ids.point && ids.bankEvent && ids.ahead && ids.intention).not.toBe('')
  })

  // A city opens what a leader opens, and finds nothing of a district in it: ranking-papers.spec.ts.
  for (const role of demoAccounts.filter((who) => who !== 'city'))
    test(`${role} opens what is his and nothing else`, async ({ page }) => {
      await signIn(page, role)
      const menu = page.locator('nav').first().getByRole('link')
      await expect(menu.first()).toBeVisible()
      const hrefs = await menu.evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
      for (const href of hrefs) expect(`${href}: ${PAGES[href]?.may.includes(role)}`).toBe(`${href}: true`)
      for (const [route, rule] of Object.entries(PAGES)) {
        if (/\/(pro|tasks|issues).*\[id\]/.test(route) && BY_ROW.includes(role)) continue
        // The problem is not of a project of his.
        if (route === '/issues/[id]' && role === 'steward') continue
        if (/\/(pro|tasks|factors|waivers).*\[id\]/.test(route) && BY_ROW.includes(role)) continue
        // The enterprise whose need it is may lie on his ground.
        if (route === '/services/jobs/[id]' && role === 'street') continue
        if (/\/(pro|tasks|factors|waivers|approvals).*\[id\]/.test(route) && BY_ROW.includes(role)) continue
        const answer = await page.request.get(rule.path?.(ids) ?? route)
        const body = await answer.text()
        const allowed = rule.may.includes(role)
        expect(`${route} ${[200, 403, 404].includes(answer.status()) ? '' : answer.status()}`).toBe(`${route} `)
        expect(`${route}: ${answer.status() === 200}`).toBe(`${route}: ${allowed}`)
        if (!allowed) expect(body).not.toContain(name)
      }
    })

  test('nobody signed in is led to sign-in, whatever the page', async ({ request }) => {
    for (const [route, rule] of Object.entries(PAGES)) {
      const answer = await request.get(rule.path?.(ids) ?? route, { maxRedirects: 0 })
      expect(`${route} ${answer.status()}`).toMatch(/30[37]|200/)
      expect(await answer.text()).not.toContain(name)
    }
  })
})
