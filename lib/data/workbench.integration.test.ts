import { expect, test } from 'vitest'
import { addDays, type PlainDate } from '@/lib/domain/plain-date'
import { wantsMove } from '@/lib/domain/whose-move'
import { toDb } from './date'
import { db } from './db'
import { makeDistrict, START } from './district.fixture'
import { refreshProjects } from './levels'
import { loadWorkbench } from './workbench'

test('a running clock is in other hands until its colour wants a move, then it is today’s, in one list at a time', async () => {
  const d = await makeDistrict()
  // Both run; the first is a week older, so it speaks for the project.
  const run = (id: string, acceptedOn: PlainDate) =>
    db.procedure.update({
      where: { id },
      data: {
        state: 'ACCEPTED',
        receivedOn: toDb(acceptedOn),
        acceptedOn: toDb(acceptedOn),
        statutoryWd: 20,
        planSubmitOn: toDb(START),
        planFinishOn: toDb(addDays(START, 60)),
      },
    })
  await run(d.first.id, START)
  await run(d.second.id, addDays(START, 1))
  await db.$transaction((tx) => refreshProjects(tx, [d.projectId], START, 'FACT', null))
  const seen = async (today: PlainDate) => {
    await db.project.update({ where: { id: d.projectId }, data: { lastVerifiedOn: toDb(today) } })
    await db.$transaction((tx) => refreshProjects(tx, [d.projectId], today, 'FACT', null))
    return loadWorkbench(d.steward, today)
  }

  const early = await seen(addDays(START, 2))
  expect(early.running.map((line) => line.id).toSorted()).toEqual([d.first.id, d.second.id].toSorted())
  expect(early.runningCount).toBe(2)

  // Seven promised days end on 11-11 and 11-12: on 11-11 both are blue.
  const late = await seen(addDays(START, 9))
  expect(late.running).toEqual([])
  expect(late.runningCount).toBe(0)
  const [item] = late.items
  const above = [item?.reasons[0]?.subjectId, ...(item?.beside.map((line) => line.id) ?? [])]
  expect(above.toSorted()).toEqual([d.first.id, d.second.id].toSorted())
  expect(item?.beside.every((line) => wantsMove(line.level))).toBe(true)
})
