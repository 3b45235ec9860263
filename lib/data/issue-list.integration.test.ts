import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { ISSUE_SOURCES, ISSUE_STATES, type IssueSource, type IssueState, isOpenIssue } from '@/lib/domain/issue/issue'
import { LEVELS } from '@/lib/domain/level-scale'
import { addDays, mondayOf, on } from '@/lib/domain/plain-date'
import { type IssueFilter, issueFilter } from '@/lib/schemas/issue-list'
import { toDb } from './date'
import { db } from './db'
import { type IssueDistrict, makeIssueDistrict } from './issue.fixture'
import { issueFigures } from './issue-figures'
import { issueChoices, listAllIssues, listIssues } from './issue-list'
import { newId } from './ledger-id'

const TODAY = on('2026-11-23')
const OPEN: readonly IssueState[] = ['TO_ASSIGN', 'IN_HAND', 'TO_CONFIRM', 'IN_PROGRESS']
const ANSWERED: readonly IssueState[] = ['SOLVED', 'EXPLAINED', 'UNSOLVABLE']

/** Problems of every state, source, tier and day a list can be asked for. */
async function fill(d: IssueDistrict) {
  const rows = [...Array(120).keys()].map((i) => {
    const state = ISSUE_STATES[i % ISSUE_STATES.length] ?? 'IN_HAND'
    const raisedOn = addDays(on('2026-10-12'), i % 30)
    const settled = !OPEN.includes(state)
    const atWork = state === 'IN_HAND' || state === 'IN_PROGRESS'
    return {
      id: newId(),
      districtId: d.districtId,
      number: i + 1,
      source: ISSUE_SOURCES[i % 3] ?? 'LEDGER',
      kind: 'OTHER' as const,
      text: `第${i + 1}件`,
      projectId: i % 2 === 0 ? d.projectId : null,
      enterpriseId: i % 4 === 0 ? d.enterpriseId : null,
      tier: (['DEPARTMENT', 'TASKFORCE', 'DISTRICT'] as const)[i % 3] ?? 'DEPARTMENT',
      leadOrgId: atWork || ANSWERED.includes(state) ? d.utilityId : null,
      state,
      understood: state === 'EXPLAINED' && i % 5 === 0,
      raisedOn: toDb(raisedOn),
      heldSince: toDb(settled ? addDays(raisedOn, i % 9) : raisedOn),
      tierSince: toDb(raisedOn),
      dueOn: i % 11 === 0 ? null : toDb(addDays(on('2026-11-08'), i % 25)),
      plannedOn: state === 'IN_PROGRESS' && i % 2 === 0 ? toDb(addDays(on('2026-11-10'), i % 20)) : null,
      outcome: ANSWERED.includes(state) ? state : null,
      closedOn: ANSWERED.includes(state) && i % 2 === 0 ? toDb(addDays(raisedOn, i % 9)) : null,
      reopened: i % 7 === 0 ? 1 : 0,
      searchText: `第${i + 1}件`,
    }
  })
  await db.issue.createMany({ data: rows })
  // Two weekly meetings have been held: what is the district's and older is red.
  for (const [week, day] of [
    [46, '2026-11-10'],
    [47, '2026-11-17'],
  ] as const)
    await db.meeting.create({
      data: {
        districtId: d.districtId,
        year: 2026,
        week,
        weekOf: toDb(mondayOf(on(day))),
        on: toDb(on(day)),
        hour: 15,
        state: 'HELD',
      },
    })
}
const rowsOf = async (actor: Actor, asks: Partial<Record<keyof IssueFilter, string>>) =>
  (await listAllIssues(actor, issueFilter.parse({ state: 'all', ...asks }), TODAY, 1_000)).rows
const totalOf = async (actor: Actor, asks: Partial<Record<keyof IssueFilter, string>>) =>
  (await rowsOf(actor, asks)).length

describe('the ledger of problems', () => {
  test('asked for a colour it finds the rows that show it, and every row is in one colour', async () => {
    const d = await makeIssueDistrict()
    await fill(d)
    const all = await rowsOf(d.office, {})
    expect(all).toHaveLength(120)
    expect(new Set(all.map(({ level }) => level)).size).toBe(LEVELS.length)
    for (const level of LEVELS) {
      const asked = (await rowsOf(d.office, { level })).map(({ id }) => id).sort()
      expect([level, asked]).toEqual([
        level,
        all
          .filter((row) => row.level === level)
          .map(({ id }) => id)
          .sort(),
      ])
    }
  })

  test('what is open comes worst first, then what is due first; what waits for a yes last, on every page', async () => {
    const d = await makeIssueDistrict()
    await fill(d)
    const open = await rowsOf(d.office, { state: 'open' })
    expect(open.length).toBeGreaterThan(50)
    const place = (row: (typeof open)[number]) => [
      row.countedOn !== null ? 0 : row.state === 'TO_CONFIRM' ? 1 : row.state === 'UNSOLVABLE' ? 2 : 0,
      -LEVELS.indexOf(row.level),
      (row.countedOn ?? row.dueOn) || '9999',
      row.number,
    ]
    const sorted = [...open].sort((a, b) => {
      const [left, right] = [place(a), place(b)]
      const i = left.findIndex((value, n) => value !== right[n])
      return i < 0 ? 0 : (left[i] ?? 0) < (right[i] ?? 0) ? -1 : 1
    })
    expect(open.map(({ number }) => number)).toEqual(sorted.map(({ number }) => number))
    const paged: number[] = []
    for (let page = 1; page < 9; page++) {
      const { rows, more } = await listIssues(d.office, issueFilter.parse({ page: String(page) }), TODAY)
      paged.push(...rows.map(({ number }) => number))
      if (!more) break
    }
    expect(paged).toEqual(open.map(({ number }) => number))
  })

  test('every figure is counted from the rows it opens, ledger by ledger', async () => {
    const d = await makeIssueDistrict()
    await fill(d)
    const { ledgers, units, waiting } = await issueFigures(d.office, TODAY)
    expect(ledgers.map(({ source }) => source)).toEqual(ISSUE_SOURCES.slice(0, 3))
    for (const counts of ledgers) {
      const of = (state: string) => totalOf(d.office, { source: counts.source, state })
      expect(await of('all')).toBe(counts.total)
      expect(await of('SOLVED')).toBe(counts.solved)
      expect(await of('UNDERSTOOD')).toBe(counts.understood)
      expect(await of('EXPLAINED')).toBe(counts.explained)
      expect(await of('UNSOLVABLE')).toBe(counts.unsolvable)
      expect(await of('open')).toBe(counts.open)
      expect(await of('loose')).toBe(counts.solved + counts.understood)
      expect(await of('counted')).toBe(counts.total - counts.withdrawn - counts.outside)
    }
    expect(waiting.length).toBeGreaterThan(0)
    for (const { source, n } of waiting)
      expect(await totalOf(d.office, { source, state: 'open', holder: 'tier' })).toBe(n)
    expect(units.length).toBeGreaterThan(0)
    for (const { source, unit, held, late, usual, reopened } of units) {
      const own = { source, unit: unit.id }
      expect(await totalOf(d.office, { ...own, state: 'open', holder: 'unit' })).toBe(held)
      expect(await totalOf(d.office, { ...own, state: 'open', holder: 'unit', late: '1' })).toBe(late)
      expect(await totalOf(d.office, { ...own, state: 'closed' })).toBe(usual.n)
      expect(await totalOf(d.office, { ...own, reopened: '1' })).toBe(reopened)
    }
  })

  test('a page says how many there are of each ledger, and of the chosen one what became of them', async () => {
    const d = await makeIssueDistrict()
    await fill(d)
    const all = await listIssues(d.office, issueFilter.parse({ state: 'all' }), TODAY)
    expect([all.rows.length, all.more, all.counts, all.late]).toEqual([50, true, null, null])
    const last = await listIssues(d.office, issueFilter.parse({ state: 'all', page: '3' }), TODAY)
    expect([last.rows.length, last.more]).toEqual([20, false])
    const source: IssueSource = 'LEDGER'
    const one = await listIssues(d.office, issueFilter.parse({ source }), TODAY)
    expect(one.counts?.total).toBe(all.bySource.get(source))
    expect(one.rows.every((row) => row.source === source && isOpenIssue(row))).toBe(true)
    // What is due first stands on top.
    const days = one.rows.flatMap(({ dueOn }) => dueOn ?? [])
    expect(days).toEqual(days.toSorted())
  })

  test('somebody sees what is his: an enterprise its own, an agency what it has', async () => {
    const d = await makeIssueDistrict()
    await fill(d)
    const mine = await rowsOf(d.contact, {})
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.every(({ enterprise }) => enterprise?.id === d.enterpriseId)).toBe(true)
    const held = await rowsOf(d.agency, {})
    expect(held.every(({ lead }) => lead?.id === d.agency.orgId)).toBe(true)
    expect((await issueChoices(d.agency)).units.every(({ id }) => id === d.agency.orgId)).toBe(true)
    const { ledgers } = await issueFigures(d.contact, TODAY)
    expect(ledgers.reduce((sum, { total }) => sum + total, 0)).toBe(mine.length)
    const other = await makeIssueDistrict()
    expect(await rowsOf(other.office, {})).toEqual([])
  })

  test('an internal word is not told to the enterprise as progress', async () => {
    const d = await makeIssueDistrict()
    await fill(d)
    const [row] = await rowsOf(d.contact, { state: 'IN_HAND' })
    const line = { issueId: row?.id ?? '', to: 'IN_HAND', tier: 'DEPARTMENT', on: toDb(TODAY) } as const
    await db.issueMove.create({ data: { ...line, kind: 'REPORT', text: '已派人', at: new Date('2026-11-20') } })
    await db.issueMove.create({
      data: { ...line, kind: 'NOTE', text: '先拖一拖', internal: true, at: new Date('2026-11-21') },
    })
    const progress = async (actor: Actor) => (await rowsOf(actor, {})).find(({ id }) => id === row?.id)?.progress
    expect([await progress(d.contact), await progress(d.office)]).toEqual(['已派人', '先拖一拖'])
  })
})
