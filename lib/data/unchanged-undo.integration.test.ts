import { beforeEach, expect, test } from 'vitest'
import { addDays } from '@/lib/domain/plain-date'
import { dayOrNull, toDb } from './date'
import { db } from './db'
import { addProject, makeDistrict, START, type TestDistrict } from './district.fixture'
import { loadActivity } from './project-activity'
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

test('said twice, it stands until both are taken back; a report made meanwhile stands', async () => {
  const [first, second] = [await say([d.projectId]), await say([d.projectId])]
  await withdrawUnchanged(d.steward, { updateIds: first.updateIds }, { today: TODAY })
  expect(await verified()).toBe(TODAY)
  await withdrawUnchanged(d.steward, { updateIds: second.updateIds }, { today: TODAY })
  expect(await verified()).toBe(START)
  const third = await say([d.projectId])
  const report = { projectId: d.projectId, text: '封顶', base: {}, pick: {}, seen: {} }
  expect((await recordUpdate(d.steward, report, { today: TODAY })).ok).toBe(true)
  await withdrawUnchanged(d.steward, { updateIds: third.updateIds }, { today: TODAY })
  expect(await verified()).toBe(TODAY)
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
