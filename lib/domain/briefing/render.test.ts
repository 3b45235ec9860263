import { expect, test } from 'vitest'
import type { FigureValue } from '../figure'
import { renderParagraph } from './render'

const figures = new Map<string, FigureValue>([
  ['a.none', { kind: 'share', part: 0n, whole: 0n }],
  ['a.half', { kind: 'share', part: 1n, whole: 2n }],
  ['a.naught', { kind: 'share', part: 0n, whole: 2n }],
  ['a.zero', { kind: 'count', n: 0 }],
  ['a.three', { kind: 'count', n: 3 }],
  ['a.free', { kind: 'money', fen: 0n }],
  ['a.usd', { kind: 'foreign', minor: 0n, currency: 'USD' }],
  ['a.never', { kind: 'time', amount: null, unit: 'day' }],
  ['a.nobody', { kind: 'names', names: [] }],
])
const words = new Map([['period.name', '本月']])
const said = (template: string) =>
  renderParagraph(template, { figures, words })
    ?.map(({ text }) => text)
    .join('')

test.each([
  ['every figure says something', '签约{a.three}个，占{a.half}。', '签约3个，占50.0%。'],
  ['a nought beside other numbers is one', '红色{a.zero}个、绿色{a.three}个。', '红色0个、绿色3个。'],
  ['a share of nothing is left out with its clause', '签约{a.three}个，占{a.none}。', '签约3个。'],
  ['a share that is nought is said', '发现问题{a.three}个，销号率{a.naught}。', '发现问题3个，销号率0.0%。'],
  ['a clause in the middle', '办结{a.three}项，按期率{a.none}，在办{a.zero}项。', '办结3项，在办0项。'],
  ['a sentence of noughts', '办结{a.three}项。中位数{a.never}，续贷{a.free}。', '办结3项。'],
  ['a part up to ；, and the sentence ends as it did', '办结{a.three}项；在办{a.zero}项，占{a.none}。', '办结3项。'],
  ['the first part', '{period.name}办结{a.zero}项；在办{a.three}项。', '在办3项。'],
  [
    'none and a nought in one clause',
    '备案{a.usd}，在{a.nobody}建设海外仓{a.zero}个，推介企业{a.three}家。',
    '备案0万美元，推介企业3家。',
  ],
  ['with its sentence what only speaks of it', '办结{a.three}项。意向{a.free}；意向、授信不相加。', '办结3项。'],
  ['a paragraph of noughts', '举办活动{a.zero}场，意向{a.free}；分别统计。', ''],
  ['a sign within brackets parts nothing', '签约{a.three}个（含意向，占{a.none}）。', '签约3个（含意向，占无）。'],
  ['words alone', '{period.name}情况良好，继续推进。', '本月情况良好，继续推进。'],
])('%s', (_, template, text) => expect(said(template)).toBe(text))

test('what names nothing that is counted is no paragraph', () => expect(said('{a.zzz}个')).toBeUndefined())

test('said again it is the same, and each figure stands by itself', () => {
  const runs = renderParagraph('签约{a.three}个，占{a.none}；开工{a.three}个', { figures, words })
  expect(runs).toEqual([
    { text: '签约', figure: null },
    { text: '3', figure: 'a.three' },
    { text: '个；开工', figure: null },
    { text: '3', figure: 'a.three' },
    { text: '个', figure: null },
  ])
})
