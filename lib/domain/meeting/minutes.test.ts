import { describe, expect, test } from 'vitest'
import { on } from '../plain-date'
import { type MinutesFacts, type MinutesTask, type MinutesTopic, minutesOf } from './minutes'
import { wordsOf } from './paper'

const task = (nth: number, text: string, more: Partial<MinutesTask> = {}): MinutesTask => ({
  id: `t${nth}`,
  year: 2026,
  week: 48,
  nth,
  text,
  tier: 'DISTRICT',
  lead: null,
  supports: [],
  person: null,
  dueOn: on('2026-11-30'),
  ...more,
})
const topic = (id: string, name: string, more: Partial<MinutesTopic> = {}): MinutesTopic => ({
  id,
  name,
  rule: 'MANUAL',
  result: 'DECIDED',
  why: null,
  settledBy: null,
  tasks: [],
  ...more,
})
const facts = (more: Partial<MinutesFacts> = {}): MinutesFacts => ({
  district: '二七区“双轮驱动”',
  issuer: '区“双轮驱动”领导小组办公室',
  year: 2026,
  week: 48,
  on: on('2026-11-23'),
  hour: 15,
  chair: '林副区长',
  place: null,
  topics: [],
  others: [],
  present: [],
  leave: [],
  listening: [],
  ...more,
})
const read = (more: Partial<MinutesFacts>) => wordsOf(minutesOf(facts(more)).paragraphs)

describe('minutes read like the document', () => {
  test('from the red head to who was there', () => {
    const body = minutesOf(
      facts({
        topics: [
          topic('a', '华宸精密传动智造基地规划许可问题', {
            tasks: [
              task(4, '11月24日会审，一次性提出修改意见', {
                lead: '区自然资源和规划局',
                supports: ['区国防动员办公室'],
                dueOn: on('2026-11-24'),
              }),
              task(5, '由区自然资源和规划局11月30日前核发建设工程规划许可证'),
            ],
          }),
          topic('b', '嵩景里商业街区更新', {
            rule: 'RAISED',
            tasks: [
              task(6, '完成剩余2户签约。', { lead: '嵩山路街道办事处', dueOn: on('2026-11-27') }),
              task(7, '提供法律意见', { lead: '区司法局', dueOn: on('2026-11-27'), tier: 'DEPARTMENT' }),
            ],
          }),
          topic('c', '汇盈冷链物流中心', { result: 'NEXT_TIME', rule: 'NEW_RED' }),
          topic('d', '德润康养综合体', { result: 'SETTLED', why: '已协调到位。', settledBy: '周副区长' }),
        ],
        present: [
          { unit: null, person: '林副区长', note: null },
          { unit: '区自然资源和规划局', person: '孟广平', note: null },
        ],
        leave: [{ unit: '区住房和城乡建设局', person: null, note: '参加市里会议' }],
        listening: [{ unit: '区政务服务局', person: '宋佳', note: null }],
      }),
    )
    expect(body.head).toEqual({
      mark: '二七区“双轮驱动”周例会纪要',
      number: '〔2026〕48号',
      unit: '区“双轮驱动”领导小组办公室',
      on: '2026-11-23',
    })
    expect(wordsOf(body.paragraphs)).toEqual([
      '产业项目第48周调度会议纪要',
      '11月23日下午，林副区长主持召开“双轮驱动”产业项目周例会，研究3个议题，议定4项。现纪要如下：',
      '一、华宸精密传动智造基地规划许可问题',
      '会议议定，由区自然资源和规划局牵头、区国防动员办公室配合，11月24日会审，一次性提出修改意见；由区自然资源和规划局11月30日前核发建设工程规划许可证。（双轮〔2026〕48-04、48-05，区级）',
      '二、嵩景里商业街区更新提请区级协调问题',
      '会议议定，由嵩山路街道办事处于11月27日前完成剩余2户签约；由区司法局于11月27日前提供法律意见。（双轮〔2026〕48-06，区级；48-07，部门级）',
      '三、下次再议的议题',
      '汇盈冷链物流中心，下次会议再议。',
      '四、会前解决的议题',
      '德润康养综合体：已协调到位（周副区长）。',
      '出席：林副区长，区自然资源和规划局孟广平。',
      '请假：区住房和城乡建设局（参加市里会议）。',
      '列席：区政务服务局宋佳。',
    ])
  })

  test('a decision without a unit names the person, or says that it is open', () => {
    expect(
      read({ topics: [topic('a', '甲', { tasks: [task(1, '报进度', { person: '王管家' }), task(2, '报进度')] })] })[3],
    ).toBe(
      '会议议定，由王管家于11月30日前报进度；于11月30日前报进度，责任单位会后明确。（双轮〔2026〕48-01、48-02，区级）',
    )
  })

  test('beside its day a decision needs no haste, one without a topic names its project, a typed day is spelled out', () => {
    const words = read({
      others: [
        task(1, '尽快拿出办法', { lead: '区财政局', project: '冷链中心' }),
        task(2, '报名单', { lead: '区教育局' }),
      ],
      topics: [topic('d', '乙', { result: 'SETTLED', why: '双轮〔2026〕11-25已明确，11-25前办好' })],
    })
    expect(words).toContain('会议议定，冷链中心，由区财政局于11月30日前拿出办法。（双轮〔2026〕48-01，区级）')
    expect(words).toContain('会议议定，由区教育局于11月30日前报名单。（双轮〔2026〕48-02，区级）')
    expect(words).toContain('乙：双轮〔2026〕11-25已明确，11月25日前办好。')
  })

  test('a morning, a place, another year, no chair, a topic nothing was handed out of', () => {
    const words = read({
      hour: 9,
      place: '区政府三楼会议室',
      chair: null,
      topics: [topic('a', '甲')],
      others: [task(1, '报计划', { lead: '区财政局', dueOn: on('2027-01-05'), tier: 'TASKFORCE' })],
    })
    expect(words).toEqual([
      '产业项目第48周调度会议纪要',
      '11月23日上午，在区政府三楼会议室召开“双轮驱动”产业项目周例会，研究1个议题，议定1项。现纪要如下：',
      '一、甲',
      '会议听取了情况汇报，没有另行交办。',
      '二、其他事项',
      '会议议定，由区财政局于2027年1月5日前报计划。（双轮〔2026〕48-01，专班级）',
    ])
  })

  test('every number in it is a figure with its rows', () => {
    const { paragraphs } = minutesOf(facts({ topics: [topic('a', '甲', { tasks: [task(1, '报')] })] }))
    expect(paragraphs[1]?.figures).toEqual([
      { id: 'topics', text: '1个议题', rows: { of: 'TOPICS', ids: ['a'] } },
      { id: 'decisions', text: '1项', rows: { of: 'TASKS', ids: ['t1'] } },
    ])
  })
})
