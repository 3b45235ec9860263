import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicatePairs, duplicateReason, enterpriseKey, type KeyedRow } from './enterprise-name'

describe('the key of a name', () => {
  test.each([
    ['郑州致政家居有限公司', '郑州致政家居'],
    ['郑州市致政家居有限责任公司', '郑州致政家居'],
    ['河南省郑州市致政家居（集团）股份有限公司', '河南郑州致政家居'],
    ['致政家居（郑州）有限公司', '致政家居郑州'],
    ['ABC 科技 有限公司', 'ABC科技'],
    ['a.b.c·科技公司', 'ABC科技'],
    ['小李面馆', '小李面馆'],
    ['公司', ''],
    ['', ''],
  ])('%s', (name, key) => expect(enterpriseKey(name)).toBe(key))

  test('brackets, spaces and the width of letters do not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'澄衍霁砚珩岚砺翊ABC12'), { minLength: 4, maxLength: 9 }), (signs) => {
        const name = signs.join('')
        const wide = [...name]
          .map((c) => (/[A-C1-2]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))
          .join('')
        expect(enterpriseKey(`（${wide}） 有限公司`)).toBe(enterpriseKey(`${name}公司`))
      }),
    )
  })
})

describe('two rows', () => {
  const row = (name: string, creditCode: string | null = null) => ({ name, creditCode })
  test('of one credit code are one, whatever they are called', () => {
    expect(duplicateReason(row('甲乙丙丁', 'A'), row('戊己庚辛', 'A'))).toBe('CODE')
  })
  test('of two credit codes are two, even of one name', () => {
    expect(duplicateReason(row('郑州岚川商贸有限公司', 'A'), row('郑州岚川商贸有限公司', 'B'))).toBeNull()
  })
  test('of one name after normalising look like one', () => {
    expect(duplicateReason(row('郑州市岚川商贸公司', 'A'), row('郑州岚川商贸有限公司'))).toBe('NAME')
  })
  test('of one name look like one wherever the place stands in it', () => {
    const [place, before] = ['泊谷信息技术（郑州）有限公司', '郑州泊谷信息技术有限公司']
    expect(duplicateReason(row(place), row(before))).toBe('NAME')
    expect(duplicateReason(row(before), row(place, 'A'))).toBe('NAME')
    expect(duplicateReason(row(before, 'B'), row(place, 'A'))).toBeNull()
    const keyed = [place, before].map((name, i) => ({ id: String(i), key: enterpriseKey(name), creditCode: null }))
    expect(duplicatePairs(keyed, 9)).toEqual([{ a: '0', b: '1', reason: 'NAME' }])
  })
  test('of which one name is within the other look like one, unless it is too short to say so', () => {
    expect(duplicateReason(row('致政家居'), row('郑州致政家居有限公司'))).toBe('CONTAINED')
    expect(duplicateReason(row('郑州致政家居有限公司'), row('致政家居'))).toBe('CONTAINED')
    expect(duplicateReason(row('郑州'), row('郑州致政家居有限公司'))).toBeNull()
    expect(duplicateReason(row('公司'), row('有限公司'))).toBeNull()
  })
})

describe('among all rows', () => {
  const row = (id: string, key: string, creditCode: string | null = null): KeyedRow => ({ id, key, creditCode })

  test('pairs are found, surest first, and each once', () => {
    const rows = [
      row('1', '郑州致政家居', 'A'),
      row('2', '致政家居'),
      row('3', '郑州岚川商贸', 'B'),
      row('4', '岚川', 'B'),
      row('5', '郑州岚川商贸'),
      row('6', '郑州岚川商贸', 'C'),
      row('7', ''),
      row('8', ''),
    ]
    expect(duplicatePairs(rows, 100)).toEqual([
      { a: '3', b: '4', reason: 'CODE' },
      { a: '3', b: '5', reason: 'NAME' },
      { a: '5', b: '6', reason: 'NAME' },
      { a: '1', b: '2', reason: 'CONTAINED' },
    ])
    expect(duplicatePairs(rows, 1)).toEqual([{ a: '3', b: '4', reason: 'CODE' }])
  })

  test('whatever is found looks like one by the rule of two rows', () => {
    const names = fc.array(
      fc.tuple(
        fc.array(fc.constantFrom(...'甲乙丙丁'), { minLength: 2, maxLength: 6 }).map((signs) => signs.join('')),
        fc.constantFrom('A', 'B', null),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(names, (list) => {
        const rows = list.map(([key, code], i) => row(String(i), key, code))
        const known = new Map(rows.map((each) => [each.id, { name: each.key, creditCode: each.creditCode }]))
        for (const { a, b, reason } of duplicatePairs(rows, 1_000)) {
          const [x, y] = [known.get(a), known.get(b)]
          expect(x && y && duplicateReason(x, y)).toBe(reason)
        }
      }),
    )
  })
})
