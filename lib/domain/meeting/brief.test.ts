import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { type BriefFacts, type BriefProject, briefOf, projectsOf } from './brief'
import { runsOf, wordsOf } from './paper'

const project = (id: string, more: Partial<BriefProject> = {}): BriefProject => ({
  id,
  name: `项目${id}`,
  level: 'GREEN',
  stage: 'PERMITTING',
  startOn: null,
  productionOn: null,
  reason: null,
  raised: [],
  expiries: [],
  ...more,
})
const facts = (more: Partial<BriefFacts> = {}): BriefFacts => ({
  district: '二七区“双轮驱动”',
  issuer: '区“双轮驱动”领导小组办公室',
  year: 2026,
  week: 48,
  weekOf: on('2026-11-23'),
  line: { on: on('2026-11-19'), hour: 18 },
  before: { on: on('2026-11-12'), hour: 18 },
  projects: [],
  earlier: [],
  done: [],
  finished: [],
  ...more,
})

const full = facts({
  projects: [
    project('1', { level: 'RED', reason: '未开工，跨3个月末' }),
    project('2', { level: 'RED', reason: '施工许可证承诺超期6工作日' }),
    project('3', {
      level: 'YELLOW',
      reason: '计划逾期3工作日',
      raised: [{ number: 7, text: '道路未通，请交通局定通车日期' }],
    }),
    project('4', { startOn: on('2026-11-25') }),
    project('5', { level: 'BLUE', productionOn: on('2026-11-29'), stage: 'CONSTRUCTION' }),
    project('6', { expiries: [{ item: '建设用地规划许可证', on: on('2026-11-24') }] }),
  ],
  earlier: [
    { id: '1', name: '项目1', level: 'RED' },
    { id: '2', name: '项目2', level: 'YELLOW' },
    { id: '3', name: '项目3', level: 'RED' },
    { id: '4', name: '项目4', level: 'GREEN' },
    { id: '5', name: '项目5', level: 'BLUE' },
    { id: '9', name: '项目9', level: 'GREY' },
  ],
  done: [{ id: 't', no: '双轮〔2026〕47-02', text: '核发许可证', who: '资规局' }],
  finished: [
    { id: 'a', projectId: '4' },
    { id: 'b', projectId: '4' },
  ],
})

describe('a brief', () => {
  test('reads like the document', () => {
    const body = briefOf(full)
    expect([body.head.mark, body.head.number]).toEqual(['二七区“双轮驱动”产业项目周简报', '第48期'])
    expect(wordsOf(body.paragraphs)).toEqual([
      '一、总体情况',
      '截至11月19日18时，全区在库产业项目6个。四色为红2个、黄1个、蓝1个、绿2个。与上周（11月12日18时）相比，转差1个、转好1个、新入库1个、出库1个。',
      '二、本周办结',
      '办结手续2项：项目4。销号议定事项1项：双轮〔2026〕47-02核发许可证（资规局）。',
      '三、红黄项目及原因',
      '红色2个：项目2（施工许可证承诺超期6工作日）、项目1（未开工，跨3个月末）。',
      '黄色1个：项目3（计划逾期3工作日）。',
      '四、需区领导协调事项',
      '涉及项目1个：项目3，道路未通，请交通局定通车日期。',
      '五、下周重点',
      '11月23日至29日，计划开工1个：项目4（11月25日）；计划投产1个：项目5（11月29日）；证照到期1个：项目6（11月24日）。',
    ])
  })

  test('of a quiet week says so', () => {
    expect(wordsOf(briefOf(facts({ projects: [project('1')], before: null })).paragraphs)).toEqual([
      '一、总体情况',
      '截至11月19日18时，全区在库产业项目1个。四色为绿1个。上周没有留存，不作比较。',
      '二、本周办结',
      '没有销号的议定事项。',
      '三、红黄项目及原因',
      '没有红色项目。',
      '没有黄色项目。',
      '四、需区领导协调事项',
      '没有提请区级协调的事项。',
      '五、下周重点',
      '11月23日至29日没有计划开工、投产的项目和到期的证照。',
    ])
  })

  test('names as many as one page takes, red first, and leaves the rest to the list', () => {
    const few = Array.from({ length: 6 }, (_, i) => project(String(i), { level: 'RED', reason: '未开工' }))
    expect(wordsOf(briefOf(facts({ projects: few })).paragraphs).join('')).toContain('项目5（未开工）。')
    // Where there is room a reason is said in full, and never breaks off in the middle of a clause.
    const long = '施工许可证承诺超期6工作日，图审意见第二次退回后未再报送，等省级批复用地规模调整'
    const said = (n: number) =>
      wordsOf(
        briefOf(
          facts({ projects: Array.from({ length: n }, (_, i) => project(String(i), { level: 'RED', reason: long })) }),
        ).paragraphs,
      ).join('')
    expect(said(2)).toContain(`（${long}）`)
    expect(said(2)).not.toContain('…')
    // All of them with shorter reasons come before some with long ones.
    expect(said(9)).toContain('项目8（')
    expect(said(9)).not.toContain('其余')
    const many = Array.from({ length: 30 }, (_, i) => project(String(i), { level: 'RED', reason: '超期'.repeat(40) }))
    const words = wordsOf(briefOf(facts({ projects: many })).paragraphs)
    const reds = words.find((line) => line.startsWith('红色30个')) ?? ''
    expect(reds).toMatch(/；其余\d+个见项目台账。$/)
    // Of more than one page takes, the shorter the reason the more are named.
    expect(reds.split('项目').length - 2).toBeGreaterThan(14)
    expect(words.join('').length).toBeLessThan(651)
  })

  test('every figure has as many rows as it says', () => {
    const found = briefOf(full).paragraphs.flatMap((paragraph) => runsOf(paragraph))
    const counted = found.flatMap(({ figure }) => figure ?? [])
    expect(counted.length).toBeGreaterThan(12)
    expect(new Set(counted.map(({ id }) => id)).size).toBe(counted.length)
    for (const { text, rows } of counted) {
      const n = rows.of === 'PROJECTS' ? projectsOf(full, rows.group).length : rows.ids.length
      expect(`${text} ${n}`).toBe(`${text} ${/\d+/.exec(text)?.[0]}`)
    }
    // And nothing is counted without being a figure.
    expect(found.filter(({ text, figure }) => figure === null && /【/.test(text))).toEqual([])
  })
})
