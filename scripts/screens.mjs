// Photographs every screen of the running demo into docs/screens: npm run screens [-- http://localhost:3000]. A figure of
// the documentation is never older than the last run.
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { browserPath } from './browser.mjs'

const base = process.argv[2] ?? 'http://localhost:3000'
const folder = path.resolve(import.meta.dirname, '../docs/screens')
const password = process.env.DEMO_PASSWORD ?? 'Erqi-Demo-2026'

/** Shapes a screen is looked at in. */
const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** name, account, address, shape; a function as address finds it on the page that is open. */
const first = (selector) => async (page) => page.locator(selector).first().getAttribute('href')
const aProject = first('main a[href^="/projects/0"]:visible')
const aProcedure = first('main a[href^="/procedures/"]:visible')
const aTask = async (page) => {
  await page.goto('/tasks')
  return first('main a[href^="/tasks/0"]:visible')(page)
}
/** A page of the week that is being prepared, or of the last one that met: which they are depends on the day of the demo. */
const inWeek =
  (tail, weeksAgo = 0) =>
  async (page) => {
    await page.goto('/meetings')
    const links = await page.locator('main a[href^="/meetings/2"]').evaluateAll((all) => all.map((a) => a.pathname))
    const weeks = [...new Set(links.map((link) => /^\/meetings\/[\d-]+/.exec(link)?.[0]))]
    return `${weeks[weeksAgo]}${tail}`
  }
/** Where the score beside the table comes from, and a page of the month before the one that is drafted. */
const aScore = async (page) => {
  await page.goto('/ranking')
  return first('main a[href^="/ranking/2"]:not([href*="bulletin"]):visible')(page)
}
const published = (tail) => async (page) => {
  await page.goto('/ranking')
  const [month] = /\d{4}-\d{2}/.exec(await first('main a[href*="month="]')(page)) ?? []
  return `/ranking/${month}${tail}`
}
const anIssue = async (page) => {
  await page.goto('/issues')
  return first('main a[href^="/issues/0"]:visible')(page)
}
/** What decides the start of a project that is late. */
const aForecast = async (page) => {
  await page.goto('/projects?level=RED')
  return `${await aProject(page)}/forecast`
}
/** The page a plate opens. */
const aPlate = async (page) => {
  await page.goto('/supervision/posters')
  const [code] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await page.locator('main').innerText()) ?? []
  return `/r/${code}`
}
const SCREENS = [
  ['login', null, '/login', DESK],
  ['today-steward', 'steward', '/', DESK],
  ['today-steward-phone', 'steward', '/', PHONE],
  ['project', 'steward', aProject, DESK],
  ['project-phone', 'steward', aProject, PHONE],
  ['procedure', 'steward', aProcedure, DESK],
  ['procedure-phone', 'steward', aProcedure, PHONE],
  ['today-office', 'office', '/', DESK],
  ['ledger', 'office', '/projects', DESK],
  ['ledger-phone', 'steward', '/projects?view=warned', PHONE],
  ['queue-phone', 'agency', '/procedures', PHONE],
  ['ledger-gantt', 'office', '/projects?show=gantt', DESK],
  ['ledger-board', 'office', '/projects?show=board', DESK],
  ['ledger-print', 'office', '/projects/print?view=warned&paper=a3', DESK],
  ['remind', 'office', '/projects/remind?view=warned&pick=all', DESK],
  ['transfer', 'office', '/projects/transfer?level=RED&pick=all', DESK],
  ['project-new', 'office', '/projects/new?template=RENO&step=2', DESK],
  ['queue', 'office', '/procedures', DESK],
  ['warnings', 'office', '/warnings', DESK],
  ['imports', 'office', '/imports', DESK],
  ['meetings', 'office', '/meetings', DESK],
  ['meeting-changes', 'office', inWeek(''), DESK],
  ['agenda', 'office', inWeek('/agenda'), DESK],
  ['agenda-phone', 'leader', inWeek('/agenda'), PHONE],
  ['topic-sheets', 'office', inWeek('/sheets'), DESK],
  ['room', 'office', inWeek('/room', 1), { viewport: { width: 1920, height: 1080 } }],
  ['minutes', 'office', inWeek('/minutes', 1), DESK],
  ['brief', 'office', inWeek('/brief', 1), DESK],
  ['meeting-history', 'office', '/meetings/history', DESK],
  ['tasks', 'office', '/tasks', DESK],
  ['tasks-phone', 'agency', '/tasks', PHONE],
  ['task', 'office', aTask, DESK],
  ['slips', 'office', '/tasks/slips', DESK],
  ['slips-colours', 'office', '/tasks/slips?of=colour', DESK],
  ['issues', 'office', '/issues', DESK],
  ['issue', 'office', anIssue, DESK],
  ['issue-phone', 'office', anIssue, PHONE],
  ['issue-new-phone', 'steward', '/issues/new', PHONE],
  ['issue-figures', 'office', '/issues/figures', DESK],
  ['factors', 'office', '/factors', DESK],
  ['waivers', 'office', '/waivers', DESK],
  ['approvals', 'office', '/approvals', DESK],
  ['enterprises', 'office', '/enterprises', DESK],
  ['financing', 'office', '/financing', DESK],
  ['today-bank', 'bank', '/', DESK],
  ['bank-events', 'office', '/financing/events', DESK],
  ['services', 'office', '/services', DESK],
  ['walks-phone', 'agencyhead', '/services/walks', PHONE],
  ['briefings', 'office', '/briefings', DESK],
  ['briefing-standard', 'office', '/briefings/templates', DESK],
  ['drive', 'office', '/briefings/drive', DESK],
  ['notices', 'office', '/notices', DESK],
  ['channels', 'sysadmin', '/channels', DESK],
  ['forecast', 'leader', aForecast, DESK],
  ['time', 'leader', '/time', DESK],
  ['rules-try', 'office', '/rules/try', DESK],
  ['ranking', 'office', '/ranking', DESK],
  ['ranking-running', 'office', '/ranking/running', DESK],
  ['ranking-phone', 'steward', '/ranking', PHONE],
  ['ranking-score', 'office', aScore, DESK],
  ['ranking-rules', 'office', '/ranking/rules', DESK],
  ['bulletin', 'leader', published('/bulletin'), DESK],
  ['ranking-city', 'city', '/ranking/city', DESK],
  ['today-secadmin', 'secadmin', '/', DESK],
  ['help-card', null, '/help/card', DESK],
  ['catalog', 'office', '/catalog', DESK],
  ['rules', 'office', '/rules', DESK],
  ['calendar', 'office', '/calendar', DESK],
  ['orgs', 'office', '/orgs', DESK],
  ['search', 'office', '/search?q=zh', DESK],
  ['help', 'office', '/help', DESK],
  ['today-leader', 'leader', '/', DESK],
  ['today-leader-phone', 'leader', '/', PHONE],
  ['today-head', 'head', '/', DESK],
  ['today-taskforce', 'taskforce', '/', DESK],
  ['today-street', 'street', '/', DESK],
  ['today-agency', 'agency', '/', DESK],
  ['today-agency-phone', 'agency', '/', PHONE],
  ['today-agencyhead', 'agencyhead', '/', DESK],
  ['today-contact-phone', 'contact', '/', PHONE],
  ['me', 'steward', '/me', DESK],
  ['accounts', 'sysadmin', '/accounts', DESK],
  ['changes', 'secadmin', '/changes', DESK],
  ['audit', 'auditor', '/audit', DESK],
  ['audit-chain', 'auditor', '/audit/chain', DESK],
  ['today-discipline', 'discipline', '/', DESK],
  ['today-bizenv', 'bizenv', '/', DESK],
  ['supervision', 'discipline', '/supervision', DESK],
  ['complaints', 'bizenv', '/supervision/complaints', DESK],
  ['reports', 'discipline', '/supervision/reports', DESK],
  ['supervision-slips', 'discipline', '/supervision/slips', DESK],
  ['supervision-analysis', 'discipline', '/supervision/analysis', DESK],
  ['points', 'discipline', '/supervision/points', DESK],
  ['posters', 'discipline', '/supervision/posters', DESK],
  ['public-form-phone', 'discipline', aPlate, PHONE],
]

fs.rmSync(folder, { recursive: true, force: true })
fs.mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: browserPath(),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking'],
})
try {
  for (const [name, account, address, shape] of SCREENS) {
    const context = await browser.newContext({ ...shape, baseURL: base, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    await page.goto('/login')
    if (account) {
      await page.getByLabel('账号').fill(account)
      await page.getByLabel('密码').fill(password)
      await page.getByRole('button', { name: '登录' }).click()
      await page.waitForURL((url) => url.pathname !== '/login')
    }
    await page.goto(typeof address === 'string' ? address : await address(page))
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.screenshot({ path: path.join(folder, `${name}.png`) })
    await context.close()
    console.log(name)
  }
} finally {
  await browser.close()
}
