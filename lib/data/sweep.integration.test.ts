import { expect, test } from 'vitest'
import { db } from './db'
import { makeDistrict, START } from './district.fixture'
import { recordUnchanged } from './project-updates'
import { sweep } from './sweep'

test('a key is kept for a day, then the same form is a new wish', async () => {
  const d = await makeDistrict()
  const send = () =>
    recordUnchanged(d.steward, { projectIds: [d.projectId] }, { today: START, formKey: 'sweep', bodyHash: 'a' })
  const updates = () => db.weeklyUpdate.count({ where: { projectId: d.projectId } })
  const first = await send()
  await sweep(new Date())
  expect(await send()).toEqual(first)
  expect(await updates()).toBe(1)
  expect((await sweep(new Date(Date.now() + 25 * 3_600_000))).keys).toBeGreaterThanOrEqual(1)
  // Asked anew: it finds what was said today.
  expect(await send()).toMatchObject({ ok: true, value: { skipped: 1 } })
})

test('a count of failures goes after a day, but never while it locks somebody out', async () => {
  const now = new Date()
  const old = new Date(now.getTime() - 30 * 3_600_000)
  const later = new Date(now.getTime() + 60_000)
  await db.signInThrottle.createMany({
    data: [
      { key: 'old', failures: 4, windowStart: old },
      { key: 'locked', failures: 5, windowStart: old, lockedUntil: later },
      { key: 'fresh', failures: 1, windowStart: now },
    ],
  })
  await sweep(now)
  const left = await db.signInThrottle.findMany({
    where: { key: { in: ['old', 'locked', 'fresh'] } },
    orderBy: { key: 'asc' },
  })
  expect(left.map((row) => row.key)).toEqual(['fresh', 'locked'])
})
