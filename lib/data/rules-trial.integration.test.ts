import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/access'
import { LEVELS, type Level } from '@/lib/domain/level-scale'
import { addDays, on } from '@/lib/domain/plain-date'
import { trialAddress } from '@/lib/schemas/rules-trial'
import { refreshAll } from './all-levels'
import { db } from './db'
import { addProject, addUser, makeDistrict } from './district.fixture'
import { loadLevelContext } from './level-context'
import { loadRules } from './rule-versions'
import { decideRules, proposeRules, rulesDesk, rulesWaiting, withdrawRules } from './rules-proposals'
import { draftParameters, findTrial, startTrial } from './rules-trial'
import { runTrial } from './run-trial'

/** Six working days after the projects were entered: a step without a plan is blue, and would be yellow from the seventh on. */
const TODAY = on('2026-11-10')
const TOMORROW = addDays(TODAY, 1)
const options = { today: TODAY }
const all = trialAddress.parse({})

async function district() {
  const made = await makeDistrict()
  for (const name of ['二号', '三号']) await addProject(made, name)
  const boss = await addUser(made.districtId, 'HEAD', '陈区长', made.office.orgId)
  await refreshAll(made.districtId, TODAY, 'DAY', null)
  return { ...made, boss }
}

async function tried(actor: Actor, params: Record<string, number>) {
  const begun = await startTrial(actor, { params }, options)
  if (!begun.ok) throw new Error(begun.error.code)
  expect(await runTrial(begun.value.trialId)).toBeNull()
  return begun.value.trialId
}

const levelsIn = async (table: 'project' | 'procedure', districtId: string) => {
  const rows =
    table === 'project'
      ? await db.project.findMany({ where: { districtId }, select: { level: true } })
      : await db.procedure.findMany({ where: { districtId }, select: { level: true } })
  return Object.fromEntries(LEVELS.map((level) => [level, rows.filter((row) => row.level === level).length]))
}

describe('a trial of thresholds', () => {
  test('says what the colours will be once the rules hold, and what they would be without them', async () => {
    const d = await district()
    const colours = await levelsIn('procedure', d.districtId)
    const trialId = await tried(d.office, { noplan_yellow_wd: 7 })
    const trial = await findTrial(d.boss, trialId, all, TODAY, new Date())
    expect(trial).toMatchObject({ state: 'DONE', done: 3, total: 3, on: TOMORROW })
    const counts = trial?.counts
    if (!counts) throw new Error('not counted')
    expect(counts.procedures.turned).toBeGreaterThan(0)
    expect(trial?.count).toBe(counts.projects.turned)
    const listed = await findTrial(d.office, trialId, trialAddress.parse({ of: 'procedures' }), TODAY, new Date())
    expect(listed?.count).toBe(counts.procedures.turned)
    expect(listed?.lines.every(({ from, to, reason }) => from === 'BLUE' && to === 'YELLOW' && reason)).toBe(true)
    const none = await findTrial(d.office, trialId, trialAddress.parse({ from: 'RED', to: 'GREEN' }), TODAY, new Date())
    expect(none?.count).toBe(0)
    // Nothing but the trial was written.
    expect(await levelsIn('procedure', d.districtId)).toEqual(colours)
    expect(await db.rulesVersion.count({ where: { districtId: d.districtId } })).toBe(0)

    const proposed = await proposeRules(d.office, { trialId, note: '早一点看见' }, options)
    if (!proposed.ok) throw new Error(proposed.error.code)
    const decision = { proposalId: proposed.value.proposalId, version: 1, verdict: 'APPROVED' as const }
    expect(await decideRules(d.office, decision, options)).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
    expect(await decideRules(d.boss, decision, options)).toMatchObject({ ok: true })
    // Today goes on by the old rules.
    const today = await loadLevelContext(db, d.districtId, TODAY)
    expect(today.parameters.noplan_yellow_wd).toBe(10)
    await refreshAll(d.districtId, TODAY, 'DAY', null)
    const before = await db.levelChange.findMany({ where: { districtId: d.districtId }, orderBy: { id: 'asc' } })
    await refreshAll(d.districtId, TOMORROW, 'RULES', null)
    expect(await levelsIn('project', d.districtId)).toEqual(counts.projects.after)
    expect(await levelsIn('procedure', d.districtId)).toEqual(counts.procedures.after)
    // What was before stays, with the rules it was decided by.
    const kept = { id: { in: before.map(({ id }) => id) } }
    expect(await db.levelChange.findMany({ where: kept, orderBy: { id: 'asc' } })).toEqual(before)
    const rules = await loadRules(d.steward, TOMORROW)
    expect(rules.current).toMatchObject({ effectiveOn: TOMORROW, note: '早一点看见' })
  })

  test('of the rules as they are is none, and a broken threshold is refused at its field', async () => {
    const d = await district()
    expect(await startTrial(d.office, { params: {} }, options)).toMatchObject({ error: { code: 'NO_CHANGE' } })
    expect(await startTrial(d.office, { params: { plan_red_wd: 1 } }, options)).toMatchObject({
      error: { code: 'THRESHOLD_ORDER', field: 'params.plan_blue_wd' },
    })
  })

  test('is forgotten with the next one, unless it was proposed', async () => {
    const d = await district()
    const first = await tried(d.office, { noplan_yellow_wd: 7 })
    const second = await tried(d.office, { noplan_yellow_wd: 8 })
    expect(await findTrial(d.office, first, all, TODAY, new Date())).toBeNull()
    const note = '试过了'
    expect(await proposeRules(d.office, { trialId: second, note }, options)).toMatchObject({ ok: true })
    const third = await tried(d.office, { noplan_yellow_wd: 9 })
    expect((await findTrial(d.office, second, all, TODAY, new Date()))?.may.propose).toBe('TRIAL_PROPOSED')
    expect((await findTrial(d.office, third, all, TODAY, new Date()))?.may.propose).toBe('RULES_PENDING')
    expect(await draftParameters(d.office, TODAY, third)).toMatchObject({ draft: { noplan_yellow_wd: 9 } })
  })

  test('nobody proposes what is not counted, or was tried for another day or against other rules', async () => {
    const d = await district()
    const begun = await startTrial(d.office, { params: { noplan_yellow_wd: 7 } }, options)
    if (!begun.ok) throw new Error('refused')
    const input = { trialId: begun.value.trialId, note: '没有算' }
    expect(await proposeRules(d.office, input, options)).toMatchObject({ error: { code: 'TRIAL_UNFINISHED' } })
    const later = new Date(Date.now() + 120_000)
    expect((await findTrial(d.office, input.trialId, all, TODAY, later))?.state).toBe('CUT')
    await runTrial(input.trialId)
    const tomorrow = { today: TOMORROW }
    expect(await proposeRules(d.office, input, tomorrow)).toMatchObject({ error: { code: 'TRIAL_STALE' } })
    expect(await proposeRules(d.office, input, options)).toMatchObject({ ok: true })
  })

  test('is the office’s and the head’s; a proposal is taken back by its author and refused with a reason', async () => {
    const d = await district()
    const trialId = await tried(d.office, { noplan_yellow_wd: 7 })
    const proposed = await proposeRules(d.office, { trialId, note: '早一点看见' }, options)
    if (!proposed.ok) throw new Error(proposed.error.code)
    const about = { proposalId: proposed.value.proposalId, version: 1 }
    expect([await rulesWaiting(d.boss), await rulesWaiting(d.office), await rulesWaiting(d.steward)]).toEqual([1, 0, 0])
    expect(await rulesDesk(d.steward, TODAY)).toBeNull()
    expect(await findTrial(d.steward, trialId, all, TODAY, new Date())).toBeNull()
    const other = await district()
    expect(await findTrial(other.office, trialId, all, TODAY, new Date())).toBeNull()
    expect(await decideRules(d.boss, { ...about, verdict: 'REFUSED' }, options)).toMatchObject({
      error: { code: 'REASON_MISSING', field: 'answer' },
    })
    expect(await withdrawRules(d.office, about, options)).toMatchObject({ ok: true })
    expect(await decideRules(d.boss, { ...about, verdict: 'APPROVED' }, options)).toMatchObject({
      error: { code: 'RULES_DECIDED' },
    })
    expect((await rulesDesk(d.boss, TODAY))?.past).toMatchObject([{ state: 'WITHDRAWN' }])
  })
})

test('the colours a trial finds before the draft are those the district has', async () => {
  const d = await district()
  await refreshAll(d.districtId, TOMORROW, 'DAY', null)
  const trialId = await tried(d.office, { promise_red_wd: 6 })
  const { counts } = await db.rulesTrial.findUniqueOrThrow({ where: { id: trialId } })
  const found = counts as unknown as Record<'projects' | 'procedures', { before: Record<Level, number> }>
  expect(found.projects.before).toEqual(await levelsIn('project', d.districtId))
  expect(found.procedures.before).toEqual(await levelsIn('procedure', d.districtId))
})
