import { expect, test } from 'vitest'
import { levelHistory, makeDistrict, projectHistory, START } from '@/lib/data/district.fixture'
import { walkedFindings } from '@/lib/data/invariant-walk'
import { takeJobRun } from '@/lib/data/job-runs'
import { moveProcedure } from '@/lib/data/procedure-moves'
import { on } from '@/lib/domain/plain-date'
import { evaluateDay } from './evaluate-day'
import { freezeMonthJob } from './freeze-month'
import { type Job, runJob } from './job'
import { sealAuditJob } from './seal-audit'

const accept = async (d: Awaited<ReturnType<typeof makeDistrict>>) =>
  moveProcedure(
    d.agency,
    { procedureId: d.first.id, version: d.first.version, kind: 'ACCEPT', on: START },
    { today: START },
  )

test('a period runs once, however many ask for it at the same time', async () => {
  const runs = await Promise.all([1, 2, 3, 4].map(() => runJob(sealAuditJob, START)))
  const statuses = runs.flat().map((run) => run.status)
  expect(statuses.filter((status) => status === 'RAN')).toHaveLength(1)
  expect((await runJob(sealAuditJob, START)).map((run) => run.status)).toEqual(['DONE'])
  expect((await runJob(sealAuditJob, START, true)).map((run) => run.status)).toEqual(['RAN'])
})

test('a run that failed gives its period back; one that was killed does after a quarter of an hour', async () => {
  let fail = true
  const job: Job = {
    name: 'fragile',
    cron: '0 0 * * *',
    periods: async (today) => [today],
    run: async () => {
      if (fail) throw new Error('out of luck')
      return { rows: 1 }
    },
  }
  await expect(runJob(job, START)).rejects.toThrow('out of luck')
  fail = false
  expect(await runJob(job, START)).toMatchObject([{ status: 'RAN', summary: { rows: 1 } }])

  const killedAt = new Date()
  expect(await takeJobRun('killed', START, killedAt)).toBe('TAKEN')
  expect(await takeJobRun('killed', START, new Date(killedAt.getTime() + 60_000))).toBe('RUNNING')
  expect(await takeJobRun('killed', START, new Date(killedAt.getTime() + 16 * 60_000))).toBe('TAKEN')
})

test('missed days are lived through one by one, so every colour carries the day it turned on', async () => {
  const d = await makeDistrict()
  await accept(d)
  await runJob(evaluateDay, START)
  const until = on('2026-11-20')
  const runs = await runJob(evaluateDay, until)
  expect(runs).toHaveLength(18)
  expect(runs.at(-1)).toMatchObject({ period: until, status: 'RAN' })
  expect(await levelHistory(d.first.id)).toEqual([
    ['GREEN', START],
    ['BLUE', '2026-11-09'],
    ['YELLOW', '2026-11-12'],
    ['RED', '2026-11-18'],
  ])
  for await (const finding of walkedFindings(d.districtId, until)) expect(finding).toBeUndefined()
})

test('evaluating a day again changes nothing', async () => {
  const d = await makeDistrict()
  await accept(d)
  const day = on('2026-11-23')
  await runJob(evaluateDay, day, true)
  const before = await levelHistory(d.first.id)
  await runJob(evaluateDay, day, true)
  expect(await levelHistory(d.first.id)).toEqual(before)
})

test('a first of a month that is over is not lived through again', async () => {
  const d = await makeDistrict()
  await accept(d)
  await runJob(evaluateDay, on('2026-11-24'), true)
  const before = await levelHistory(d.first.id)
  expect(before.at(-1)?.[0]).toBe('RED')
  await runJob(evaluateDay, on('2026-11-01'), true)
  expect(await levelHistory(d.first.id)).toEqual(before)
})

test('month ends are frozen once each, and the third yellow month is red', async () => {
  // Nobody plans its first procedure: yellow from the tenth working day on, and never worse by itself.
  const d = await makeDistrict()
  await runJob(evaluateDay, on('2026-12-01'), true)
  expect(await runJob(freezeMonthJob, on('2026-12-01'))).toMatchObject([{ period: '2026-11', status: 'RAN' }])
  expect(await runJob(freezeMonthJob, on('2026-12-04'))).toMatchObject([{ period: '2026-11', status: 'DONE' }])
  expect((await projectHistory(d.projectId)).at(-1)?.[0]).toBe('YELLOW')
  const newYear = on('2027-01-01')
  await runJob(evaluateDay, newYear)
  expect(await runJob(freezeMonthJob, newYear)).toMatchObject([{ period: '2026-12', status: 'RAN' }])
  expect((await projectHistory(d.projectId)).at(-1)).toEqual(['RED', newYear])
  for await (const finding of walkedFindings(d.districtId, newYear)) expect(finding).toBeUndefined()
})
