import { describe, expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { DEFAULT_RANKING_PARAMETERS, parameterChanges, type RankingParameters } from '@/lib/domain/ranking/parameters'
import { itemFact } from './ranking-item-text'
import { changeText, parameterText } from './ranking-rule-text'
import { figureIn, groupText, monthText, oneDecimal, rateText, shareText } from './ranking-text'
import { translator } from './translator'

const [zh, en] = [translator('zh-CN'), translator('en')]
const TODAY = on('2026-11-23')

describe('figures of a ranking as people read them', () => {
  test.each([
    [oneDecimal('38.25'), '38.3'],
    [oneDecimal('8.04'), '8.0'],
    [rateText('0.9555'), '95.6%'],
    [rateText('1.0000'), '100.0%'],
    [shareText(-350), '−3.5'],
    [figureIn('1个', 'en'), '1'],
    [figureIn('1个', 'zh-CN'), '1个'],
    [figureIn('德化街', 'en'), '德化街'],
    [monthText('2026-09', zh), '2026年9月'],
    [groupText('FEW', zh), '管2至4个'],
    [groupText('STREET', zh), '街道、镇'],
  ])('%s', (said, expected) => expect(said).toBe(expected))
})

describe('the facts of an item', () => {
  const base = { kind: 'PROCEDURE', indicator: 'A', table: 'AGENCY', dueOn: null, doneOn: null, detail: {} } as const
  test.each([
    [
      { ...base, dueOn: on('2026-10-13'), doneOn: on('2026-10-20'), detail: { used: 9, promised: 5 } },
      '应于 10-13，10-20 办结，用了9个工作日，承诺5个',
    ],
    [
      { ...base, table: 'STEWARD' as const, dueOn: on('2026-10-13'), detail: { agency: 1 } },
      '应于 10-13，没有办结，部门超了承诺',
    ],
    [{ ...base, indicator: 'D' as const, detail: { supplements: 2 } }, '补正2次'],
    [
      { ...base, kind: 'PROJECT' as const, detail: { planned: 6250, actual: 5000, days: 12 } },
      '计划62.5%，实际50.0%，管了12天',
    ],
    [{ ...base, kind: 'RED' as const, dueOn: on('2026-10-08'), detail: { days: 8 } }, '10-08 起红了8个工作日'],
    [{ ...base, kind: 'SLIP' as const, dueOn: on('2026-10-08') }, '应于 10-08 回复，没有回'],
    [{ ...base, kind: 'UPDATES' as const, detail: { weeks: 5, inTime: 4, clean: 5 } }, '5周里4周按时报、5周没有更正'],
  ])('%#', (item, expected) => expect(itemFact(item, TODAY, zh)).toBe(expected))
})

describe('a change of the rules', () => {
  const changed: RankingParameters = {
    ...DEFAULT_RANKING_PARAMETERS,
    priors: { ...DEFAULT_RANKING_PARAMETERS.priors, A: 6 },
    fewestDue: 4,
    days: { draft: 2, object: 4, decide: 6, publish: 8 },
    publishStewardNames: true,
    tables: {
      ...DEFAULT_RANKING_PARAMETERS.tables,
      AREA: {
        weights: { A: 30, B: 25, C: 25, D: 10, E: 10 },
        deduction: { each: 3, cap: 9 },
        startMeans: { ...DEFAULT_RANKING_PARAMETERS.tables.AREA.startMeans, E: '0.7' },
      },
    },
  }

  test('every parameter has its words in both languages', () => {
    const fields = parameterChanges(DEFAULT_RANKING_PARAMETERS, changed)
    expect(fields.length).toBeGreaterThan(10)
    for (const t of [zh, en])
      expect(new Set(fields.map(({ field }) => parameterText(field, t))).size).toBe(fields.length)
  })

  test.each([
    [{ field: 'tables.AREA.weights.A', from: '25', to: '30' }, '板块计划开工兑现满分：25 改为 30'],
    [{ field: 'tables.AREA.startMeans.E', from: '0.90', to: '0.7' }, '板块施工环境按期解决起始均值：90.0% 改为 70.0%'],
    [{ field: 'publishStewardNames', from: 'false', to: 'true' }, '管家排名公开：不公开 改为 公开'],
  ])('%#', (change, expected) => expect(changeText(change, zh)).toBe(expected))
})
