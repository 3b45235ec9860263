import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import type { FactorKind, FactorState } from '@/lib/domain/factor-need'
import { addDays, on, type PlainDate } from '@/lib/domain/plain-date'
import { monthTable, subjectOfRow } from '@/lib/domain/ranking/month-table'
import { DEFAULT_RANKING_PARAMETERS } from '@/lib/domain/ranking/parameters'
import type { FactorMoveKind } from '@/prisma/generated/client'
import { toDb } from './date'
import { db } from './db'
import { addProject, START } from './district.fixture'
import { rankingMonth, rankingMonths, rankingSubject } from './ranking'
import {
  addIssue,
  DRAFT_ON,
  LAST_OBJECTION,
  MONTH,
  makeRankedDistrict,
  PUBLISH_ON,
  type RankedDistrict,
} from './ranking.fixture'
import { draftRankingNow, undraftedMonths } from './ranking-draft'
import { decideObjection, object } from './ranking-objections'
import { correctRanking, publishRanking } from './ranking-publish'
import { approveRankingRules, proposeRankingRules, rankingRules, withdrawRankingRules } from './ranking-rules'
import { brokenRankings } from './ranking-seal'
import { rate, ratingsToGive } from './ratings'

const done = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const broken = async () => {
  const found = []
  for await (const finding of brokenRankings()) found.push(finding)
  return found
}
const monthOf = async (actor: Actor, today: PlainDate, nth?: number) => {
  const month = await rankingMonth(actor, today, { month: MONTH, ...(nth ? { nth } : {}) })
  if (!month) throw new Error('no month')
  return month
}
const stewardRow = async (d: RankedDistrict, today: PlainDate) => {
  const { tables } = await monthOf(d.office, today)
  const row = tables.find(({ table }) => table === 'STEWARD')?.rows.find((r) => r.subjectId === d.steward.personId)
  if (!row) throw new Error('no row')
  return row
}
const subject = async (d: RankedDistrict, actor: Actor, today = DRAFT_ON) =>
  rankingSubject(actor, today, { month: MONTH, table: 'STEWARD', subjectId: d.steward.personId })

/** Publishes the month as it stands. */
async function publish(d: RankedDistrict, today = PUBLISH_ON) {
  const { version } = await monthOf(d.office, today)
  return publishRanking(d.office, { month: MONTH, version }, { today })
}

/** An objection of the steward to the item that counts the issue closed late. */
async function objectToLate(d: RankedDistrict, today = DRAFT_ON) {
  const found = await subject(d, d.steward, today)
  const late = found?.items.find(({ factId }) => factId === d.issues[2]?.id)
  if (!late) throw new Error('no item')
  const input = {
    month: MONTH,
    table: 'STEWARD' as const,
    subjectId: d.steward.personId,
    indicator: 'C' as const,
    seq: late.seq,
    claim: '道路由市里统一开挖，非我方原因',
    evidence: [{ kind: 'PROJECT' as const, id: d.projectId }],
  }
  return { late, answer: await object(d.steward, input, { today }), input }
}

describe('the life of a month', () => {
  let d: RankedDistrict
  beforeAll(async () => {
    d = await makeRankedDistrict()
  })

  test('before its first working day there is nothing, and nothing to draft', async () => {
    expect(await undraftedMonths(d.districtId, on('2026-11-30'))).not.toContain(MONTH)
    expect(await rankingMonth(d.office, on('2026-11-30'))).toBeNull()
  })

  test('it is drafted once, however many do it at once', async () => {
    expect(await undraftedMonths(d.districtId, DRAFT_ON)).toEqual([MONTH])
    const counted = await Promise.all([1, 2].map(() => draftRankingNow(d.districtId, MONTH)))
    expect(counted.filter((items) => items !== null).length).toBe(1)
    expect(await draftRankingNow(d.districtId, MONTH)).toBeNull()
    expect(await undraftedMonths(d.districtId, DRAFT_ON)).toEqual([])
    expect(await db.rankingVersion.count({ where: { ranking: { districtId: d.districtId } } })).toBe(1)
  })

  test('counts what was due: two of four issues in time', async () => {
    const row = await stewardRow(d, DRAFT_ON)
    expect(row.parts.C).toMatchObject({ n: 4, of: 4, rate: '0.5000' })
    expect(row).toMatchObject({ due: 4, rank: 1, projects: 1, band: 'ONE' })
    const found = await subject(d, d.steward)
    expect(found?.items.filter(({ indicator }) => indicator === 'C').map(({ num }) => num)).toEqual([1, 1, 0, 0])
    expect(found?.items.find(({ factId }) => factId === d.issues[3]?.id)).toMatchObject({ open: true, doneOn: null })
  })

  test('recomputing from its items gives the score that is printed', async () => {
    for (const table of (await monthOf(d.office, DRAFT_ON)).tables) {
      const items = (
        await Promise.all(
          table.rows.map((row) =>
            rankingSubject(d.office, DRAFT_ON, { month: MONTH, table: table.table, subjectId: row.subjectId }),
          ),
        )
      ).flatMap((found) => found?.items ?? [])
      const again = monthTable(table.table, table.rows.map(subjectOfRow), items, DEFAULT_RANKING_PARAMETERS)
      expect(again.rows.map(({ score, rank }) => [score, rank])).toEqual(
        table.rows.map(({ score, rank }) => [score, rank]),
      )
    }
  })

  test('a draft is for those concerned only', async () => {
    for (const actor of [d.office, d.leader, d.boss])
      expect((await monthOf(actor, DRAFT_ON)).tables.map(({ sight }) => sight)).toEqual(['ALL', 'ALL', 'ALL', 'ALL'])
    const own = await monthOf(d.steward, DRAFT_ON)
    expect(own.tables).toMatchObject([{ table: 'STEWARD', sight: 'OWN', rows: [{ subjectId: d.steward.personId }] }])
    expect(own.projects).toBeNull()
    expect((await monthOf(d.head, DRAFT_ON)).tables.map(({ table, rows }) => [table, rows.length])).toEqual([
      ['AGENCY', 1],
    ])
    expect(await rankingMonth(d.supervisor, DRAFT_ON)).toBeNull()
    expect(await rankingMonth(d.agency, DRAFT_ON)).toBeNull()
    expect(await rankingMonths(d.auditor, DRAFT_ON)).toEqual([])
  })

  test('a page that shows one table reads the rows of that one', async () => {
    const one = await rankingMonth(d.office, DRAFT_ON, { month: MONTH, table: 'AREA' })
    const all = await monthOf(d.office, DRAFT_ON)
    expect(one?.tables.map(({ table, rows, count }) => [table, rows.length, count])).toEqual(
      all.tables.map(({ table, count }) => [table, table === 'AREA' ? 1 : 0, count]),
    )
    expect([one?.projects, all.projects?.length]).toEqual([[], 1])
  })

  test('what somebody’s score is made of is his own and the office’s', async () => {
    expect(await subject(d, d.steward)).not.toBeNull()
    expect(await subject(d, d.leader)).not.toBeNull()
    expect(await subject(d, d.successor)).toBeNull()
    expect(await subject(d, d.head)).toBeNull()
  })

  test('publishing while objections may still be raised is refused', async () => {
    expect(await publish(d, LAST_OBJECTION)).toMatchObject({ error: { code: 'RANKING_EARLY', until: LAST_OBJECTION } })
  })

  test('the steward objects to a point; twice he cannot', async () => {
    const { answer, input } = await objectToLate(d)
    expect(answer.ok).toBe(true)
    expect(await object(d.steward, input, { today: DRAFT_ON })).toMatchObject({ error: { code: 'OBJECTION_TWICE' } })
    expect((await monthOf(d.steward, DRAFT_ON)).objections).toMatchObject([{ state: 'OPEN', subject: '王管家' }])
    expect((await monthOf(d.head, DRAFT_ON)).objections).toEqual([])
  })

  test('not for somebody else, not about another’s item, and not with what he cannot see', async () => {
    const { input } = await objectToLate(d)
    const today = DRAFT_ON
    const refused = (actor: Actor, more: Partial<typeof input> & { seq?: number | undefined }) =>
      object(actor, { ...input, ...more } as typeof input, { today })
    expect(await refused(d.successor, {})).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await refused(d.steward, { seq: 9_999 })).toMatchObject({ error: { code: 'ITEM_UNKNOWN' } })
    expect(await refused(d.steward, { seq: undefined, evidence: [] })).toMatchObject({
      error: { code: 'EVIDENCE_MISSING' },
    })
    expect(await refused(d.steward, { evidence: [{ kind: 'PROJECT', id: d.office.orgId ?? '' }] })).toMatchObject({
      error: { code: 'EVIDENCE_UNKNOWN' },
    })
  })

  test('after the last day it is too late', async () => {
    const { answer } = await objectToLate(d, addDays(LAST_OBJECTION, 1))
    expect(answer).toMatchObject({ error: { code: 'OBJECTION_LATE', until: LAST_OBJECTION } })
  })

  test('publishing with an undecided objection is refused', async () => {
    expect((await monthOf(d.office, PUBLISH_ON)).state).toBe('OBJECTIONS')
    expect(await publish(d)).toMatchObject({ error: { code: 'OBJECTIONS_OPEN', count: 1 } })
  })

  test('the office accepts it: the item leaves numerator and denominator, and the table is counted again', async () => {
    const before = await monthOf(d.office, PUBLISH_ON)
    const [objection] = before.objections
    if (!objection) throw new Error('no objection')
    const input = {
      objectionId: objection.id,
      version: objection.version,
      verdict: 'ACCEPTED' as const,
      reason: '市政统一开挖，属实',
      changes: [{ seq: objection.seq ?? 0, remedy: 'LEAVE_OUT' as const }],
    }
    const today = PUBLISH_ON
    expect(await decideObjection(d.office, { ...input, changes: [] }, { today })).toMatchObject({
      error: { code: 'CHANGE_MISSING' },
    })
    expect(
      await decideObjection(d.office, { ...input, changes: [{ seq: 9_999, remedy: 'LEAVE_OUT' }] }, { today }),
    ).toMatchObject({ error: { code: 'ITEM_UNKNOWN' } })
    expect(await decideObjection(d.office, { ...input, version: 7 }, { today })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    done(await decideObjection(d.office, input, { today }))
    expect(await decideObjection(d.office, input, { today })).toMatchObject({ error: { code: 'OBJECTION_DECIDED' } })
    const row = await stewardRow(d, PUBLISH_ON)
    expect(row.parts.C).toMatchObject({ n: 3, of: 3, rate: '0.6667' })
    const item = (await subject(d, d.steward, PUBLISH_ON))?.items.find(({ seq }) => seq === objection.seq)
    expect(item).toMatchObject({ out: 'OBJECTION', changedBy: objection.id, num: 0 })
    expect((await monthOf(d.office, PUBLISH_ON)).state).toBe('DECIDED')
    // Who read the page before the decision is asked to look again.
    expect(await publishRanking(d.office, { month: MONTH, version: before.version }, { today })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
  })

  test('two publish at once: one of them does', async () => {
    const { version } = await monthOf(d.office, PUBLISH_ON)
    const answers = await Promise.all(
      [d.office, d.secondOffice].map((actor) =>
        publishRanking(actor, { month: MONTH, version }, { today: PUBLISH_ON }),
      ),
    )
    expect(answers.filter(({ ok }) => ok).length).toBe(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'RANKING_PUBLISHED' } })
    expect(await broken()).toEqual([])
  })

  test('published it stays, whatever happens to the facts and names', async () => {
    const before = await monthOf(d.office, PUBLISH_ON)
    await db.issue.updateMany({ where: { districtId: d.districtId }, data: { closedOn: toDb(START) } })
    await db.person.update({ where: { id: d.steward.personId }, data: { name: '改名' } })
    await db.project.update({ where: { id: d.projectId }, data: { name: '改名项目' } })
    const { objections, ...after } = await monthOf(d.office, addDays(PUBLISH_ON, 30))
    expect({ ...after, objections: before.objections }).toEqual(before)
    expect(objections).toMatchObject([{ subject: '王管家', itemLabel: expect.stringContaining('热力管网') }])
    expect(await draftRankingNow(d.districtId, MONTH)).toBeNull()
  })

  test('and the database refuses to change it', async () => {
    const version = await db.rankingVersion.findFirstOrThrow({ where: { ranking: { districtId: d.districtId } } })
    await expect(db.rankingVersion.update({ where: { id: version.id }, data: { note: 'x' } })).rejects.toThrow(/stays/)
    await expect(db.rankingItem.deleteMany({ where: { versionId: version.id } })).rejects.toThrow(/stays/)
    await expect(
      db.rankingLine.updateMany({ where: { versionId: version.id }, data: { position: 1 } }),
    ).rejects.toThrow(/stays/)
  })

  test('what is changed past the database is found by the doctor', async () => {
    const version = await db.rankingVersion.findFirstOrThrow({ where: { ranking: { districtId: d.districtId } } })
    const forced = (by: number) =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`
        await tx.$executeRaw`
          UPDATE "RankingLine" SET score = score + ${by} WHERE "versionId" = ${version.id}::uuid AND "table" = 'STEWARD'`
      })
    await forced(1)
    expect(await broken()).toEqual([{ subject: `ranking ${version.id}`, found: expect.stringContaining('checksum') }])
    await forced(-1)
    expect(await broken()).toEqual([])
  })

  test('what is published is seen by more: an agency, a team and a street their table, supervision all but the stewards', async () => {
    const tables = async (actor: Actor) =>
      (await monthOf(actor, PUBLISH_ON)).tables.map(({ table, sight }) => `${table} ${sight}`)
    expect(await tables(d.head)).toEqual(['AGENCY ROWS'])
    expect(await tables(d.teamHead)).toEqual(['TASKFORCE ROWS'])
    expect(await tables(d.clerk)).toEqual(['AREA ROWS'])
    expect(await tables(d.supervisor)).toEqual(['AGENCY ALL', 'TASKFORCE ALL', 'AREA ALL'])
    expect(await tables(d.steward)).toEqual(['STEWARD OWN'])
    expect((await monthOf(d.steward, PUBLISH_ON)).tables[0]).toMatchObject({ count: 1, median: expect.any(String) })
    expect((await monthOf(d.teamHead, PUBLISH_ON)).projects?.length).toBe(1)
    expect(await rankingMonth(d.agency, PUBLISH_ON)).toBeNull()
  })

  test('a mistake is corrected by a second version that says so; the first stays', async () => {
    const first = await monthOf(d.office, PUBLISH_ON)
    const open = (await subject(d, d.office, PUBLISH_ON))?.items.find(({ factId }) => factId === d.issues[3]?.id)
    const input = {
      month: MONTH,
      version: first.version,
      note: '该问题11月25日已在会上销号，系统登记有误',
      changes: [{ seq: open?.seq ?? 0, remedy: 'COUNT_GOOD' as const }],
    }
    expect(await correctRanking(d.office, { ...input, version: 1 }, { today: PUBLISH_ON })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    expect(done(await correctRanking(d.office, input, { today: PUBLISH_ON }))).toMatchObject({ number: 2 })
    const second = await monthOf(d.office, PUBLISH_ON)
    expect(second.edition).toMatchObject({ number: 2, note: input.note })
    expect(second.editions.map(({ number }) => number)).toEqual([2, 1])
    const row = second.tables[0]?.rows[0]
    expect(row?.parts.C).toMatchObject({ n: 3, rate: '1.0000' })
    const again = await monthOf(d.office, PUBLISH_ON, 1)
    expect(again.tables).toEqual(first.tables)
    expect(await broken()).toEqual([])
  })

  test('nothing is corrected before it is published, and nothing decided after', async () => {
    const other = await makeRankedDistrict()
    await draftRankingNow(other.districtId, MONTH)
    const { version } = await monthOf(other.office, DRAFT_ON)
    expect(
      await correctRanking(other.office, { month: MONTH, version, note: 'x', changes: [] }, { today: DRAFT_ON }),
    ).toMatchObject({ error: { code: 'RANKING_NOT_PUBLISHED' } })
  })
})

describe('months that are not like others', () => {
  test('a project handed over: its days count for each, and what was due for whoever had it that day', async () => {
    const d = await makeRankedDistrict()
    await db.stewardAssignment.updateMany({ where: { projectId: d.projectId }, data: { toOn: toDb(on('2026-11-12')) } })
    await db.stewardAssignment.create({
      data: { projectId: d.projectId, personId: d.successor.personId, fromOn: toDb(on('2026-11-12')) },
    })
    await db.yearPlan.create({
      data: { projectId: d.projectId, year: 2026, plannedFen: 1_000_000n, openingFen: 1_000_000n },
    })
    await draftRankingNow(d.districtId, MONTH)
    const of = async (personId: string) =>
      rankingSubject(d.office, DRAFT_ON, { month: MONTH, table: 'STEWARD', subjectId: personId })
    const [former, latter] = [await of(d.steward.personId), await of(d.successor.personId)]
    const days = (found: typeof former) => found?.items.find(({ indicator }) => indicator === 'B')?.weight
    expect([days(former), days(latter)]).toEqual([10, 19])
    const due = (found: typeof former) => found?.items.filter(({ indicator }) => indicator === 'C').length
    expect([due(former), due(latter)]).toEqual([1, 3])
    const weeks = (found: typeof former) => found?.items.find(({ indicator }) => indicator === 'E')?.weight
    expect([weeks(former), weeks(latter)]).toEqual([1, 3])
  })

  test('needs count for the team as the data line found them, and clearing for its area', async () => {
    const d = await makeRankedDistrict()
    const need = async (
      kind: FactorKind,
      needBy: string,
      ...moves: readonly (readonly [FactorMoveKind, FactorState, string])[]
    ) => {
      const state = moves.at(-1)?.[1] ?? 'TO_CHECK'
      const { id } = await db.factorNeed.create({
        data: {
          districtId: d.districtId,
          projectId: d.projectId,
          kind,
          quantity: 10,
          unit: '千瓦',
          needBy: toDb(on(needBy)),
          reason: '生产',
          raisedOn: toDb(START),
          leadId: d.first.agencyId,
          state,
          provided: state === 'MET' ? 10 : 0,
          ...(state === 'UNMET' ? { alternative: '临时供应', failedOn: toDb(START) } : {}),
        },
        select: { id: true },
      })
      for (const [i, [kind, to, day]] of moves.entries())
        await db.factorMove.create({ data: { needId: id, kind, from: moves[i - 1]?.[1], to, on: toDb(on(day)) } })
    }
    // An amount put right afterwards does not move the day it was there.
    const power = ['2026-11-02', '2026-11-18', '2026-11-25'] as const
    await need(
      'POWER',
      '2026-11-20',
      ['RAISE', 'TO_CHECK', power[0]],
      ['PROVIDE', 'MET', power[1]],
      ['CORRECT', 'MET', power[2]],
    )
    await need('WATER', '2026-11-20', ['RAISE', 'TO_CHECK', '2026-11-02'], ['PROVIDE', 'MET', '2026-12-01'])
    await need('CLEARANCE', '2026-11-25', ['FAIL', 'UNMET', '2026-11-10'], ['ACCEPT', 'UNMET', '2026-11-12'])
    await need('GAS', '2026-11-25', ['REVOKE', 'REVOKED', '2026-11-10'])
    await need('ROADS', '2026-12-20', ['RAISE', 'TO_CHECK', '2026-11-02'])
    await draftRankingNow(d.districtId, MONTH)
    const items = await db.rankingItem.findMany({
      where: { kind: 'FACTOR', version: { ranking: { districtId: d.districtId } } },
      orderBy: { seq: 'asc' },
    })
    expect(items.map(({ table, label, num, out }) => `${table} ${label.split(' ')[1]} ${num} ${out}`)).toEqual([
      'TASKFORCE 用电 1 null',
      'TASKFORCE 用水 0 null',
      'TASKFORCE 征迁 1 null',
      'TASKFORCE 用气 0 NOT_APPLICABLE',
      'AREA 征迁 1 null',
    ])
  })

  test('a project that left: what was due before counts, what comes after is left out and said', async () => {
    const d = await makeRankedDistrict()
    await db.project.update({ where: { id: d.projectId }, data: { status: 'REMOVED' } })
    await db.stageChange.create({
      data: {
        projectId: d.projectId,
        fromStage: 'PERMITTING',
        toStage: 'PERMITTING',
        fromStatus: 'ACTIVE',
        toStatus: 'REMOVED',
        on: toDb(on('2026-11-16')),
      },
    })
    await draftRankingNow(d.districtId, MONTH)
    const found = await subject(d, d.office)
    expect(found?.items.filter(({ indicator }) => indicator === 'C').map(({ out }) => out)).toEqual([
      null,
      null,
      null,
      'LEFT',
    ])
    expect(found?.row.parts.C.n).toBe(3)
    expect((await monthOf(d.office, DRAFT_ON)).projects).toMatchObject([{ leftOn: '2026-11-16', rank: null }])
    // In the next month it is not there any more.
    await draftRankingNow(d.districtId, '2026-12')
    expect((await rankingMonth(d.office, on('2027-01-04'), { month: '2026-12' }))?.projects).toEqual([])
  })

  test('an agency with no due item is shown and not ranked', async () => {
    const d = await makeRankedDistrict()
    await db.issue.deleteMany({ where: { districtId: d.districtId } })
    await draftRankingNow(d.districtId, MONTH)
    const agency = (await monthOf(d.office, DRAFT_ON)).tables.find(({ table }) => table === 'AGENCY')
    expect(agency?.rows).toMatchObject([{ name: '住建局', rank: null, unranked: 'FEW_DUE', due: 0 }])
    expect(agency?.median).toBeNull()
  })

  test('a month without a single finished item', async () => {
    const d = await makeRankedDistrict()
    await db.issue.deleteMany({ where: { districtId: d.districtId } })
    await db.project.updateMany({ where: { districtId: d.districtId }, data: { stage: 'PLANNING' } })
    await draftRankingNow(d.districtId, MONTH)
    const month = await monthOf(d.office, DRAFT_ON)
    for (const { rows, means } of month.tables) {
      for (const mean of Object.values(means)) expect(mean.n).toBe(0)
      for (const { score, rank } of rows) expect([Number(score) > 0, rank]).toEqual([true, null])
    }
    expect(month.overall).toMatchObject({ counted: 0 })
    expect((await publish(d)).ok).toBe(true)
  })

  test('all equal: one place for all', async () => {
    const d = await makeRankedDistrict()
    await db.issue.deleteMany({ where: { districtId: d.districtId } })
    const other = await addProject(d, '第二个项目')
    await db.stewardAssignment.updateMany({
      where: { projectId: other.projectId },
      data: { personId: d.successor.personId },
    })
    for (const projectId of [d.projectId, other.projectId])
      for (let i = 0; i < 3; i++) await addIssue(d, '2026-11-10', '2026-11-09', { projectId })
    await draftRankingNow(d.districtId, MONTH)
    const [stewards] = (await monthOf(d.office, DRAFT_ON)).tables
    expect(stewards?.rows.map(({ rank }) => rank)).toEqual([1, 1])
  })

  test('an agency that is late is not the steward’s fault where he said so in time', async () => {
    const d = await makeRankedDistrict()
    const { first, second } = d
    for (const { id } of [first, second])
      await db.procedure.update({
        where: { id },
        data: {
          state: 'ACCEPTED',
          acceptedOn: toDb(START),
          planFinishOn: toDb(on('2026-11-16')),
        },
      })
    await addIssue(d, '2026-11-30', null, { procedureId: first.id, raisedOn: '2026-11-12' })
    await draftRankingNow(d.districtId, MONTH)
    const items = (await subject(d, d.office))?.items.filter(({ indicator }) => indicator === 'A')
    expect(items?.map(({ factId, out }) => [factId, out])).toEqual(
      [first, second].map(({ id }) => [id, id === first.id ? 'AGENCY_DELAY' : null]),
    )
    const agency = await rankingSubject(d.office, DRAFT_ON, {
      month: MONTH,
      table: 'AGENCY',
      subjectId: first.agencyId ?? '',
    })
    expect(agency?.items.filter(({ indicator }) => indicator === 'A').map(({ num, open }) => [num, open])).toEqual([
      [0, true],
      [0, true],
    ])
    // 20 working days of the statute end on 11-30: over only from 12-01 on.
    expect(agency?.row.deduction).toEqual({ events: 0, open: 0, points: 0 })
  })

  test('what changes between the data line and the draft does not change what was', async () => {
    const d = await makeRankedDistrict()
    await db.issue.updateMany({ where: { id: d.issues[3]?.id ?? '' }, data: { closedOn: toDb(DRAFT_ON) } })
    await db.project.update({ where: { id: d.projectId }, data: { stage: 'CONSTRUCTION' } })
    await db.stageChange.create({
      data: {
        projectId: d.projectId,
        fromStage: 'PERMITTING',
        toStage: 'CONSTRUCTION',
        fromStatus: 'ACTIVE',
        toStatus: 'ACTIVE',
        on: toDb(DRAFT_ON),
      },
    })
    await draftRankingNow(d.districtId, MONTH)
    expect((await stewardRow(d, DRAFT_ON)).parts.C).toMatchObject({ n: 4, rate: '0.5000' })
    expect((await monthOf(d.office, DRAFT_ON)).projects).toMatchObject([{ stage: 'PERMITTING' }])
  })
})

describe('the rules of a district', () => {
  const P = DEFAULT_RANKING_PARAMETERS
  const propose = (d: RankedDistrict, change: object, today = on('2026-11-16')) =>
    proposeRankingRules(d.office, { ...P, ...change, note: '试一试' }, { today })

  test('one proposes, another approves, and it ranks the next month', async () => {
    const d = await makeRankedDistrict()
    const today = on('2026-11-16')
    expect(await propose(d, {})).toMatchObject({ error: { code: 'NO_CHANGE' } })
    const { rulesId } = done(await propose(d, { fewestDue: 5 }))
    expect(await propose(d, { fewestDue: 6 })).toMatchObject({ error: { code: 'RULES_PENDING' } })
    const input = { rulesId, version: 1, verdict: 'APPROVED' as const, answer: undefined }
    expect(await approveRankingRules(d.office, input, { today })).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
    expect(done(await approveRankingRules(d.boss, input, { today }))).toMatchObject({ effectiveMonth: '2026-12' })
    expect(await approveRankingRules(d.secondOffice, input, { today })).toMatchObject({
      error: { code: 'RULES_DECIDED' },
    })
    const page = await rankingRules(d.office, today)
    expect(page).toMatchObject({ currentNumber: 0, current: { fewestDue: 3 }, coming: { number: 1 } })
    // The month that was running is ranked by what held when it began.
    await draftRankingNow(d.districtId, MONTH)
    expect((await monthOf(d.office, DRAFT_ON)).parameters.fewestDue).toBe(3)
    expect((await stewardRow(d, DRAFT_ON)).rank).toBe(1)
    await draftRankingNow(d.districtId, '2026-12')
    expect(await rankingMonth(d.office, on('2027-01-04'), { month: '2026-12' })).toMatchObject({
      parameters: { fewestDue: 5 },
      edition: { rulesNumber: 1 },
    })
  })

  test('weights that do not add up to 100 are refused, all that is wrong at once', async () => {
    const d = await makeRankedDistrict()
    const tables = { ...P.tables, AREA: { ...P.tables.AREA, weights: { ...P.tables.AREA.weights, A: 26 } } }
    const refused = await propose(d, { tables, days: { ...P.days, decide: 2 } })
    expect(refused).toMatchObject({
      error: {
        code: 'RANKING_WEIGHTS',
        field: 'tables.AREA.weights',
        sum: 101,
        also: [{ code: 'RANKING_DAYS_ORDER' }],
      },
    })
  })

  test('whoever proposed takes it back, nobody else', async () => {
    const d = await makeRankedDistrict()
    const today = on('2026-11-16')
    const { rulesId } = done(await propose(d, { praise: 5 }))
    const input = { rulesId, version: 1 }
    expect(await withdrawRankingRules(d.secondOffice, input, { today })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    done(await withdrawRankingRules(d.office, input, { today }))
    expect((await rankingRules(d.office, today))?.versions).toMatchObject([
      { state: 'WITHDRAWN', changes: [{ field: 'praise' }] },
    ])
    expect(await rankingRules(d.agency, today)).toBeNull()
  })

  test('names of stewards are published more widely only where the district says so', async () => {
    const d = await makeRankedDistrict()
    const { rulesId } = done(await propose(d, { publishStewardNames: true }, on('2026-10-15')))
    done(
      await approveRankingRules(
        d.boss,
        { rulesId, version: 1, verdict: 'APPROVED', answer: undefined },
        { today: on('2026-10-15') },
      ),
    )
    await draftRankingNow(d.districtId, MONTH)
    expect((await monthOf(d.steward, DRAFT_ON)).tables.map(({ sight }) => sight)).toEqual(['OWN'])
    done(await publish(d))
    expect((await monthOf(d.steward, PUBLISH_ON)).tables.map(({ sight }) => sight)).toEqual(['ROWS'])
    expect((await monthOf(d.supervisor, PUBLISH_ON)).tables.map(({ table }) => table)).toContain('STEWARD')
  })
})

describe('stars of an enterprise', () => {
  test('once a month, for who serves it, and without saying who gave them', async () => {
    const d = await makeRankedDistrict()
    const enterprise = await db.enterprise.create({ data: { districtId: d.districtId, name: '某公司' } })
    await db.project.update({ where: { id: d.projectId }, data: { enterpriseId: enterprise.id } })
    const contact = { ...d.steward, role: 'CONTACT', enterpriseId: enterprise.id, orgId: null } as unknown as Actor
    const today = on('2026-11-20')
    expect(await ratingsToGive(contact, today)).toMatchObject([{ table: 'STEWARD', name: '王管家', stars: null }])
    const give = (stars: number, subjectId = d.steward.personId) =>
      rate(contact, { table: 'STEWARD', subjectId, stars }, { today })
    done(await give(2))
    done(await give(4))
    expect(await give(5, d.successor.personId)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await ratingsToGive(contact, today)).toMatchObject([{ stars: 4 }])
    expect(await ratingsToGive(contact, on('2026-12-01'))).toMatchObject([{ stars: null }])
    await draftRankingNow(d.districtId, MONTH)
    const items = (await subject(d, d.steward))?.items.filter(({ kind }) => kind === 'RATING')
    expect(items).toMatchObject([{ num: 3, den: 4, label: '4星', projectId: null, href: null }])
  })
})
