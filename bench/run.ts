// npm run bench [-- NAME…]: measured figures as JSON. Names: rules, district-142, district-10000, client, pages.
import { spawnSync } from 'node:child_process'
import os from 'node:os'
import { benchClientSize } from './client-size'
import { benchPages } from './pages'
import { benchRules } from './rules'

function district(projects: number): unknown {
  const args = [...process.execArgv, 'bench/district.ts', String(projects)]
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the district of ${projects} projects could not be measured`)
  return JSON.parse(stdout)
}

const BENCHES: Readonly<Record<string, () => unknown>> = {
  rules: benchRules,
  'district-142': () => district(142),
  'district-10000': () => district(10_000),
  client: benchClientSize,
  pages: benchPages,
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 2
} else {
  const figures: Record<string, unknown> = { machine: { cores: os.availableParallelism(), node: process.version } }
  for (const [name, measure] of Object.entries(BENCHES))
    if (names.length === 0 || names.includes(name)) figures[name] = await measure()
  console.log(JSON.stringify(figures, null, 2))
}
