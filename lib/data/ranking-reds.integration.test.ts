import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { on } from '@/lib/domain/plain-date'
import { toDb } from './date'
import { db } from './db'
import { addUser } from './district.fixture'
import { rankingMonth, rankingSubject } from './ranking'
import { addIssue, DRAFT_ON, MONTH, makeRankedDistrict, PUBLISH_ON, type RankedDistrict } from './ranking.fixture'
import { findBulletin, loadBulletinFigure } from './ranking-bulletin'
import { draftRankingNow } from './ranking-draft'
import { evidenceLines } from './ranking-evidence'
import { decideObjection, object } from './ranking-objections'
import { publishRanking } from './ranking-publish'
import { rankingRows } from './ranking-rows'

let d: RankedDistrict
let head: Actor
let late: { id: string }

beforeAll(async () => {
  d = await makeRankedDistrict()
  head = await addUser(d.districtId, 'AGENCY_HEAD', '马局长', d.first.agencyId)
  // Nine working days late when the month ends: red, and the agency's that leads it.
  late = await addIssue(d, '2026-11-17', null)
  // The team gave it back and nobody has it; settled in December, so it still stood when November ended.
  await db.issue.update({
    where: { id: (await addIssue(d, '2026-11-16', '2026-12-01')).id },
    data: { leadOrgId: null, tier: 'TASKFORCE' },
  })
  await draftRankingNow(d.districtId, MONTH)
})

const rowOf = async (table: 'AGENCY' | 'TASKFORCE' | 'AREA' | 'STEWARD', subjectId: string) => {
  const month = await rankingMonth(d.office, DRAFT_ON, { month: MONTH })
  return month?.tables.find((one) => one.table === table)?.rows.find((row) => row.subjectId === subjectId)
}
const redsOf = async (table: 'AGENCY' | 'TASKFORCE', subject: string) =>
  (await rankingRows(d.office, DRAFT_ON, { month: MONTH, table, subject }))?.items.filter(
    ({ indicator }) => indicator === 'RED',
  ) ?? []

test('each red reminds whom it belongs to, and the street and the steward of its project not', async () => {
  expect(await rowOf('AGENCY', d.first.agencyId ?? '')).toMatchObject({ reds: 1, reminded: ['RED'], praised: false })
  expect(await redsOf('AGENCY', d.first.agencyId ?? '')).toMatchObject([
    { kind: 'ISSUE', factId: late.id, detail: { code: 'ISSUE_OVER', days: 9 } },
  ])
  expect(await rowOf('TASKFORCE', d.team.id)).toMatchObject({ reds: 1, reminded: ['RED'] })
  expect(await rowOf('AREA', d.street.id)).toMatchObject({ reds: 0, reminded: [] })
  expect(await rowOf('STEWARD', d.steward.personId)).toMatchObject({ reds: 0, reminded: [] })
})

test('the bulletin says how many, and the figure opens as many rows', async () => {
  const edition = await findBulletin(d.office, DRAFT_ON, { month: MONTH })
  if (!edition) throw new Error('no bulletin')
  const rows = await loadBulletinFigure(d.office, edition, `reds.AGENCY.${d.first.agencyId}`)
  expect(rows).toMatchObject({ text: '1件', count: 1, items: [{ indicator: 'RED', href: `/issues/${late.id}` }] })
})

test.each([
  ['a steward', 'STEWARD'],
  ['the head of an agency', 'AGENCY'],
  ['the head of a team', 'TASKFORCE'],
] as const)('%s finds something to point at for every item, and all of it is taken', async (_, table) => {
  const [actor, subjectId] = {
    STEWARD: [d.steward, d.steward.personId] as const,
    AGENCY: [head, d.first.agencyId ?? ''] as const,
    TASKFORCE: [d.teamHead, d.team.id] as const,
  }[table]
  const found = await rankingSubject(actor, DRAFT_ON, { month: MONTH, table, subjectId })
  expect(found?.may.object).toBe(true)
  expect(found?.items.length).toBeGreaterThan(0)
  const offered = found?.offered ?? []
  for (const { factId, projectId } of found?.items ?? [])
    expect(offered.some((one) => one.id === factId || one.projectId === projectId)).toBe(true)
  expect(await evidenceLines(db, actor, offered)).toMatchObject({ ok: true })
})

test('an objection to a red points at what the system has, and an accepted one takes the reminder away', async () => {
  const subjectId = d.first.agencyId ?? ''
  const asked = { month: MONTH, table: 'AGENCY' as const, subjectId }
  const found = await rankingSubject(head, DRAFT_ON, asked)
  const red = found?.items.find(({ indicator }) => indicator === 'RED')
  const offered = found?.offered.find(({ id }) => id === late.id)
  if (!red || !offered) throw new Error('no red, or nothing to point at')
  const input = { ...asked, indicator: 'RED' as const, seq: red.seq, claim: '市里正在统一开挖' }
  const raised = await object(
    head,
    { ...input, evidence: [{ kind: offered.kind, id: offered.id }] },
    { today: DRAFT_ON },
  )
  if (!raised.ok) throw new Error(raised.error.code)
  const before = await rowOf('AGENCY', subjectId)
  const decided = await decideObjection(
    d.office,
    {
      objectionId: raised.value.objectionId,
      version: 1,
      verdict: 'ACCEPTED',
      reason: '属实',
      changes: [{ seq: red.seq, remedy: 'LEAVE_OUT' }],
    },
    { today: DRAFT_ON },
  )
  expect(decided).toMatchObject({ ok: true })
  expect(await rowOf('AGENCY', subjectId)).toMatchObject({ reds: 0, reminded: [], score: before?.score })
})

test('a published month keeps its reds, whatever is settled or falls late afterwards', async () => {
  const { version } = (await rankingMonth(d.office, PUBLISH_ON, { month: MONTH })) ?? { version: 0 }
  expect(await publishRanking(d.office, { month: MONTH, version }, { today: PUBLISH_ON })).toMatchObject({ ok: true })
  const before = await redsOf('TASKFORCE', d.team.id)
  await db.issue.update({ where: { id: late.id }, data: { closedOn: toDb(on('2026-11-20')), state: 'SOLVED' } })
  await addIssue(d, '2026-11-10', null)
  expect(await redsOf('TASKFORCE', d.team.id)).toEqual(before)
  expect(await rowOf('TASKFORCE', d.team.id)).toMatchObject({ reds: 1 })
})
