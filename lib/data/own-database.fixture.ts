import pg from 'pg'
import { afterAll } from 'vitest'
import { connect } from './db'

// vitest setupFile of the integration project, run before each test file: a copy of the migrated database for that file
// alone, so that files run side by side and none finds another's rows.
const template = new URL(process.env.DATABASE_URL ?? '')
const name = `${template.pathname.slice(1)}_${process.pid}`

/** One statement on the server, from beside the databases it is about. */
async function administer(statement: string): Promise<void> {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

await administer(`create database ${name} template ${template.pathname.slice(1)}`)
const own = new URL(template)
own.pathname = `/${name}`
process.env.DATABASE_URL = own.href
// Plates are signed with it.
process.env.NEXTAUTH_SECRET ??= 'a-secret-of-the-tests-that-is-long-enough'
// No test asserts how long a transaction takes: a busy machine may take longer than a visitor would be left waiting.
const shared = globalThis as { db?: ReturnType<typeof connect> }
shared.db = connect(60_000)

afterAll(async () => {
  await shared.db?.$disconnect()
  await administer(`drop database if exists ${name} with (force)`)
})
