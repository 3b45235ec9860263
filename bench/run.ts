// npm run bench [-- NAME…]: measured figures as JSON. Names: rules, district-142, district-10000, requests, client. What they
// mean: docs/performance.md.
import { spawnSync } from 'node:child_process'
import os from 'node:os'
import { benchClientSize } from './client-size'
import { type Population, populate } from './population'
import { benchRequests } from './requests'
import { benchRules } from './rules'

const TODAY = '2026-11-23'
const SIZES = [142, 10_000] as const

const populations = new Map<number, Population>()

/** Figures of a district by itself; they leave it filled and coloured. */
const measured = new Map<number, unknown>()

async function district(projects: number): Promise<unknown> {
  if (measured.has(projects)) return measured.get(projects)
  const population = await populate(process.env.DATABASE_URL ?? '', projects, TODAY)
  populations.set(projects, population)
  const args = [...process.execArgv, 'bench/district.ts', String(projects)]
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: population.url },
  })
  if (status !== 0) throw new Error(`the district of ${projects} projects could not be measured`)
  const figures = { fillMs: population.fillMs, ...(JSON.parse(stdout) as object) }
  measured.set(projects, figures)
  return figures
}

async function requests(): Promise<unknown> {
  for (const projects of SIZES) await district(projects)
  return benchRequests([...populations.values()], TODAY)
}

const BENCHES: Readonly<Record<string, () => unknown>> = {
  rules: benchRules,
  'district-142': () => district(142),
  'district-10000': () => district(10_000),
  requests,
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
