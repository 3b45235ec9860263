// The database this process works on: DATABASE_URL if given, else the embedded one, started when it does not run.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from './embedded-pg.mjs'
import { keepDatabase } from './keep-database.mjs'
import { migrateDeploy } from './migrate-deploy.mjs'
import { databaseProblem, refuse } from './settings.mjs'

export const dataDir = () => path.resolve(process.env.DATA_DIR ?? '.data')

/** Adds what .env sets; real environment variables win. */
export function loadSettings() {
  try {
    process.loadEnvFile('.env')
  } catch {}
}

/**
 * Opens (and migrates) the database; sets DATABASE_URL for what runs after. Whatever is to be refused is refused before a
 * database is touched.
 */
export async function openDatabase(log = console.error, demoOnly = false) {
  loadSettings()
  refuse(databaseProblem(process.env, demoOnly))
  let embedded
  if (!process.env.DATABASE_URL) {
    embedded = await startEmbedded({ dir: path.join(dataDir(), 'pg'), log })
    process.env.DATABASE_URL = embedded.url
    process.env.EMBEDDED_DATABASE = '1'
  }
  const applied = await migrateDeploy(process.env.DATABASE_URL)
  if (applied.length) log(`migrations applied: ${applied.join(', ')}`)
  return embedded
}

/**
 * Gives an embedded database that has no district yet the demo district, so that a fresh clone works at once.
 *
 * @param stdout where the seed speaks: 2 keeps it out of what a command prints
 * @returns exit code of the seed, 0 when there was nothing to do
 */
export async function seedIfEmpty(stdout = 1) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    if ((await client.query('select 1 from "District" limit 1')).rowCount !== 0) return 0
    // Connected all the while: somebody else who ends now must not take the server with him.
    const seed = spawnSync(process.execPath, ['scripts/run.mjs', 'prisma/seed/main.ts'], {
      stdio: ['inherit', stdout, 'inherit'],
    })
    return seed.status ?? 1
  } finally {
    await client.end()
  }
}

/**
 * Finds out which password the demo accounts have, after giving them the one DEMO_PASSWORD asks for.
 *
 * @returns {Promise<{ password: string | null, applied: boolean, own: string[], disabled: string[] }>} as
 * prisma/seed/demo-password.ts says; a demo whose accounts cannot be read promises no password
 */
export async function settleDemo() {
  const args = ['--conditions=react-server', '--import', 'tsx', 'prisma/seed/demo-password.ts']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return code === 0 ? JSON.parse(said) : { password: null, applied: false, own: [], disabled: [] }
}

/**
 * Keeps the embedded server up as long as this process runs.
 *
 * @returns a function that lets go
 */
export function keepEmbedded(embedded, log = console.error) {
  const dir = path.join(dataDir(), 'pg')
  return keepDatabase({
    url: embedded.url,
    start: () => startEmbedded({ dir, log, onPort: embedded.port }),
    log,
  })
}

/** Secret that signs session cookies; made once and kept beside the data when the environment gives none. */
export function ensureSecret() {
  if (process.env.NEXTAUTH_SECRET) return
  const file = path.join(dataDir(), 'auth-secret')
  fs.mkdirSync(dataDir(), { recursive: true })
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  process.env.NEXTAUTH_SECRET = fs.readFileSync(file, 'utf8').trim()
}
