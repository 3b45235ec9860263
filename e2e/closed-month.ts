// A district whose month is over, drafted and still unpublished, its time for objections past and one of them undecided: a
// state the demo, which has one month in draft, has not got. A district of its own, so that no other journey meets it.
import { inOwnDatabase } from './own-database'

export const CLOSED_OFFICE = 'office-closed'
export const CLOSED_CLAIM = '出证当天系统停机，晚登记了一天'
export const CLOSED_SIGNER = '康办事'

const CODE = '410198'
/** Rows of the month copied from what the small district of the demo has published of September. */
const COPIED = `FROM "RankingVersion" v JOIN "Ranking" r ON r.id = v."rankingId" JOIN "District" d ON d.id = r."districtId"
  WHERE d.code = '410199' AND r.month = '2026-09' AND v.number = 1`

/** Makes the district once. */
export const closeMonth = (): Promise<void> =>
  inOwnDatabase(async (client, one) => {
    const district = await one(
      `INSERT INTO "District"(id, code, name, "isDemo") VALUES (gen_random_uuid(), '${CODE}', '试点区', true) RETURNING id`,
      [],
    )
    const org = await one(
      `INSERT INTO "Org"(id, "districtId", kind, name, "shortName")
       VALUES (gen_random_uuid(), $1, 'OFFICE', '试点区“双轮驱动”领导小组办公室', '试点区办公室') RETURNING id`,
      [district],
    )
    const person = await one(
      `INSERT INTO "Person"(id, "districtId", name, "orgId") VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id`,
      [district, CLOSED_SIGNER, org],
    )
    await client.query(
      `INSERT INTO "User"(id, "districtId", username, "passwordHash", role, "personId", "orgId")
       SELECT gen_random_uuid(), $1, $2, "passwordHash", 'OFFICE', $3, $4 FROM "User" WHERE username = 'office'`,
      [district, CLOSED_OFFICE, person, org],
    )
    const ranking = await one(
      `INSERT INTO "Ranking"(id, "districtId", month, "dataLineOn", "draftOn", "objectUntilOn", "decideByOn", "publishOn")
       VALUES (gen_random_uuid(), $1, '2026-10', '2026-10-31', '2026-11-02', '2026-11-18', '2026-11-20', '2026-11-23')
       RETURNING id`,
      [district],
    )
    const version = await one(
      `INSERT INTO "RankingVersion"(id, "rankingId", number, content, "rulesNumber", "colourRules", "asOf")
       SELECT gen_random_uuid(), $1, 1, v.content || '{"month": "2026-10", "dataLineOn": "2026-10-31", "district": "试点区"}',
         0, 0, '2026-10-31T16:00:00Z' ${COPIED} RETURNING id`,
      [ranking],
    )
    await client.query(
      `INSERT INTO "RankingLine" SELECT (jsonb_populate_record(l, jsonb_build_object('versionId', $1::text))).*
       FROM "RankingLine" l WHERE l."versionId" = (SELECT v.id ${COPIED})`,
      [version],
    )
    await client.query(
      `INSERT INTO "RankingItem" SELECT (jsonb_populate_record(i, jsonb_build_object('versionId', $1::text))).*
       FROM "RankingItem" i WHERE i."versionId" = (SELECT v.id ${COPIED})`,
      [version],
    )
    await client.query(
      `INSERT INTO "RankingObjection"(id, "districtId", "rankingId", "table", "subjectId", "subjectName", indicator, "itemSeq",
         "itemLabel", claim, "raisedById", "raisedOn")
       SELECT gen_random_uuid(), $1, $2, i."table", i."subjectId", l.body->>'name', i.indicator, i.seq, i.label, $3, $4, '2026-11-17'
       FROM "RankingItem" i JOIN "RankingLine" l USING ("versionId", "table", "subjectId")
       WHERE i."versionId" = $5 AND i."table" = 'AGENCY' AND i.num = 0 AND i.indicator IN ('A', 'C') ORDER BY i.seq LIMIT 1`,
      [district, ranking, CLOSED_CLAIM, person, version],
    )
  })
