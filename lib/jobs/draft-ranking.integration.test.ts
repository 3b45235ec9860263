import { expect, test } from 'vitest'
import { finishJobRun, takeJobRun } from '@/lib/data/job-runs'
import { rankingMonths } from '@/lib/data/ranking'
import { DRAFT_ON, MONTH, makeRankedDistrict } from '@/lib/data/ranking.fixture'
import { draftRankingNow } from '@/lib/data/ranking-draft'
import { object } from '@/lib/data/ranking-objections'
import { publishRanking } from '@/lib/data/ranking-publish'
import { addDays, on } from '@/lib/domain/plain-date'
import { err } from '@/lib/domain/result'
import { draftRankingJob } from './draft-ranking'
import { evaluateDay } from './evaluate-day'
import { type JobOutcome, runJob } from './job'

const of = (outcomes: readonly JobOutcome[], districtId: string) =>
  outcomes
    .filter(({ period }) => period.endsWith(districtId))
    .map(({ period, status }) => `${period.slice(0, 7)} ${status}`)

test('two instances at once draft a month once; on a later day there is nothing left to do', async () => {
  const { districtId, office } = await makeRankedDistrict()
  expect(of(await runJob(draftRankingJob, addDays(DRAFT_ON, -1)), districtId)).not.toContain(`${MONTH} RAN`)
  const outcomes = (await Promise.all([1, 2].map(() => runJob(draftRankingJob, DRAFT_ON)))).flat()
  expect(of(outcomes, districtId).filter((one) => one === `${MONTH} RAN`)).toHaveLength(1)
  expect(of(await runJob(draftRankingJob, addDays(DRAFT_ON, 1)), districtId)).toEqual([])
  expect((await rankingMonths(office, DRAFT_ON)).filter(({ month }) => month === MONTH)).toHaveLength(1)
})

test('missed months are made up for, one after the other', async () => {
  const { districtId, office } = await makeRankedDistrict()
  await draftRankingNow(districtId, '2026-09')
  expect(of(await runJob(draftRankingJob, DRAFT_ON), districtId)).toEqual(['2026-10 RAN', '2026-11 RAN'])
  expect((await rankingMonths(office, DRAFT_ON)).map(({ month }) => month)).toEqual(['2026-11', '2026-10', '2026-09'])
})

test('a draft that comes late can be objected to for as many working days as one in time, and is published after them', async () => {
  const d = await makeRankedDistrict()
  const today = on('2026-12-10')
  expect(of(await runJob(draftRankingJob, today), d.districtId)).toEqual([`${MONTH} RAN`])
  const subjectId = d.steward.personId
  const evidence = [{ kind: 'PROJECT' as const, id: d.projectId }]
  const claim = { month: MONTH, table: 'STEWARD', subjectId, indicator: 'C', claim: '非我方原因', evidence } as const
  expect(await object(d.steward, claim, { today: on('2026-12-15') })).toEqual(
    err({ code: 'OBJECTION_LATE', until: '2026-12-14' }),
  )
  expect(await publishRanking(d.office, { month: MONTH, version: 1 }, { today: on('2026-12-14') })).toEqual(
    err({ code: 'RANKING_EARLY', until: '2026-12-14' }),
  )
  expect(await object(d.steward, claim, { today: on('2026-12-14') })).toMatchObject({ ok: true })
})

test('a draft made for an earlier day appears on the day it is made, and its days to object begin then', async () => {
  const d = await makeRankedDistrict()
  expect(of(await runJob(draftRankingJob, DRAFT_ON, true, on('2026-12-10')), d.districtId)).toEqual([`${MONTH} RAN`])
  expect(await publishRanking(d.office, { month: MONTH, version: 1 }, { today: on('2026-12-14') })).toEqual(
    err({ code: 'RANKING_EARLY', until: '2026-12-14' }),
  )
})

test('it waits until the colours have been brought up to the data line', async () => {
  const { districtId } = await makeRankedDistrict()
  const ran = async (period: string) => {
    await takeJobRun(evaluateDay.name, period, new Date())
    await finishJobRun(evaluateDay.name, period, {}, new Date())
  }
  await ran('2026-11-20')
  expect(of(await runJob(draftRankingJob, DRAFT_ON), districtId)).toEqual([])
  await ran('2026-11-30')
  expect(of(await runJob(draftRankingJob, DRAFT_ON), districtId)).toEqual(['2026-11 RAN'])
})
