import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneySentence, readUpdateText } from './update-text'

describe('a dictated week', () => {
  test.each([
    ['完成投资3200万,外立面下周进场', '', '外立面下周进场', '3200'],
    ['投资三千二百万', '', '', '3200'],
    ['完成投资三千二百万，主体封顶', '主体封顶', '', '3200'],
    ['总投资三千二百万的项目开工', '总投资三千二百万的项目开工', '', ''],
    ['二期（厂房，仓库）封顶，下周装修', '二期（厂房，仓库）封顶', '下周装修', ''],
    ['。。', '', '', ''],
    ['本周完成投资１２００万元，主体封顶。', '主体封顶', '', '1200'],
    ['完成0.35亿；下步计划月底前办结规划许可', '', '下步计划月底前办结规划许可', '3500'],
    ['室内装修收尾', '室内装修收尾', '', ''],
    ['累计完成投资2.3亿元，本周完成投资180.5万元', '累计完成投资2.3亿元', '', '180.5'],
    ['施工图已送审，预计12月5日前取得审查意见', '施工图已送审', '预计12月5日前取得审查意见', ''],
    ['消防设计审查已完成，拟下周报施工许可', '消防设计审查已完成', '拟下周报施工许可', ''],
    ['年度计划完成投资5000万', '', '年度计划完成投资5000万', ''],
    ['幕墙龙骨安装过半\n准备吊顶', '幕墙龙骨安装过半', '准备吊顶', ''],
    ['完成投资1.23456亿', '', '', '12345.6'],
    ['完成投资12,000万元,外立面下周进场', '', '外立面下周进场', '12000'],
    ['本周完成投资 1.2 亿元', '', '', '12000'],
    ['完成投资8600000元', '', '', '860'],
    ['主体封顶完成投资30万', '主体封顶完成投资30万', '', '30'],
    ['', '', '', ''],
  ])('%s', (said, text, nextPlan, completedWan) =>
    expect(readUpdateText(said)).toEqual({ text, nextPlan, completedWan, unchanged: false }),
  )

  test.each(['没有变化', '本周无变化。', '这周没什么变化', '一切照旧', '和上周一样'])('%s: nothing changed', (said) =>
    expect(readUpdateText(said)).toEqual({ text: '', nextPlan: '', completedWan: '', unchanged: true }),
  )
  test('something that did not change beside something that did is progress', () =>
    expect(readUpdateText('现场没有变化，主体封顶').text).toBe('现场没有变化，主体封顶'))

  test('loses no word: every clause is in one of the two sentences, or its money in the field', () => {
    const clause = fc.constantFrom('完成投资30万', '下周进场', '已办结', '主体封顶', '拟报审', '等材料')
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 8 }), (clauses) => {
        const { text, nextPlan, completedWan } = readUpdateText(clauses.join('，'))
        const kept = new Set([...text.split('，'), ...nextPlan.split('，')])
        for (const one of clauses) expect(kept.has(one) || (one === '完成投资30万' && completedWan === '30')).toBe(true)
      }),
    )
  })
})

test('money alone makes the sentence of a week', () => expect(moneySentence('120.5')).toBe('本周完成投资120.5万元'))
