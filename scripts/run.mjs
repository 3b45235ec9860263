// Runs a TypeScript command: node scripts/run.mjs scripts/doctor.ts …
// Most need a database; it is started here and stopped again when nobody else uses it.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureSecret, loadSettings, openDatabase, seedIfEmpty } from './database.mjs'

process.chdir(path.resolve(import.meta.dirname, '..'))
const [script, ...args] = process.argv.slice(2)
const withoutDatabase = new Set(['scripts/rules.ts'])
// A ledger needs a district to go into: on a fresh clone that is the demo's, as at npm start.
const needsDistrict = new Set(['scripts/import.ts'])

let embedded
if (!withoutDatabase.has(script)) {
  loadSettings()
  if (script === 'scripts/admin-create.ts' && !process.env.DATABASE_URL) {
    console.error('admin:create is for a production database: set DATABASE_URL.')
    process.exit(1)
  }
  embedded = await openDatabase(console.error, script === 'scripts/demo-reset.ts')
  ensureSecret()
  const seeded = embedded && needsDistrict.has(script) ? await seedIfEmpty(2) : 0
  if (seeded !== 0) {
    await embedded.stopIfUnused()
    process.exit(seeded)
  }
}
// lib/data is marked server-only; this condition makes the mark resolve to nothing outside a bundler.
const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, ...args], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
const code = await new Promise((resolve) => child.on('exit', (status) => resolve(status ?? 1)))
if (embedded?.started) await embedded.stopIfUnused()
process.exit(code)
