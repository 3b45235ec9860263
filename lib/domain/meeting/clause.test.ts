import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clauseOf } from './clause'

test.each([
  ['未开工，跨3个月末', 28, '未开工，跨3个月末'],
  ['施工许可证承诺超期6工作日，图审意见未回，等省级批复', 20, '施工许可证承诺超期6工作日，图审意见未回'],
  ['施工许可证（含图审、消防、人防三项合并办理）计划逾期', 12, '施工许可证'],
  ['建设工程规划许可证（副本）计划逾期3工作日', 12, '建设工程规划许可证'],
  ['道路未通；请交通局定通车日期。', 8, '道路未通'],
  ['一二三四五六七八九十', 6, '一二三四五…'],
])('%s within %i', (text, most, part) => expect(clauseOf(text, most)).toBe(part))

test('what is left is the beginning of the text, fits, and leaves no bracket open', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('超期', '，', '（', '）', '；', '图审', '3'), { maxLength: 30 }),
      fc.integer({ min: 4, max: 28 }),
      (pieces, most) => {
        const text = pieces.join('')
        const said = clauseOf(text, most)
        expect(said.length).toBeLessThanOrEqual(most)
        expect(text.startsWith(said.replace(/…$/u, ''))).toBe(true)
      },
    ),
  ))
