// Real requests of a signed-in visitor, to servers of two sizes in turn: whatever else the machine does meets both alike.
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { hashPassword } from '@/lib/auth/password'
import type { Population } from './population'
import { serve } from './server'
import { type Figures, figuresOf, timed, WARM } from './timing'
import { type Visitor, visitorOf } from './visitor'

const PASSWORD = 'Bench-Pass-7742'
const RUNS = 40

type Site = Readonly<{
  projects: number
  office: Visitor
  agency: Visitor
  project: string
  /** Running procedures, another for each move. */
  moves: string[]
  stop: () => Promise<void>
}>

/** How long nothing may have run until the jobs are taken to be over, and how long they may take. */
const QUIET_S = 5
const JOBS_MAX_S = 600

/** Waits for the jobs a server begins its day with, colours asked anew first: at 10,000 projects that takes minutes. */
async function jobsOver(client: pg.Client, today: string): Promise<void> {
  for (let waited = 0; waited < JOBS_MAX_S; waited++) {
    const { rows } = await client.query<{ running: number; quiet: number | null; due: boolean }>(
      `SELECT count(*) FILTER (WHERE "finishedAt" IS NULL)::int AS running,
        extract(epoch FROM now() - max(greatest("startedAt", "finishedAt")))::float8 AS quiet,
        EXISTS (SELECT 1 FROM "Project" WHERE "nextLevelOn" <= $1::date) AS due FROM "JobRun"`,
      [today],
    )
    if (rows[0]?.running === 0 && !rows[0].due && (rows[0].quiet ?? 0) >= QUIET_S) return
    await sleep(1000)
  }
  throw new Error('the jobs of the day have not ended: they would be measured with the pages')
}

async function siteOf({ url, client, projects }: Population, passwordHash: string, today: string): Promise<Site> {
  await client.query('UPDATE "User" SET "passwordHash" = $1', [passwordHash])
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM "Procedure" WHERE state = 'ACCEPTED' ORDER BY id DESC LIMIT $1`,
    [RUNS + WARM],
  )
  const first = await client.query<{ id: string }>('SELECT id FROM "Project" ORDER BY level DESC, number LIMIT 1')
  const { base, stop } = await serve(url, today)
  await jobsOver(client, today)
  const [office, agency] = [visitorOf(base), visitorOf(base)]
  await office.signIn('bench-office', PASSWORD)
  await agency.signIn('bench-agency', PASSWORD)
  return { projects, office, agency, project: first.rows[0]?.id ?? '', moves: rows.map((row) => row.id), stop }
}

/** What is asked; each returns a function whose time is taken, so that what leads up to it is not. */
type Asked = Readonly<Record<string, (site: Site) => Promise<() => Promise<unknown>>>>

/** Pages of a published month. */
export const RANKING_PAGES: Asked = {
  agencies: async (site) => () => site.office.open('/ranking?month=2026-10&table=AGENCY'),
  projects: async (site) => () => site.office.open('/ranking?month=2026-10&table=PROJECT'),
  bulletin: async (site) => () => site.office.open('/ranking/2026-10/bulletin'),
  figure: async (site) => () => site.office.open('/ranking/2026-10/bulletin?figure=items.AGENCY.all.A'),
}

/** Pages of every day, and a move. */
export const PAGES: Asked = {
  list20: async (site) => () => site.office.open('/projects?size=20'),
  list50: async (site) => () => site.office.open('/projects?size=50'),
  list100: async (site) => () => site.office.open('/projects?size=100'),
  agencyList20: async (site) => () => site.agency.open('/projects?size=20'),
  projectPage: async (site) => () => site.office.open(`/projects/${site.project}`),
  queue: async (site) => () => site.office.open('/procedures'),
  queueDone: async (site) => () => site.office.open('/procedures?group=done'),
  warnings: async (site) => () => site.office.open('/warnings'),
  procedureMove: async (site) => {
    const id = site.moves.pop()
    if (!id) throw new Error('no procedure left to move')
    return site.office.fill(`/procedures/${id}/finish`, 'name="version"', {})
  },
}

/**
 * Time until an answer has arrived completely, by size of the district.
 *
 * @returns figures by what was asked, and the larger one's median over the smaller one's
 */
export async function benchRequests(populations: readonly Population[], today: string, asked: Asked) {
  const passwordHash = await hashPassword(PASSWORD)
  const sites: Site[] = []
  try {
    for (const population of populations) sites.push(await siteOf(population, passwordHash, today))
    const figures: Record<string, Record<string, Figures> & { ratio?: number }> = {}
    for (const [name, ask] of Object.entries(asked)) {
      const times = sites.map((): number[] => [])
      for (let round = -WARM; round < RUNS; round++)
        for (const [i, site] of sites.entries()) {
          const ms = await timed(await ask(site))
          if (round >= 0) times[i]?.push(ms)
        }
      const own = sites.map((site, i) => [`p${site.projects}`, figuresOf(times[i] ?? [])] as const)
      const [small, large] = own.map(([, { medianMs }]) => medianMs)
      figures[name] = Object.fromEntries(own)
      if (small && large) figures[name] = { ...figures[name], ratio: Math.round((large / small) * 100) / 100 } as never
    }
    return figures
  } finally {
    await Promise.all(sites.map((site) => site.stop()))
  }
}
