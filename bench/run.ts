// npm run bench [-- NAME…]: measured figures as JSON. Names: rules, district-142, district-10000, requests, ranking, simulator,
// briefing, client.
// What they mean: docs/performance.md.
import { spawnSync } from 'node:child_process'
import os from 'node:os'
import { benchClientSize } from './client-size'
import { type Population, populate } from './population'
import { benchRequests, PAGES, RANKING_PAGES } from './requests'
import { benchRules } from './rules'

const TODAY = '2026-11-23'
const SIZES = [142, 10_000] as const

const populations = new Map<number, Population>()

/** Figures of a district by itself; they leave it filled and coloured. */
const measured = new Map<number, unknown>()

/** The district of a size, made when it is first asked for. */
async function populated(projects: number): Promise<Population> {
  const known = populations.get(projects)
  if (known) return known
  const population = await populate(process.env.DATABASE_URL ?? '', projects, TODAY)
  populations.set(projects, population)
  return population
}

/** Runs a measuring script on a district in a process of its own, and reads the JSON it prints. */
function measure(script: string, { projects, url }: Population): object {
  const args = [...process.execArgv, script, String(projects)]
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url },
  })
  if (status !== 0) throw new Error(`the district of ${projects} projects could not be measured`)
  return JSON.parse(stdout) as object
}

async function district(projects: number): Promise<unknown> {
  if (measured.has(projects)) return measured.get(projects)
  const population = await populated(projects)
  const figures = { fillMs: population.fillMs, ...measure('bench/district.ts', population) }
  measured.set(projects, figures)
  return figures
}

/** A month of both districts frozen, read and taken along, then its pages of two servers in turn. */
async function ranking(): Promise<unknown> {
  const both = []
  for (const projects of SIZES) both.push(await populated(projects))
  const frozen = both.map((population) => [`p${population.projects}`, measure('bench/ranking.ts', population)])
  return { ...Object.fromEntries(frozen), pages: await benchRequests(both, TODAY, RANKING_PAGES) }
}

/** A draft of the colour rules tried on both districts, as the office tries it, and the running month counted. */
async function simulator(): Promise<unknown> {
  const figures: Record<string, unknown> = {}
  for (const projects of SIZES) {
    await district(projects)
    figures[`p${projects}`] = measure('bench/simulator.ts', await populated(projects))
  }
  return figures
}

/** Every figure of a briefing of both districts, its draft, its frozen paper, its document, and the statistics of the services. */
async function briefing(): Promise<unknown> {
  const figures: Record<string, unknown> = {}
  for (const projects of SIZES) {
    const population = await populated(projects)
    if (!measured.has(projects)) measure('bench/colours.ts', population)
    figures[`p${projects}`] = measure('bench/briefing.ts', population)
  }
  return figures
}

async function requests(): Promise<unknown> {
  for (const projects of SIZES) await district(projects)
  return benchRequests([...populations.values()], TODAY, PAGES)
}

const BENCHES: Readonly<Record<string, () => unknown>> = {
  rules: benchRules,
  'district-142': () => district(142),
  'district-10000': () => district(10_000),
  // Before any server: one that runs drafts the month that is to be measured.
  ranking,
  requests,
  simulator,
  briefing,
  client: benchClientSize,
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 2
} else {
  const machine = { cores: os.availableParallelism(), node: process.version, loadBefore: os.loadavg()[0] }
  const figures: Record<string, unknown> = { machine }
  try {
    for (const [name, measure] of Object.entries(BENCHES))
      if (names.length === 0 || names.includes(name)) figures[name] = await measure()
  } finally {
    // What was measured before something failed is worth its minutes.
    console.log(JSON.stringify(figures, null, 2))
    for (const population of populations.values()) await population.drop()
  }
}
