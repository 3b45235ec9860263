// The database of the run, for a state the demo has not got and no page makes.
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../scripts/embedded-pg.mjs'

/** Inserts one row and answers its id. */
export type Insert = (sql: string, values: readonly unknown[]) => Promise<string>

/** Does all of it in one transaction. */
export async function inOwnDatabase(work: (client: pg.Client, insert: Insert) => Promise<void>): Promise<void> {
  const { url } = await startEmbedded({ dir: path.resolve(process.env.E2E_DATA ?? '.data/e2e', 'pg'), log: () => {} })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    await work(client, async (sql, values) => (await client.query<{ id: string }>(sql, [...values])).rows[0]?.id ?? '')
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
