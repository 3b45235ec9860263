// Proves four things: the tree obeys .dependency-cruiser.cjs, every rule there still bites, nobody outside lib/auth turns
// something into an Actor and no rule reads a clock, and the search for either still finds its canary.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const canaries = path.join(root, 'scripts/layer-canaries')
const config = path.join(root, '.dependency-cruiser.cjs')
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const { forbidden } = createRequire(import.meta.url)(config)
/** Fewer modules than this means the cruiser understood nothing (a TypeScript it does not know), not that all is well. */
const FEWEST_MODULES = 30

const layers = ['app', 'components', 'lib', 'prisma/seed', 'instrumentation.ts', 'proxy.ts']
const within = (cwd, names) => names.filter((name) => fs.existsSync(path.join(cwd, name)))

function cruise(cwd) {
  const args = [cruiser, ...within(cwd, layers), '--config', config, '--output-type', 'json']
  // With a JSON report the exit code says nothing about violations; only an unreadable report is a failure here.
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1e9 })
  try {
    return JSON.parse(stdout).summary
  } catch {
    throw new Error(`the layer check could not run: ${stderr || stdout}`)
  }
}

/** What an import cannot show: words in the source, where they must not be, and the canary that proves they are found. */
const searches = [
  {
    problem: 'Actor minted outside lib/auth',
    tops: ['app', 'components', 'lib', 'prisma/seed', 'scripts', 'bench'],
    allowed: /^(lib\/auth|scripts\/layer-canaries)\/|\.(test|fixture)\.tsx?$/,
    words: /\bas\s+(\w+\s+as\s+)?Actor\b/,
    canary: 'lib/data/forged-actor.ts',
  },
  {
    problem: 'a rule that reads a clock or throws dice',
    tops: ['lib/domain'],
    allowed: /\.test\.ts$|\/testdata\//,
    words: /\bnew Date\b|\bDate\.\w|\bMath\.random\b|\bprocess\.env\b/,
    canary: 'lib/domain/to-clock.ts',
  },
]

const search = (cwd, { tops, allowed, words }) =>
  within(cwd, tops)
    .flatMap((top) => fs.readdirSync(path.join(cwd, top), { recursive: true }).map((name) => `${top}/${name}`))
    .filter((name) => /\.tsx?$/.test(name) && !allowed.test(name))
    .filter((name) => words.test(fs.readFileSync(path.join(cwd, name), 'utf8')))

const problems = []
const real = cruise(root)
if (real.totalCruised < FEWEST_MODULES)
  problems.push(`only ${real.totalCruised} modules seen: is TypeScript 6 installed?`)
for (const v of real.violations) problems.push(`${v.rule.name}: ${v.from} → ${v.to}`)

const bitten = new Set(cruise(canaries).violations.map((v) => v.rule.name))
for (const { name } of forbidden) if (!bitten.has(name)) problems.push(`rule without teeth: ${name}`)

for (const wanted of searches) {
  for (const file of search(root, wanted)) problems.push(`${wanted.problem}: ${file}`)
  if (search(canaries, wanted).join() !== wanted.canary) problems.push(`search without teeth: ${wanted.problem}`)
}

if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`layers ok: ${real.totalCruised} modules, ${forbidden.length + searches.length} live rules`)
