import { beforeEach, describe, expect, test } from 'vitest'
import { fenOfWan } from '@/lib/domain/money'
import { addDays } from '@/lib/domain/plain-date'
import { projectUpdate } from '@/lib/schemas/update'
import { db } from './db'
import { makeDistrict, START, type TestDistrict } from './district.fixture'
import { loadActivity } from './project-activity'
import { findUpdateForm } from './project-brief'
import { recordUpdate } from './project-updates'

let d: TestDistrict
const wan = (text: string) => fenOfWan(text) ?? 0n

beforeEach(async () => {
  d = await makeDistrict()
  await db.project.update({ where: { id: d.projectId }, data: { totalFen: wan('13000') } })
  await db.yearPlan.create({
    data: { projectId: d.projectId, year: 2026, plannedFen: wan('9600'), openingFen: wan('8000') },
  })
})

/** As the form sends it: with what it began with. */
async function report(said: Record<string, string>, today = START) {
  const form = await findUpdateForm(d.steward, d.projectId, today)
  if (!form) throw new Error('out of reach')
  const base = { text: form.weekText, nextPlan: form.nextPlanText ?? '', completedWan: form.completedWan }
  const input = projectUpdate.parse({ projectId: d.projectId, began: form.began, base, text: '砌筑', ...said })
  return recordUpdate(d.steward, input, { today })
}
const weeks = async () =>
  (await db.investmentEntry.findMany({ where: { projectId: d.projectId }, orderBy: { weekOf: 'asc' } })).map(
    (entry) => entry.amountFen,
  )

describe('the money of a week', () => {
  test('a second figure replaces the first, can be taken back, and the history keeps each', async () => {
    expect((await report({ completedWan: '300' })).ok).toBe(true)
    const form = await findUpdateForm(d.steward, d.projectId, START)
    expect(form).toMatchObject({
      completedWan: '300',
      weekText: '砌筑',
      recorded: { who: '王管家', on: START },
      money: { wasFen: wan('300'), yearFen: wan('8000'), plannedFen: wan('9600'), planned: true },
    })
    expect((await report({ completedWan: '320万' }, addDays(START, 1))).ok).toBe(true)
    expect(await weeks()).toEqual([wan('320')])
    // What is not touched stays.
    expect((await report({ text: '封顶', completedWan: '320' }, addDays(START, 2))).ok).toBe(true)
    expect(await weeks()).toEqual([wan('320')])
    expect((await report({ completedWan: '' }, addDays(START, 3))).ok).toBe(true)
    expect(await weeks()).toEqual([0n])
    const told = (await loadActivity(d.projectId)).filter((line) => line.kind === 'UPDATE').map((line) => line.money)
    expect(told).toEqual([
      { from: String(wan('320')), to: '0' },
      undefined,
      { from: String(wan('300')), to: String(wan('320')) },
      { from: null, to: String(wan('300')) },
    ])
    // Another week counts by itself.
    expect((await report({ completedWan: '100' }, addDays(START, 7))).ok).toBe(true)
    expect(await weeks()).toEqual([0n, wan('100')])
  })

  test('money alone is a report: it makes the sentence, which follows the figure and is never typed', async () => {
    expect(() => projectUpdate.parse({ projectId: d.projectId, text: '', completedWan: '' })).toThrow('TEXT_MISSING')
    expect((await report({ text: '', completedWan: '300' })).ok).toBe(true)
    const form = await findUpdateForm(d.steward, d.projectId, START)
    expect(form).toMatchObject({ weekText: '', completedWan: '300', progressText: null })
    expect((await report({ text: '', completedWan: '320' })).ok).toBe(true)
    const project = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
    expect(project.progressText).toBe('本周完成投资320万元')
    // A form nobody touched reports nothing where the figure came from elsewhere.
    const base = { completedWan: '320' }
    const untouched = { projectId: d.projectId, began: '', base, text: '', completedWan: '320' }
    expect(() => projectUpdate.parse(untouched)).toThrow('TEXT_MISSING')
  })

  test('a sum above the plan is asked about with its figures, and counts once somebody says that it is right', async () => {
    const refused = await report({ completedWan: '2000' })
    expect(refused).toMatchObject({
      error: { code: 'WEEK_OVER_PLAN', sumFen: String(wan('10000')), boundFen: String(wan('9600')) },
    })
    expect(await weeks()).toEqual([])
    const confirm = refused.ok ? '' : String(refused.error.confirm)
    // The answer was about this figure, not about another.
    expect(await report({ completedWan: '2001', confirm })).toMatchObject({ error: { code: 'WEEK_OVER_PLAN' } })
    expect((await report({ completedWan: '2000', confirm })).ok).toBe(true)
    expect(await weeks()).toEqual([wan('2000')])
    // Lower than what was said before: nobody asks.
    expect((await report({ completedWan: '1900' })).ok).toBe(true)
  })

  test('years before count against the whole investment', async () => {
    await db.yearPlan.create({
      data: { projectId: d.projectId, year: 2025, plannedFen: wan('4900'), openingFen: wan('4900') },
    })
    expect(await report({ completedWan: '101' })).toMatchObject({
      error: { code: 'WEEK_OVER_TOTAL', sumFen: String(wan('13001')), boundFen: String(wan('13000')) },
    })
    expect((await report({ completedWan: '100' })).ok).toBe(true)
  })

  test('a figure in 元 is told from one in 万元', async () => {
    expect(await report({ completedWan: '3000000' })).toMatchObject({
      error: { code: 'WEEK_LIKELY_YUAN', yuanFen: String(wan('300')), boundFen: String(wan('13000')) },
    })
    expect((await report({ completedWan: '3000000元' })).ok).toBe(true)
    expect(await weeks()).toEqual([wan('300')])
  })

  test('what was entered before the year had a plan counts as well', async () => {
    await db.yearPlan.deleteMany({ where: { projectId: d.projectId } })
    await report({ completedWan: '300' })
    const form = await findUpdateForm(d.steward, d.projectId, addDays(START, 7))
    expect(form?.money).toMatchObject({ wasFen: 0n, yearFen: wan('300'), plannedFen: 0n, planned: false })
  })
})
