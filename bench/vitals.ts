// npm run vitals [-- NAME…]: what somebody at a slow machine and on a slow line waits for, page by page, in a real browser.
// Prints a table; method and targets: docs/performance.md. Not part of npm test: a busy machine would fail it.
import { randomBytes } from 'node:crypto'
import { type Browser, chromium, type Page } from '@playwright/test'
import { hashPassword } from '@/lib/auth/password'
import { newPlateCode } from '@/lib/data/plates'
import { browserPath } from '@/scripts/browser.mjs'
import { populate } from './population'
import { serve } from './server'
import { observe, type Seen, seenOn } from './vitals-observer'

const TODAY = '2026-11-23'
const PASSWORD = 'Bench-Pass-7742'
const RUNS = Number(process.env.VITALS_RUNS ?? 5)
const PROJECTS = Number(process.env.VITALS_PROJECTS ?? 1000)

type Profile = Readonly<{
  viewport: { width: number; height: number }
  touch: boolean
  kbps: number
  latency: number
  lcp: number
}>
/** Both with a processor slowed to a quarter. */
const PROFILES: Readonly<Record<'P1' | 'P2', Profile>> = {
  P1: { viewport: { width: 390, height: 844 }, touch: true, kbps: 1600, latency: 150, lcp: 2000 },
  P2: { viewport: { width: 1440, height: 900 }, touch: false, kbps: 10_000, latency: 40, lcp: 1200 },
}
const INP_MS = 200
const TBT_MS = 200
const CLS = 0.02

type Ids = Readonly<{ project: string; procedure: string; plate: string }>
type Visit = Readonly<{
  name: string
  profile: keyof typeof PROFILES
  account: string | null
  path: (ids: Ids) => string
  /** Where it has to be there sooner than its profile says. */
  lcp?: number
  /** What a reader does on the page; each press and key counts for INP. */
  act: (page: Page) => Promise<void>
}>

/** The first menu there is: on a phone a page below the tabs has its own bar. */
const menu = async (page: Page) => page.locator('details > summary').filter({ visible: true }).first().click()
const type = async (page: Page) => {
  const field = page.locator('search[data-ready] input').first()
  await field.click()
  await field.pressSequentially('cs', { delay: 60 })
}
const signIn = async (page: Page) => {
  await page.locator('input[name="username"]').click()
  await page.keyboard.type('office', { delay: 40 })
}
/** From topic to topic, as fast as somebody leafs. */
const leaf = async (page: Page) => {
  await page.locator('.room[data-ready]').waitFor()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight'])
    await page.keyboard.press(key, { delay: 60 })
}

/** What happened, in a few words, as fast as somebody types on a phone. */
const tell = async (page: Page) => {
  await page.locator('#text').click()
  await page.keyboard.type('kazhule', { delay: 60 })
}

/** A monitoring point with a plate, as the first of the district has one. */
const POINT = `
  INSERT INTO "MonitorPoint" (id, "districtId", number, name, kind, address, "supervisorId", "contactId", "registeredOn", "openedOn")
  SELECT gen_random_uuid(), d.id, 1, '监测点', 'PARK', '马寨', p.id, p.id, $1::date, $1::date
  FROM "District" d, (SELECT id FROM "Person" LIMIT 1) p LIMIT 1
  RETURNING id, "districtId"`
const PLATE = `
  INSERT INTO "CodePlate" (id, "pointId", code, "issuedOn", "issuedById", "postedOn")
  SELECT gen_random_uuid(), $1, $2, $3::date, u.id, $3::date FROM "User" u LIMIT 1`

/** A meeting of the day that sits, with as many topics as one takes. */
const MEETING = `
  WITH meeting AS (
    INSERT INTO "Meeting" (id, "districtId", "weekOf", year, week, "on", hour, state, "sentAt", "startedAt")
    SELECT gen_random_uuid(), id, $1::date, 2026, 48, $1::date, 15, 'SENT', now(), now() FROM "District" LIMIT 1
    RETURNING id, "districtId")
  INSERT INTO "AgendaItem" (id, "meetingId", position, rule, "projectId", level)
  SELECT gen_random_uuid(), meeting.id, row_number() OVER (ORDER BY p.level DESC, p.number), 'NEW_RED', p.id, p.level
  FROM meeting JOIN "Project" p ON p."districtId" = meeting."districtId"
  ORDER BY p.level DESC, p.number LIMIT 12`

const VISITS: readonly Visit[] = [
  { name: 'sign-in', profile: 'P1', account: null, path: () => '/login', act: signIn },
  { name: 'workbench', profile: 'P1', account: 'bench-steward', path: () => '/', act: menu },
  { name: 'project', profile: 'P1', account: 'bench-office', path: (ids) => `/projects/${ids.project}`, act: menu },
  {
    name: 'procedure move',
    profile: 'P1',
    account: 'bench-office',
    path: (ids) => `/procedures/${ids.procedure}/finish`,
    act: menu,
  },
  {
    name: 'code scanned at a point',
    profile: 'P1',
    account: null,
    path: (ids) => `/r/${ids.plate}`,
    lcp: 1200,
    act: tell,
  },
  { name: 'sign-in', profile: 'P2', account: null, path: () => '/login', act: signIn },
  { name: 'workbench', profile: 'P2', account: 'bench-steward', path: () => '/', act: type },
  {
    name: 'ledger, 50 rows',
    profile: 'P2',
    account: 'bench-office',
    path: () => '/projects?size=50',
    act: async (page) => {
      await page.locator('tbody input[type="checkbox"]').first().click()
      await type(page)
    },
  },
  { name: 'project', profile: 'P2', account: 'bench-office', path: (ids) => `/projects/${ids.project}`, act: menu },
  { name: 'warnings', profile: 'P2', account: 'bench-office', path: () => '/warnings', act: menu },
  { name: 'meeting mode', profile: 'P2', account: 'bench-office', path: () => '/meetings/2026-48/room', act: leaf },
  { name: 'queue, 50 rows', profile: 'P2', account: 'bench-office', path: () => '/procedures?size=50', act: type },
]

const launch = () =>
  chromium.launch({
    executablePath: browserPath(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking'],
  })

/** Cookies of an account that has signed in at full speed. */
async function cookiesOf(browser: Browser, base: string, account: string) {
  const context = await browser.newContext({ baseURL: base, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto('/login')
  await page.locator('input[name="username"]').fill(account)
  await page.locator('input[name="password"]').fill(PASSWORD)
  await page.locator('main form button[type="submit"]').click()
  await page.waitForURL((url) => url.pathname !== '/login')
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

/** One visit with nothing kept from any before. */
async function visit(
  browser: Browser,
  base: string,
  { profile, path, act }: Visit,
  ids: Ids,
  cookies: Awaited<ReturnType<typeof cookiesOf>>,
): Promise<Seen> {
  const { viewport, touch, kbps, latency } = PROFILES[profile]
  const context = await browser.newContext({
    baseURL: base,
    viewport,
    hasTouch: touch,
    isMobile: touch,
    locale: 'zh-CN',
    serviceWorkers: 'block',
  })
  try {
    await context.addCookies(cookies)
    // tsx names functions by a helper that the page does not have.
    await context.addInitScript('globalThis.__name = (named) => named')
    await context.addInitScript(observe)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    const bytesPerSecond = (kbps * 1000) / 8
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    let bytes = 0
    devtools.on('Network.loadingFinished', (done) => {
      bytes += done.encodedDataLength
    })
    const answer = await page.goto(path(ids), { waitUntil: 'load' })
    if (answer?.status() !== 200) throw new Error(`${path(ids)}: ${answer?.status()}`)
    const loaded = await seenOn(page)
    if (loaded.lcp === 0) throw new Error(`${path(ids)}: the browser saw nothing painted`)
    const arrived = bytes
    await act(page)
    const { inp } = await seenOn(page)
    return { ...loaded, inp, kB: Math.round(arrived / 1000) }
  } finally {
    await context.close()
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

// The server of the bench reads what this process signs.
process.env.PLATE_SECRET ??= randomBytes(32).toString('base64')
const names = process.argv.slice(2)
const wanted = VISITS.filter(
  ({ name, profile }) => names.length === 0 || names.some((n) => `${profile} ${name}`.includes(n)),
)
const population = await populate(process.env.DATABASE_URL ?? '', PROJECTS, TODAY)
const browser = await launch()
let missed = 0
try {
  const { client, url } = population
  await client.query('UPDATE "User" SET "passwordHash" = $1', [await hashPassword(PASSWORD)])
  const server = await serve(url, TODAY)
  try {
    // Colours are worked out by the day's job of the server; a page met before would work them out itself.
    const cookies = new Map<string | null, Awaited<ReturnType<typeof cookiesOf>>>([[null, []]])
    for (const account of new Set(wanted.map((v) => v.account)))
      if (account) cookies.set(account, await cookiesOf(browser, server.base, account))
    await client.query(MEETING, [TODAY])
    const first = async (sql: string) => (await client.query<{ id: string }>(sql)).rows[0]?.id ?? ''
    const points = await client.query<{ id: string; districtId: string }>(POINT, [TODAY])
    const [point = { id: '', districtId: '' }] = points.rows
    const plate = newPlateCode({ districtId: point.districtId, pointId: point.id })
    await client.query(PLATE, [point.id, plate, TODAY])
    const ids = {
      plate,
      project: await first('SELECT id FROM "Project" ORDER BY level DESC, number LIMIT 1'),
      procedure: await first(`SELECT id FROM "Procedure" WHERE state = 'ACCEPTED' ORDER BY id DESC LIMIT 1`),
    }
    console.log(
      '| profile | page | TTFB ms | LCP ms | CLS | TBT ms | INP ms | kB | misses |\n|---|---|---|---|---|---|---|---|---|',
    )
    for (const each of wanted) {
      const all: Seen[] = []
      // The first is not counted: the server has not yet met the page.
      for (let run = -1; run < RUNS; run++) {
        const seen = await visit(browser, server.base, each, ids, cookies.get(each.account) ?? [])
        if (run >= 0) all.push(seen)
      }
      const of = (key: keyof Seen) => median(all.map((seen) => seen[key]))
      const misses = [
        of('lcp') > (each.lcp ?? PROFILES[each.profile].lcp) && 'LCP',
        of('cls') > CLS && 'CLS',
        of('tbt') > TBT_MS && 'TBT',
        of('inp') > INP_MS && 'INP',
      ].filter(Boolean)
      missed += misses.length
      const cells = [of('ttfb'), of('lcp'), of('cls').toFixed(3), of('tbt'), of('inp'), of('kB')]
      console.log(`| ${each.profile} | ${each.name} | ${cells.join(' | ')} | ${misses.join(' ') || '—'} |`)
    }
  } finally {
    await server.stop()
  }
} finally {
  await browser.close()
  await population.drop()
}
console.log(missed === 0 ? '\nevery target met' : `\n${missed} targets missed`)
