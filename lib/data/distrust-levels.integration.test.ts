import { expect, test } from 'vitest'
import { db } from './db'
import { makeDistrict, START } from './district.fixture'
import { distrustLevels } from './distrust-levels'
import { freshenLevels } from './freshen-levels'

test('another release asks every colour anew, once, whatever an older one wrote down', async () => {
  const d = await makeDistrict()
  await freshenLevels(d.districtId, START)
  const colours = () =>
    db.project.findUniqueOrThrow({
      where: { id: d.projectId },
      select: { level: true, levelReasons: true, nextLevelOn: true },
    })
  const right = await colours()
  // As an older release might have left it: another colour, and facts of a shape nobody reads any more.
  await db.project.update({
    where: { id: d.projectId },
    data: { level: 'RED', levelReasons: { facts: { procedures: 'of old' } } },
  })
  expect(await distrustLevels('of today')).toBeGreaterThan(0)
  await freshenLevels(d.districtId, START)
  expect(await colours()).toEqual(right)
  expect(await distrustLevels('of today')).toBe(0)
  // Going back to the release before is another release as well.
  expect(await distrustLevels('of yesterday')).toBeGreaterThan(0)
})
