import path from 'node:path'
import pg from 'pg'
import { dataDir } from './database.mjs'
import { startEmbedded } from './embedded-pg.mjs'
import { migrateDeploy } from './migrate-deploy.mjs'

/**
 * vitest globalSetup of the integration project: a fresh, migrated database on an embedded PostgreSQL of its own, never
 * the one in DATABASE_URL. Nobody works in it: each test file copies it (lib/data/own-database.fixture.ts). Workers are forked after this,
 * so they inherit the address through the environment.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const outside = { DATABASE_URL: process.env.DATABASE_URL, EMBEDDED_DATABASE: process.env.EMBEDDED_DATABASE }
  const server = await startEmbedded({ dir: path.join(dataDir(), 'test'), database: 'postgres', log: () => {} })
  // Held open for the whole run: another run on the same machine stops the server only when nobody is connected.
  const keeper = new pg.Client({ connectionString: server.url.replace(/\?.*$/, '') })
  // A server killed under the run is reported by the tests that need it, not by an unhandled event here.
  keeper.on('error', () => {})
  await keeper.connect()
  // What a power cut would lose of a test's data may be lost: nobody waits for the disk.
  await keeper.query('alter system set synchronous_commit = off')
  await keeper.query('select pg_reload_conf()')
  const name = `test_${process.pid}_${Date.now()}`
  await keeper.query(`create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  url.search = ''
  await migrateDeploy(url.href)
  process.env.DATABASE_URL = url.href
  process.env.EMBEDDED_DATABASE = '1'

  return async () => {
    // The copies of files that were killed are still there.
    const { rows } = await keeper.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `${name}%`,
    ])
    for (const { datname } of rows) await keeper.query(`drop database ${datname} with (force)`)
    await keeper.end()
    await server.stopIfUnused()
    for (const [key, value] of Object.entries(outside)) {
      if (value === undefined) delete process.env[key]
      else process.env[key] = value
    }
  }
}
