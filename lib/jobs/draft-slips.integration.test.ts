import { expect, test } from 'vitest'
import { toDb } from '@/lib/data/date'
import { makeDistrict } from '@/lib/data/district.fixture'
import { decide, slipKindsOf } from '@/lib/data/task.fixture'
import { on } from '@/lib/domain/plain-date'
import { draftSlipsJob } from './draft-slips'
import { runJob } from './job'

test('once a day however often it is started; days that were missed are made up for', async () => {
  const d = await makeDistrict()
  const { tasks } = await decide(d, on('2026-11-09'), [{ dueOn: toDb(on('2026-11-13')) }])
  const kinds = () => slipKindsOf(tasks[0]?.id ?? '')
  // Nothing ran for a week: both papers are there on the next morning.
  await runJob(draftSlipsJob, on('2026-11-24'))
  expect(await kinds()).toEqual(['ASSIGN', 'URGE', 'SUPERVISE'])
  expect((await runJob(draftSlipsJob, on('2026-11-24'))).map((run) => run.status)).toEqual(['DONE'])
  await runJob(draftSlipsJob, on('2026-11-24'), true)
  expect(await kinds()).toEqual(['ASSIGN', 'URGE', 'SUPERVISE'])
})
