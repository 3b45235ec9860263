import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '@/lib/domain/plain-date'
import { DEFAULT_RANKING_PARAMETERS } from '@/lib/domain/ranking/parameters'
import { rankingMonth, rankingSubject } from './ranking'
import { DRAFT_ON, LAST_OBJECTION, MONTH, makeRankedDistrict, PUBLISH_ON, type RankedDistrict } from './ranking.fixture'
import { rankingDay } from './ranking-day'
import { draftRankingNow } from './ranking-draft'
import { decideObjection, object } from './ranking-objections'
import { publishRanking } from './ranking-publish'
import { proposeRankingRules } from './ranking-rules'
import { rankingTrend } from './ranking-trend'

describe('what the ranking wants of somebody today', () => {
  let d: RankedDistrict
  const own = () => ({ table: 'STEWARD', subjectId: d.steward.personId }) as const
  beforeAll(async () => {
    d = await makeRankedDistrict()
    await draftRankingNow(d.districtId, MONTH)
  })

  test('nothing of a handler; of a steward, that he looks at his own line of the draft', async () => {
    expect(await rankingDay(d.agency, DRAFT_ON)).toBeNull()
    expect(await rankingDay(d.steward, DRAFT_ON)).toMatchObject({
      month: MONTH,
      state: 'DRAFT',
      own: own(),
      answered: 0,
    })
    expect((await rankingDay(d.leader, DRAFT_ON))?.own).toBeNull()
  })

  test('no months of anybody before one is published', async () => {
    expect(await rankingTrend(d.office, own())).toBeNull()
  })

  test('of the office, objections; of whoever raised one, that it is answered; then that it is published', async () => {
    const found = await rankingSubject(d.steward, DRAFT_ON, { month: MONTH, ...own() })
    const item = found?.items.find(({ factId }) => factId === d.issues[2]?.id)
    const raised = await object(
      d.steward,
      { month: MONTH, ...own(), indicator: 'C', seq: item?.seq, claim: '非我方原因', evidence: [] },
      { today: DRAFT_ON },
    )
    if (!raised.ok) throw new Error('no objection')
    const after = addDays(LAST_OBJECTION, 1)
    expect(await rankingDay(d.office, after)).toMatchObject({ undecided: 1, mayPublish: false })
    expect(await rankingDay(d.leader, after)).toMatchObject({ undecided: 0 })
    const verdict = { verdict: 'REFUSED' as const, reason: '没有凭证', changes: [], version: 1 }
    await decideObjection(d.office, { objectionId: raised.value.objectionId, ...verdict }, { today: after })
    expect(await rankingDay(d.steward, after)).toMatchObject({ answered: 1 })
    expect(await rankingDay(d.office, after)).toMatchObject({ undecided: 0, mayPublish: true })
    const month = await rankingMonth(d.office, PUBLISH_ON, { month: MONTH })
    await publishRanking(d.office, { month: MONTH, version: month?.version ?? 0 }, { today: PUBLISH_ON })
    expect(await rankingDay(d.steward, PUBLISH_ON)).toMatchObject({ state: 'PUBLISHED', answered: 0, own: own() })
    expect(await rankingDay(d.office, PUBLISH_ON)).toMatchObject({ mayPublish: false })
  })

  test('the months of a steward are his, the office’s and the leaders’', async () => {
    for (const actor of [d.steward, d.office, d.leader])
      expect(await rankingTrend(actor, own())).toMatchObject({ months: [{ month: MONTH, number: 1 }] })
    for (const actor of [d.successor, d.supervisor, d.clerk, d.agency])
      expect(await rankingTrend(actor, own())).toBeNull()
  })

  test('a proposal about the rules waits for somebody else than its author', async () => {
    const proposed = { ...DEFAULT_RANKING_PARAMETERS, praise: 5, note: '多表扬两名' }
    expect((await proposeRankingRules(d.office, proposed, { today: PUBLISH_ON })).ok).toBe(true)
    expect((await rankingDay(d.office, PUBLISH_ON))?.proposals).toBe(0)
    expect((await rankingDay(d.boss, PUBLISH_ON))?.proposals).toBe(1)
    expect((await rankingDay(d.leader, PUBLISH_ON))?.proposals).toBe(0)
  })
})
