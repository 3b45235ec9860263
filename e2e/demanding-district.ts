// A district that may demand a second factor of its people: the demand falls on whole groups, and in the demo every group is in
// some other journey. Its own system and security administrator, and somebody of its office.
import { inOwnDatabase } from './own-database'

export const DEMANDS = { sysadmin: 'sysadmin-strict', secadmin: 'secadmin-strict', office: 'office-strict' } as const

/** Makes the district once; everybody's password is that of the demo. */
export const makeDemandingDistrict = (): Promise<void> =>
  inOwnDatabase(async (client, insert) => {
    const district = await insert(
      `INSERT INTO "District"(id, code, name, "isDemo") VALUES (gen_random_uuid(), '410197', '严管区', true) RETURNING id`,
      [],
    )
    const org = await insert(
      `INSERT INTO "Org"(id, "districtId", kind, name, "shortName")
       VALUES (gen_random_uuid(), $1, 'OFFICE', '严管区“双轮驱动”领导小组办公室', '严管区办公室') RETURNING id`,
      [district],
    )
    for (const [role, username] of Object.entries(DEMANDS)) {
      const person = await insert(
        `INSERT INTO "Person"(id, "districtId", name, "orgId") VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id`,
        [district, `严${role === 'office' ? '办事' : role === 'sysadmin' ? '系统' : '安全'}`, org],
      )
      await client.query(
        `INSERT INTO "User"(id, "districtId", username, "passwordHash", role, "personId", "orgId")
         SELECT gen_random_uuid(), $1, $2, "passwordHash", role, $3, $4 FROM "User" WHERE username = $5`,
        [district, username, person, role === 'office' ? org : null, role],
      )
    }
  })
