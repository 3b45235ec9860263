import { expect, test } from 'vitest'
import { evaluateProcedureProvisionally } from '@/lib/domain/level'
import { on } from '@/lib/domain/plain-date'
import { PUBLISHED_YEARS } from '@/lib/domain/published-years'
import { DEFAULT_PARAMETERS } from '@/lib/domain/rule-parameters'
import { factsWith } from '@/lib/domain/testdata/procedure-facts'
import { buildCalendar } from '@/lib/domain/work-calendar'
import { standingOwner, standingReason } from './standing-text'

const calendar = buildCalendar(PUBLISHED_YEARS)

test.each([
  // C09 of the cases: grey, 审批计时暂停(部门).
  ['SUPPLEMENT', '等项目单位补正，审批计时暂停（已用3）', '项目单位补正，住建局计时已暂停'],
  ['SPECIAL', '特别程序中，审批计时暂停（已用3）', '住建局办特别程序，审批计时已暂停'],
] as const)(
  'a clock that stands for %s says who has to move; by the rules the colour stays the agency’s',
  (state, why, who) => {
    const since = on('2024-05-16')
    const facts = factsWith({
      state,
      planFinishOn: on('2024-06-28'),
      supplementSince: state === 'SUPPLEMENT' ? since : null,
      specialSince: state === 'SPECIAL' ? since : null,
      specialLimitWd: 20,
    })
    const { level, owner, reasons } = evaluateProcedureProvisionally(
      facts,
      on('2024-05-23'),
      calendar,
      DEFAULT_PARAMETERS,
    )
    const [reason] = reasons
    if (!reason) throw new Error('no reason')
    expect([level, owner]).toEqual(['GREY', { kind: 'AGENCY' }])
    expect(standingReason(reason, state, 'zh-CN')).toBe(why)
    expect(standingOwner({ reason, state, owner }, '住建局', 'zh-CN')).toBe(who)
  },
)

test('what runs keeps its own words', () => {
  const facts = factsWith({ planFinishOn: on('2024-06-28') })
  const { owner, reasons } = evaluateProcedureProvisionally(facts, on('2024-05-23'), calendar, DEFAULT_PARAMETERS)
  const [reason] = reasons
  if (!reason) throw new Error('no reason')
  expect(standingReason(reason, 'ACCEPTED', 'zh-CN')).toBe('承诺超期1工作日')
  expect(standingOwner({ reason, state: 'ACCEPTED', owner }, '住建局', 'zh-CN')).toBe('住建局')
})
