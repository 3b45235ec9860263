import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { db } from './db'
import { rankingMonth, rankingSubject } from './ranking'
import { addIssue, DRAFT_ON, MONTH, makeRankedDistrict, type RankedDistrict } from './ranking.fixture'
import { draftRankingNow } from './ranking-draft'
import { object } from './ranking-objections'
import { rankingRunning } from './ranking-running'

const TODAY = on('2026-11-23')
const NINE = new Date('2026-11-23T01:00:00Z')
const HOUR = 3_600_000

let d: RankedDistrict
beforeAll(async () => {
  d = await makeRankedDistrict()
})

test('a steward sees his own line of the running month, and what can still be done in it', async () => {
  const running = await rankingRunning(d.steward, TODAY, NINE, { table: 'AGENCY' })
  expect(running).toMatchObject({ month: MONTH, table: 'STEWARD', whole: false, seen: ['STEWARD'] })
  expect(running?.rows).toHaveLength(1)
  // Three issues were due, one of them late; the fourth falls due on the 26th.
  expect(running?.rows[0]?.parts.C).toMatchObject({ of: 3, n: 3 })
  const issue = running?.subject?.items.find(({ factId }) => factId === d.issues[3]?.id)
  expect(issue).toMatchObject({ dueOn: '2026-11-26', open: true, href: `/issues/${d.issues[3]?.id}` })
  expect(running?.subject?.items.some(({ factId }) => factId === d.issues[2]?.id)).toBe(false)
})

test('leaders and the office see every table, supervision and enterprises none of it', async () => {
  for (const actor of [d.leader, d.office])
    expect(await rankingRunning(actor, TODAY, NINE, { table: 'AGENCY' })).toMatchObject({
      table: 'AGENCY',
      whole: true,
    })
  expect(await rankingRunning(d.teamHead, TODAY, NINE, {})).toMatchObject({ table: 'TASKFORCE', whole: false })
  for (const actor of [d.supervisor, d.agency]) expect(await rankingRunning(actor, TODAY, NINE, {})).toBeNull()
})

test('a count is shown for some minutes and says of when it is; then it is counted again', async () => {
  const ask = async (now: Date) => {
    const running = await rankingRunning(d.steward, TODAY, now, {})
    return [running?.at, running?.rows[0]?.parts.C.n]
  }
  await ask(NINE)
  await addIssue(d, '2026-11-20', '2026-11-19')
  expect(await ask(new Date(NINE.getTime() + 60_000))).toEqual([NINE.toISOString(), 3])
  const ten = new Date(NINE.getTime() + HOUR)
  expect(await ask(ten)).toEqual([ten.toISOString(), 4])
})

test('on the last day it is what the draft of the month will be', async () => {
  const last = await rankingRunning(d.leader, on('2026-11-30'), NINE, { table: 'STEWARD' })
  await draftRankingNow(d.districtId, MONTH)
  const draft = await rankingMonth(d.leader, DRAFT_ON, { month: MONTH, table: 'STEWARD' })
  const line = ({
    subjectId,
    rank,
    score,
    due,
  }: Readonly<{ subjectId: string; rank: number | null; score: string; due: number }>) => ({
    subjectId,
    rank,
    score,
    due,
  })
  expect(last?.rows.length).toBeGreaterThan(0)
  expect(last?.rows.map(line)).toEqual(draft?.tables[0]?.rows.map(line))
})

test('an objection may point at a paper beside a procedure of the steward’s projects, and at no other', async () => {
  const bytes = Buffer.from('%PDF-1.7 a paper')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await db.storedFile.upsert({ where: { sha256 }, create: { sha256, size: bytes.length, bytes }, update: {} })
  const paper = (name: string, of: RankedDistrict) =>
    db.attachment.create({
      data: {
        districtId: of.districtId,
        projectId: of.projectId,
        procedureId: of.first.id,
        name,
        type: 'application/pdf',
        fileHash: sha256,
        addedById: of.steward.personId,
      },
    })
  const own = await paper('出证回执.pdf', d)
  const theirs = await paper('别处.pdf', await makeRankedDistrict())
  const subjectId = d.steward.personId
  const subject = await rankingSubject(d.steward, DRAFT_ON, { month: MONTH, table: 'STEWARD', subjectId })
  expect(subject?.offered.filter(({ kind }) => kind === 'ATTACHMENT')).toEqual([
    { kind: 'ATTACHMENT', id: own.id, label: own.name, projectId: d.projectId },
  ])
  const office = await rankingSubject(d.office, DRAFT_ON, { month: MONTH, table: 'STEWARD', subjectId })
  expect(office?.offered).toEqual([])
  const claim = { month: MONTH, table: 'STEWARD', subjectId, indicator: 'C', claim: '有回执为证' } as const
  const evidence = (id: string) => [{ kind: 'ATTACHMENT' as const, id }]
  expect(await object(d.steward, { ...claim, evidence: evidence(theirs.id) }, { today: DRAFT_ON })).toMatchObject({
    error: { code: 'EVIDENCE_UNKNOWN' },
  })
  expect(await object(d.steward, { ...claim, evidence: evidence(own.id) }, { today: DRAFT_ON })).toMatchObject({
    ok: true,
  })
})
