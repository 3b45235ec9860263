import { expect, test } from 'vitest'
import { freezeWeekOf, makeDistrict, raiseToDistrict } from '@/lib/data/district.fixture'
import { findAgenda } from '@/lib/data/meetings'
import { unfrozenWeeks } from '@/lib/data/week-snapshots'
import { on } from '@/lib/domain/plain-date'
import { draftAgendaJob } from './draft-agenda'
import { freezeWeekJob } from './freeze-week'
import { runJob } from './job'

const today = on('2026-11-23')

test('the jobs make up for the weeks that were missed, then propose the agenda; twice changes nothing', async () => {
  const d = await makeDistrict()
  await freezeWeekOf(d.districtId, on('2026-11-09'))
  await raiseToDistrict(d, on('2026-11-10'))
  const own = (runs: { period: string }[]) => runs.filter((run) => run.period.endsWith(d.districtId))
  expect(own(await runJob(freezeWeekJob, today)).map((run) => run.period.slice(0, 10))).toEqual([
    '2026-11-16',
    '2026-11-23',
  ])
  expect(own(await runJob(freezeWeekJob, today))).toEqual([])
  expect(await unfrozenWeeks(d.districtId, { on: today, hour: 23 })).toEqual([])
  expect(own(await runJob(draftAgendaJob, today)).length).toBeGreaterThan(0)
  expect(own(await runJob(draftAgendaJob, today))).toEqual([])
  const agenda = await findAgenda(d.office, today, today)
  expect(agenda?.lines.map((line) => [line.name, line.rule])).toEqual([['热力管网', 'RAISED']])
})
