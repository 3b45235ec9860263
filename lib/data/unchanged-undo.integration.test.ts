import { beforeEach, expect, test } from 'vitest'
import { addDays } from '@/lib/domain/plain-date'
import { dayOrNull, toDb } from './date'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { loadActivity } from './project-activity'
import { findUpdateForm } from './project-brief'
import { recordUnchanged, recordUpdate } from './project-updates'
import { loadUnchangedToday, withdrawUnchanged } from './unchanged-undo'

const TODAY = addDays(START, 9)
let d: TestDistrict
beforeEach(async () => {
  d = await makeDistrict()
})

async function say(projectIds: string[], actor = d.steward) {
  const said = await recordUnchanged(actor, { projectIds }, { today: TODAY })
  if (!said.ok) throw new Error(said.error.code)
  return said.value
}
const verified = async (id = d.projectId) =>
  dayOrNull((await db.project.findUniqueOrThrow({ where: { id } })).lastVerifiedOn)

test('no change said for two is taken back for both: the day of the last look is what it was, the history keeps both', async () => {
  const other = await addProject(d, '二期')
  const stale = async () => {
    const { levelReasons } = await db.project.findUniqueOrThrow({ where: { id: d.projectId } })
    return JSON.stringify(levelReasons).includes('NOT_UPDATED')
  }
  const planned = { planSubmitOn: toDb(addDays(START, 40)), planFinishOn: toDb(addDays(START, 60)) }
  await db.procedure.updateMany({ where: { projectId: d.projectId }, data: planned })
  const { updateIds, names } = await say([d.projectId, other.projectId])
  expect(names.toSorted()).toEqual(['二期', '热力管网'])
  expect([await verified(), await stale()]).toEqual([TODAY, false])
  expect(await loadUnchangedToday(d.steward, TODAY)).toHaveLength(2)
  expect((await withdrawUnchanged(d.steward, { updateIds }, { today: TODAY })).ok).toBe(true)
  expect([await verified(), await verified(other.projectId)]).toEqual([START, START])
  expect(await loadUnchangedToday(d.steward, TODAY)).toEqual([])
  expect((await loadActivity(d.projectId)).map((line) => line.kind)).toEqual(
    expect.arrayContaining(['UNCHANGED', 'WITHDRAWN']),
  )
  // Nine days without a look, as before.
  expect(await stale()).toBe(true)
  // Twice is once.
  expect((await withdrawUnchanged(d.steward, { updateIds }, { today: TODAY })).ok).toBe(true)
  expect(await verified()).toBe(START)
})

test('said twice it is recorded once, and one taking back is enough', async () => {
  const [first, second] = [await say([d.projectId]), await say([d.projectId])]
  expect([first.skipped, second.skipped, second.updateIds]).toEqual([0, 1, []])
  expect(await loadUnchangedToday(d.steward, TODAY)).toHaveLength(1)
  await withdrawUnchanged(d.steward, { updateIds: first.updateIds }, { today: TODAY })
  expect(await verified()).toBe(START)
})

const report = { text: '封顶', base: {}, pick: {}, seen: {} }

test('what was reported since stands for the week: there is no change to take back any more', async () => {
  const other = await addProject(d, '二期')
  const { updateIds } = await say([d.projectId, other.projectId])
  const own = await db.weeklyUpdate.findFirstOrThrow({ where: { projectId: d.projectId } })
  expect((await recordUpdate(d.office, { ...report, projectId: d.projectId }, { today: TODAY })).ok).toBe(true)
  expect((await loadUnchangedToday(d.steward, TODAY)).map(({ name }) => name)).toEqual(['二期'])
  expect(await withdrawUnchanged(d.steward, { updateIds: [own.id] }, { today: TODAY })).toMatchObject({
    error: { code: 'REPORTED_SINCE' },
  })
  // Of several the others are taken back.
  expect(await withdrawUnchanged(d.steward, { updateIds }, { today: TODAY })).toMatchObject({
    value: { kept: ['热力管网'] },
  })
  expect([await verified(), await verified(other.projectId)]).toEqual([TODAY, START])
  expect((await loadActivity(d.projectId)).map((line) => line.kind)).not.toContain('WITHDRAWN')
})

test('of a week with progress nobody says that nothing changed; the others of the same tap are recorded', async () => {
  const other = await addProject(d, '二期')
  const monday = { today: addDays(START, 7) }
  expect((await recordUpdate(d.steward, { ...report, projectId: d.projectId }, monday)).ok).toBe(true)
  expect((await findUpdateForm(d.steward, d.projectId, TODAY))?.reported).toBe(true)
  expect((await findUpdateForm(d.steward, other.projectId, TODAY))?.reported).toBe(false)
  expect(await say([d.projectId, other.projectId])).toMatchObject({ names: ['二期'], skipped: 1 })
  expect((await loadUnchangedToday(d.steward, TODAY)).map(({ name }) => name)).toEqual(['二期'])
  expect(await verified()).toBe(addDays(START, 7))
})

test('only by whoever said it, only on that day, and only what was said', async () => {
  const { updateIds } = await say([d.projectId])
  const attempt = (actor = d.steward, today = TODAY, ids = updateIds) =>
    withdrawUnchanged(actor, { updateIds: ids }, { today })
  expect(await attempt(d.office)).toMatchObject({ error: { code: 'NOT_YOURS' } })
  expect(await attempt(d.steward, addDays(TODAY, 1))).toMatchObject({ error: { code: 'TOO_LATE' } })
  expect(await attempt(d.steward, TODAY, [d.projectId])).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(await verified()).toBe(TODAY)
})
