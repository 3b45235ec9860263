import { describe, expect, test } from 'vitest'
import { writeMilestones } from './ledger-milestone-writes'
import { RowPen, type WriteContext } from './ledger-pen'
import type { LedgerMilestone, LedgerRow } from './ledger-row'
import type { KnownProject } from './ledger-snapshot'
import { on } from './plain-date'

const context = {
  today: on('2026-11-23'),
  actorId: 'a',
  reason: '台账导入',
  newId: () => 'n',
} as unknown as WriteContext
const start = (actual: boolean, day: string): LedgerMilestone => ({
  kind: 'START',
  actual,
  on: on(day),
  monthOnly: false,
})
const permit = (code: string, state: 'ACCEPTED' | 'DONE' | 'NA', finishedOn: string | null) => ({
  code,
  state,
  finishedOn: finishedOn === null ? null : on(finishedOn),
  nameZh: `${code}证`,
  nameEn: `permit ${code}`,
})

/** What the milestones of a row write and remark, beside a project whose start has a plan. */
function written(said: LedgerMilestone, known: Partial<KnownProject> & { moves?: number } = {}) {
  const { moves = 0, ...project } = known
  const plan = { id: 'm', kind: 'START', baselineOn: on('2026-12-01'), plannedOn: on('2026-12-01'), actualOn: null }
  const row = { milestones: [said], span: null, stage: null } as unknown as LedgerRow
  const beside = {
    id: 'p',
    stage: 'PERMITTING',
    milestones: [{ ...plan, monthOnly: false, moves, version: 1 }],
    permits: [],
  }
  const pen = new RowPen(row, { ...beside, ...project } as unknown as KnownProject, {} as never, context)
  writeMilestones(pen)
  return { models: pen.writes.map(({ model }) => model), notes: pen.notes }
}

describe('works a ledger says have begun', () => {
  test('are recorded, and doubted where permits are open or came later', () => {
    const permits = [permit('GC02', 'DONE', '2026-11-10'), permit('SG04', 'ACCEPTED', null), permit('SG05', 'NA', null)]
    const { models, notes } = written(start(true, '2026-11-02'), { permits })
    expect(models).toEqual(['milestone'])
    expect(notes.map(({ severity, code, params }) => [severity, code, params.zh])).toEqual([
      ['warning', 'START_UNREADY', 'SG04证'],
      ['warning', 'START_EARLY', 'GC02证'],
    ])
  })
  test('are believed where every permit was there', () =>
    expect(written(start(true, '2026-11-20'), { permits: [permit('SG04', 'DONE', '2026-11-10')] }).notes).toEqual([]))
})

describe('a plan a ledger moves', () => {
  test('moves twice, counted', () =>
    expect(written(start(false, '2026-12-20'), { moves: 1 })).toEqual({
      models: ['milestone', 'planChange'],
      notes: [],
    }))
  test('stays the third time: nobody in a ledger approves that', () => {
    const { models, notes } = written(start(false, '2026-12-20'), { moves: 2 })
    expect(models).toEqual([])
    expect(notes).toMatchObject([{ code: 'MILESTONE_SPENT', params: { field: 'milestone.START', max: 2 } }])
  })
})
