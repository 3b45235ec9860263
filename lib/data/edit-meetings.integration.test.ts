import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { procedureReplan } from '@/lib/schemas/procedure'
import { projectUpdate } from '@/lib/schemas/update'
import { approveOpen } from './approval.fixture'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { replanProcedure } from './plan-changes'
import { moveProcedure } from './procedure-moves'
import { findUpdateForm } from './project-brief'
import { recordUpdate } from './project-updates'

let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

describe('two people report one week', () => {
  async function opened(actor: Actor) {
    const form = await findUpdateForm(actor, d.projectId, START)
    if (!form) throw new Error('out of reach')
    return (said: Record<string, string>, terms: Record<string, unknown> = {}) =>
      recordUpdate(
        actor,
        projectUpdate.parse({
          projectId: d.projectId,
          began: form.began,
          base: { nextPlan: form.nextPlanText ?? '', text: form.weekText, completedWan: form.completedWan },
          nextPlan: form.nextPlanText ?? '',
          ...said,
          ...terms,
        }),
        { today: START },
      )
  }
  const entered = async () => (await db.investmentEntry.findFirst({ where: { projectId: d.projectId } }))?.amountFen

  test('the second sees what the first said, and the same money is not counted twice', async () => {
    const [hers, his] = [await opened(d.steward), await opened(d.office)]
    expect((await hers({ text: '主体封顶', completedWan: '3200' })).ok).toBe(true)
    const typed = { text: '封顶了', completedWan: '3100' }
    const refused = await his(typed)
    expect(refused).toMatchObject({
      error: {
        code: 'CONFLICT',
        clashes: {
          text: { theirs: '主体封顶', who: '王管家' },
          completedWan: { theirs: '3200', who: '王管家' },
        },
      },
    })
    const seen = { text: '主体封顶', completedWan: '3200' }
    expect((await his(typed, { seen, pick: { text: 'mine', completedWan: 'theirs' } })).ok).toBe(true)
    expect(await entered()).toBe(3_200_000_000n)
    expect((await db.project.findUniqueOrThrow({ where: { id: d.projectId } })).progressText).toBe('封顶了')
  })

  test('another amount replaces the first once that is said', async () => {
    const [hers, his] = [await opened(d.steward), await opened(d.office)]
    await hers({ text: '主体封顶', completedWan: '3200', nextPlan: '砌筑' })
    const seen = { text: '主体封顶', completedWan: '3200' }
    const sent = await his(
      { text: '封顶了', completedWan: '100' },
      { seen, pick: { text: 'theirs', completedWan: 'mine' } },
    )
    expect(sent.ok).toBe(true)
    expect(await entered()).toBe(100_000_000n)
    // What only she said about the coming week is kept.
    const project = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
    expect([project.progressText, project.nextPlanText]).toEqual(['主体封顶', '砌筑'])
  })

  test('leaving everything to the first writes no second update', async () => {
    const [hers, his] = [await opened(d.steward), await opened(d.office)]
    await hers({ text: '主体封顶' })
    expect((await his({ text: '封顶了' }, { seen: { text: '主体封顶' }, pick: { text: 'theirs' } })).ok).toBe(true)
    expect(await db.weeklyUpdate.count({ where: { projectId: d.projectId } })).toBe(1)
    expect((await his({ text: '封顶了' }, { began: undefined })).ok).toBe(true)
  })
})

describe('two people plan one procedure', () => {
  const plan = (actor: Actor, days: Record<string, string>, terms: Record<string, unknown> = {}) =>
    replanProcedure(
      actor,
      procedureReplan.parse({ procedureId: d.first.id, version: d.first.version, ...days, ...terms }),
      {
        today: START,
      },
    )
  const none = { base: { planSubmitOn: '', planFinishOn: '' } }

  test('a move made meanwhile does not stand in the way of a plan', async () => {
    const move = { procedureId: d.first.id, version: d.first.version, kind: 'FILE' as const, on: START, materials: [] }
    expect((await moveProcedure(d.steward, move as never, { today: START })).ok).toBe(true)
    expect((await plan(d.steward, { planFinishOn: '2026-12-01' })).ok).toBe(false)
    expect((await plan(d.steward, { planFinishOn: '2026-12-01' }, none)).ok).toBe(true)
  })

  test('days each set apart come together; the same day set twice is put before the second', async () => {
    expect((await plan(d.office, { planSubmitOn: '2026-11-10', planFinishOn: '2026-12-01' }, none)).ok).toBe(true)
    const refused = await plan(d.steward, { planFinishOn: '2026-12-09' }, none)
    expect(refused).toMatchObject({
      error: {
        code: 'CONFLICT',
        clashes: { planFinishOn: { base: '', theirs: '2026-12-01', who: '周办' } },
        taken: { planSubmitOn: { theirs: '2026-11-10' } },
      },
    })
    const answered = { ...none, pick: { planFinishOn: 'mine' }, seen: { planFinishOn: '2026-12-01' } }
    expect(await plan(d.steward, { planFinishOn: '2026-12-09' }, answered)).toMatchObject({
      error: { code: 'REASON_MISSING' },
    })
    const said = { planFinishOn: '2026-12-09', reason: '补材料' }
    expect(await plan(d.steward, said, answered)).toMatchObject({ error: { code: 'APPROVER_MISSING' } })
    const approved = { ...answered, approverId: d.office.personId }
    const shown = await plan(d.steward, said, approved)
    expect(shown).toMatchObject({ error: { code: 'PLAN_SHOWN', shown: '2026-11-10 2026-12-09' } })
    expect((await plan(d.steward, said, { ...approved, shown: '2026-11-10 2026-12-09' })).ok).toBe(true)
    expect(await db.planChange.count({ where: { procedureId: d.first.id } })).toBe(0)
    expect((await approveOpen(d.office, START)).ok).toBe(true)
    expect(await db.planChange.count({ where: { procedureId: d.first.id } })).toBe(1)
  })
})
