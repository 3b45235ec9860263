import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { db, type Tx } from './db'
import { freezeBulletin } from './ranking-bulletin-text'

/**
 * Fingerprint of a version, taken where its rows lie: what its head and its bulletin say, every line, every
 * item. Columns are joined in a
 * form that says where one ends, so that no two versions share a text.
 */
const checksumSql = Prisma.sql`encode(sha256(convert_to(jsonb_build_array(
  r.month, v.number, v.note, extract(epoch FROM v."asOf"), v."rulesNumber", v."colourRules", v.content, v.bulletin,
  (SELECT encode(sha256(convert_to(coalesce(string_agg(
      jsonb_build_array(l."table", l."subjectId", l.position, l.rank, l.score, l.body)::text, E'\n'
      ORDER BY l."table", l.position), ''), 'UTF8')), 'hex')
    FROM "RankingLine" l WHERE l."versionId" = v.id),
  (SELECT encode(sha256(convert_to(coalesce(string_agg(
      jsonb_build_array(i.seq, i."table", i."subjectId", i.indicator, i.kind, i."factId", i."projectId", i.label, i.num,
        i.den, i.weight, i.n, i.open, i."dueOn", i."doneOn", i.out, i."changedBy", i.detail)::text, E'\n'
      ORDER BY i.seq), ''), 'UTF8')), 'hex')
    FROM "RankingItem" i WHERE i."versionId" = v.id))::text, 'UTF8')), 'hex')`

/**
 * Signs a version as it stands, with its bulletin 签发: from here on the database refuses every change of it.
 *
 * @returns its checksum
 */
export async function sealRanking(tx: Tx, versionId: string, signedById: string, signedAt: Date): Promise<string> {
  await freezeBulletin(tx, versionId, signedAt)
  const [sealed] = await tx.$queryRaw<[{ checksum: string }]>`
    UPDATE "RankingVersion" s SET "signedById" = ${signedById}::uuid, "signedAt" = ${signedAt},
      checksum = (SELECT ${checksumSql} FROM "RankingVersion" v JOIN "Ranking" r ON r.id = v."rankingId" WHERE v.id = s.id)
    WHERE s.id = ${versionId}::uuid AND s."signedAt" IS NULL RETURNING checksum`
  return sealed.checksum
}

/** Published rankings that are not what was signed, or whose versions have a gap; the doctor asks. */
export async function* brokenRankings(): AsyncGenerator<{ subject: string; found: string }> {
  const versions = await db.rankingVersion.findMany({
    select: { id: true, rankingId: true, number: true, supersedesId: true, signedAt: true },
    orderBy: [{ rankingId: 'asc' }, { number: 'asc' }],
  })
  let expected: Readonly<{ of: string; number: number; id: string | null }> = { of: '', number: 1, id: null }
  for (const version of versions) {
    if (version.rankingId !== expected.of) expected = { of: version.rankingId, number: 1, id: null }
    const subject = `ranking ${version.id}`
    if (version.number !== expected.number || version.supersedesId !== expected.id)
      yield { subject, found: `version ${version.number} where ${expected.number} comes next` }
    if (version.signedAt === null && version.number > 1) yield { subject, found: 'a correction that was never signed' }
    expected = { of: version.rankingId, number: version.number + 1, id: version.id }
    // One by one: a district of ten thousand projects has a hundred thousand items in each.
    const [kept] = await db.$queryRaw<{ checksum: string | null; found: string }[]>`
      SELECT v.checksum, ${checksumSql} AS found
      FROM "RankingVersion" v JOIN "Ranking" r ON r.id = v."rankingId"
      WHERE v.id = ${version.id}::uuid AND v."signedAt" IS NOT NULL`
    if (kept && kept.checksum !== kept.found)
      yield { subject, found: 'its rows have another checksum than the one it was signed with' }
  }
}
