// A second person of each role who reads English: the accounts of the demo stay Chinese for whoever else is at work.
import path from 'node:path'
import pg from 'pg'
import { demoAccounts } from '../scripts/demo-accounts.mjs'
import { startEmbedded } from '../scripts/embedded-pg.mjs'

/** Roles seen through who somebody is: their twin is another person of the same rank who has no account. */
const OF_RANK: Readonly<Record<string, string>> = {
  leader: `p.title = '副区长'`,
  contact: `p.id IN (SELECT "contactId" FROM "Project")`,
  agency: `p.title = '经办人'`,
  agencyhead: `p.title = '主要负责人'`,
  taskforce: `p.title = '专班负责人'`,
  street: `p.title = '分管负责人'`,
}

const WITHOUT_ACCOUNT = 'NOT EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id)'

export const twinOf = (role: string) => (role === 'steward' ? 'steward11' : `${role}-en`)

let opened: Promise<void> | undefined

/** Opens the twins once; the other worker finds them there. */
export function openTwins(): Promise<void> {
  opened ??= addTwins()
  return opened
}

async function addTwins(): Promise<void> {
  const { url } = await startEmbedded({ dir: path.resolve(process.env.E2E_DATA ?? '.data/e2e', 'pg'), log: () => {} })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE')
    // All stewards have accounts; this one is nobody else's.
    await client.query(`UPDATE "User" SET locale = 'en' WHERE username = $1`, [twinOf('steward')])
    for (const role of demoAccounts) {
      if (role === 'steward') continue
      const person = OF_RANK[role]
        ? `SELECT p.id, p."orgId", p."enterpriseId" FROM "Person" p WHERE ${OF_RANK[role]} AND ${WITHOUT_ACCOUNT} ORDER BY p.id LIMIT 1`
        : `INSERT INTO "Person"(id, "districtId", name, "orgId") SELECT gen_random_uuid(), "districtId", '林同' || left(md5($1), 3), "orgId" FROM "User" WHERE username = $1 RETURNING id, "orgId", "enterpriseId"`
      await client.query(
        `WITH p AS (${person})
         INSERT INTO "User"(id, "districtId", username, "passwordHash", role, "personId", "orgId", "enterpriseId", locale)
         SELECT gen_random_uuid(), u."districtId", $2, u."passwordHash", u.role, p.id, p."orgId", p."enterpriseId", 'en'
         FROM "User" u, p WHERE u.username = $1 AND NOT EXISTS (SELECT 1 FROM "User" WHERE username = $2)`,
        [role, twinOf(role)],
      )
    }
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}
