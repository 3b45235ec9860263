import 'server-only'
import { db, type Tx } from './db'

/**
 * Time zone our sessions are in, when it is another than UTC: a pooler between us and PostgreSQL may drop what we ask for
 * at the start of a session, and every instant would be stored hours off.
 *
 * @returns null when all is well
 */
export async function foreignZone(client: Pick<Tx, '$queryRaw'> = db): Promise<string | null> {
  const rows = await client.$queryRaw<{ zone: string }[]>`SELECT current_setting('TimeZone') AS zone`
  const zone = rows[0]?.zone ?? ''
  return zone === 'UTC' ? null : zone
}
