import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { previewCalendar } from './calendar-changes'
import { makeDistrict, START } from './district.fixture'
import { moveProcedure } from './procedure-moves'

test('a day off moves the promise, the law’s own limit, and what it is called says which', async () => {
  const d = await makeDistrict()
  await moveProcedure(
    d.agency,
    { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT', on: START },
    { today: START },
  )
  const shiftOf = async (day: string) => {
    const { shifts } = await previewCalendar(d.office, { override: { day: on(day), working: false } }, START)
    return shifts.find(({ procedureId }) => procedureId === d.first.id)
  }
  expect(await shiftOf('2026-11-03')).toMatchObject({
    dueIn: 'ACCEPTED',
    dueFrom: '2026-11-11',
    dueTo: '2026-11-12',
    statuteFrom: '2026-11-30',
    statuteTo: '2026-12-01',
  })
  // After the promise, before the law's own limit.
  expect(await shiftOf('2026-11-24')).toMatchObject({
    dueFrom: '2026-11-11',
    dueTo: '2026-11-11',
    statuteFrom: '2026-11-30',
    statuteTo: '2026-12-01',
  })
})
