import { describe, expect, test } from 'vitest'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import { on, type PlainDate } from '@/lib/domain/plain-date'
import type { ProcedureFacts } from '@/lib/domain/procedure'
import { evaluateProjectProvisionally, NO_FACTS, type ProjectFacts } from '@/lib/domain/project-level'
import { PUBLISHED_YEARS } from '@/lib/domain/published-years'
import { DEFAULT_PARAMETERS } from '@/lib/domain/rule-parameters'
import { factsWith } from '@/lib/domain/testdata/procedure-facts'
import { type Why, whyProcedure, whyProject } from '@/lib/domain/why'
import { buildCalendar } from '@/lib/domain/work-calendar'
import { translator } from './translator'
import { arithmeticText, standingClockText, thresholdTexts, uncountedText } from './why-text'

const calendar = buildCalendar(PUBLISHED_YEARS)
const p = DEFAULT_PARAMETERS

function ofProcedure(changes: Partial<ProcedureFacts>, today: PlainDate, index = 0): Why {
  const facts = factsWith(changes)
  const reason = evaluateProcedureProvisionally(facts, today, calendar, p).reasons[index]
  const why = reason && whyProcedure(facts, reason, today, calendar, p)
  if (!why) throw new Error('no reason')
  return why
}

function ofProject(changes: Partial<ProjectFacts>, today: PlainDate): Why {
  const facts = { ...NO_FACTS, ...changes }
  const reason = evaluateProjectProvisionally(facts, today, calendar, p).reasons[0]
  const why = reason && whyProject(facts, reason, today, calendar, p)
  if (!why) throw new Error('no reason')
  return why
}

const said = ({ rule, arithmetic }: Why, today: PlainDate, locale: 'zh-CN' | 'en' = 'zh-CN') => [
  rule,
  arithmetic && arithmeticText(arithmetic, null, today, locale),
  arithmetic && uncountedText(arithmetic, today, locale),
]

describe('why a procedure has its colour', () => {
  test.each<[string, Partial<ProcedureFacts>, string, string, string, string]>([
    [
      'C02 with its make-up Sunday',
      { acceptedOn: on('2024-04-25') },
      '2024-05-06',
      'P6',
      '04-25 受理，当天不算，04-26 是第1天，到今天（05-06）是5个工作日；承诺7个工作日，05-08 到期，还剩2个工作日。',
      '周末1天；劳动节 05-01至05-05；调休上班 04-28 照算',
    ],
    [
      'C06 over the promise',
      { acceptedOn: on('2024-04-25') },
      '2024-05-14',
      'P2',
      '04-25 受理，当天不算，04-26 是第1天，到今天（05-14）是12个工作日；承诺7个工作日，05-08 到期，超5个工作日。',
      '周末2天；劳动节 05-01至05-05；调休上班 04-28、05-11 照算',
    ],
    [
      'over a statute that was extended',
      { promisedWd: 18, extensionWd: 10, acceptedOn: on('2024-05-06') },
      '2024-06-19',
      'P1',
      '05-06 受理，当天不算，05-07 是第1天，到今天（06-19）是32个工作日；法定30个工作日（含批准延长10个），06-17 到期，超2个工作日。',
      '周末11天；端午节 06-10；调休上班 05-11 照算',
    ],
    [
      'C12 after a supplement',
      { pauses: [{ kind: 'SUPPLEMENT', from: on('2024-05-16'), to: on('2024-05-27') }] },
      '2024-05-30',
      'P6',
      '05-13 受理，当天不算，05-14 是第1天，到今天（05-30）是6个工作日；承诺7个工作日，05-31 到期，还剩1个工作日。',
      '周末4天；暂停 05-17至05-27，7个工作日',
    ],
    [
      'C11 a supplement that is late',
      { state: 'SUPPLEMENT', supplementSince: on('2024-05-16') },
      '2024-06-03',
      'P8',
      '05-16 一次告知补正，当天不算，05-17 是第1天，到今天（06-03）是12个工作日；补正限10个工作日，05-30 到期，超2个工作日。',
      '周末6天',
    ],
    [
      'C17 a filing that is late',
      { state: 'READY', acceptedOn: null, planSubmitOn: on('2024-05-23'), planFinishOn: on('2024-06-28') },
      '2024-05-28',
      'P5',
      '计划申报 05-23，当天不算逾期，05-24 是逾期第1天，到今天（05-28）逾期3个工作日。',
      '周末2天',
    ],
    [
      'C24 rejected and not filed again',
      { state: 'REJECTED', finishedOn: on('2024-05-10'), rejectedOn: on('2024-05-10') },
      '2024-05-27',
      'P12',
      '05-10 不予许可，当天不算，05-11 是第1天，到今天（05-27）是12个工作日；满10个工作日未重报转红。',
      '周末5天；调休上班 05-11 照算',
    ],
  ])('%s', (_, facts, today, ...expected) => expect(said(ofProcedure(facts, on(today)), on(today))).toEqual(expected))

  test('a day within one week leaves out none', () =>
    expect(
      said(ofProcedure({ promisedWd: 3, acceptedOn: on('2024-05-20') }, on('2024-05-22')), on('2024-05-22'))[2],
    ).toBe('没有，每天都算'))

  test('the agency’s clock stands while the papers are out', () => {
    const today = on('2024-06-03')
    const { arithmetic } = ofProcedure({ state: 'SUPPLEMENT', supplementSince: on('2024-05-16') }, today)
    expect(arithmetic && standingClockText(arithmetic, today, 'zh-CN')).toBe(
      '已用3个工作日，05-17 起停，恢复以前不再走',
    )
  })

  test('a filing day nobody gave is told to be counted back', () => {
    const today = on('2024-05-28')
    const facts = { state: 'READY', acceptedOn: null, planFinishOn: on('2024-05-31') } as const
    expect(said(ofProcedure(facts, today), today)[1]).toBe(
      '计划申报日没有填：从计划办结 05-31 往回数，留出承诺的7个工作日。计划申报 05-22，当天不算逾期，05-23 是逾期第1天，到今天（05-28）逾期4个工作日。',
    )
  })

  test('in English, with the holiday’s name', () =>
    expect(said(ofProcedure({ acceptedOn: on('2024-04-25') }, on('2024-05-14')), on('2024-05-14'), 'en')).toEqual([
      'P2',
      'Accepted 04-25, which does not count; 04-26 is day 1; to today (05-14) 12 working days; promised 7 working days, to 05-08: 5 working days over.',
      '2 weekend days; Labour Day 05-01 to 05-05; make-up days that do count: 04-28, 05-11',
    ]))

  test('what the rule is measured by is the value in force', () =>
    expect(
      thresholdTexts(ofProcedure({ acceptedOn: on('2024-04-25') }, on('2024-05-14')), translator('zh-CN')),
    ).toEqual(['超承诺多少转红：5工作日']))
})

describe('why a project has its colour', () => {
  const today = on('2026-11-23')
  test.each<[string, Partial<ProjectFacts>, string, string, string | null]>([
    [
      'progress',
      { progress: { year: 2026, actual: 1550 } },
      'D2',
      '从 01-01 到今天（11-23）过了327天，全年365天，序时进度89.6%。完成年度计划的15.5%，相差74.1个百分点。',
      '按自然日算，周末和节假日都在内',
    ],
    [
      'progress of a project of the year',
      { progress: { year: 2026, actual: 0, fromOn: on('2026-09-30') } },
      'D2',
      '09-30 入库，当天不算，到今天（11-23）过了54天，到年底共92天，序时进度58.7%。完成年度计划的0%，相差58.7个百分点。',
      '按自然日算，周末和节假日都在内',
    ],
    [
      'a start that was missed',
      { start: { plannedOn: on('2026-09-10'), actualOn: null, ready: true } },
      'D3',
      '计划 09-10 开工，到今天（11-23）没有开工；跨过2个月末：09-30、10-31。',
      '按自然日算，周末和节假日都在内',
    ],
    [
      'enrolment',
      { enrolment: { startedOn: on('2026-10-10'), enrolled: false } },
      'D4',
      '10-10 开工，满1个月是 11-10，已经过了，还没有入库（纳统）。',
      '按自然日算，周末和节假日都在内',
    ],
    [
      'an issue over 国庆',
      { issues: [{ id: 'i', dueOn: on('2026-09-29'), meetings: 0, owner: '局' }] },
      'D5',
      '问题限期 09-29，当天不算逾期，09-30 是逾期第1天，到今天（11-23）逾期35个工作日。',
      '周末13天；国庆节 10-01至10-07；调休上班 10-10 照算',
    ],
    [
      'updates',
      { verifiedOn: on('2026-11-02') },
      'D7',
      '上次更新 11-02，到今天（11-23）21天。',
      '按自然日算，周末和节假日都在内',
    ],
    [
      'a permit that has expired',
      { permits: [{ id: 'm', expiresOn: on('2026-11-20') }] },
      'D8',
      '证照 11-20 到期，到今天（11-23）过了3天。',
      '按自然日算，周末和节假日都在内',
    ],
    [
      'talks',
      { talks: { lastProgressOn: on('2026-09-01') } },
      'D9',
      '上次进展 09-01，满2个月是 11-01，到今天（11-23）没有新的进展。',
      '按自然日算，周末和节假日都在内',
    ],
    [
      'the third month',
      {
        issues: [{ id: 'i', dueOn: on('2026-11-20'), meetings: 0, owner: '局' }],
        monthLevels: { '2026-09': 'YELLOW', '2026-10': 'YELLOW' },
      },
      'AGG',
      '2026-09 和 2026-10 月底都是黄，今天还是黄：连续第三个月，转红。',
      null,
    ],
  ])('%s', (_, facts, ...expected) => expect(said(ofProject(facts, today), today)).toEqual(expected))

  test('money stands beside the share where the reader may see it', () => {
    const { arithmetic } = ofProject({ progress: { year: 2026, actual: 1550 } }, today)
    expect(
      arithmetic &&
        arithmeticText(arithmetic, { plannedFen: 1_200_000_000_000n, doneFen: 186_000_000_000n }, today, 'zh-CN'),
    ).toContain('年度计划120.00亿元，已完成18.60亿元，完成15.5%')
  })

  test('a procedure beside the critical path is said to be held at yellow', () => {
    const item = (critical: boolean): ProjectFacts['procedures'][number] => ({
      id: 'a',
      code: 'a',
      critical,
      outlook: null,
      agency: '局',
      facts: factsWith({ acceptedOn: on('2026-10-12') }),
    })
    expect(ofProject({ procedures: [item(false)] }, today)).toMatchObject({ rule: 'P1', capped: true })
    expect(ofProject({ procedures: [item(true)] }, today)).toMatchObject({ rule: 'P1', capped: false })
  })
})
