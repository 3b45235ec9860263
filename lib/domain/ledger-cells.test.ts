import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { natureOf, stageOf } from './ledger-choice'
import { fieldOf } from './ledger-column'
import { readMoney, unitIn, unitOfLine, wanOf } from './ledger-money'
import { saidOf } from './ledger-text'

describe('money', () => {
  test.each([
    ['205300', '205300'],
    ['52,700', '52700'],
    ['５，１００', '5100'],
    ['1.2亿元', '12000'],
    ['0.01亿', '100'],
    ['3500万', '3500'],
    ['3亿2000万', '32000'],
    ['3亿2,000万元', '32000'],
    ['１亿零500万', '10500'],
    ['20000元', '2'],
    ['333.3333333333', '333.333333'],
    ['0.0000005', '0.000001'],
  ])('%s is %s 万元', (text, wan) => {
    const read = readMoney(text, '万元')
    expect(read.ok && String(wanOf(read.value ?? -1n))).toBe(wan)
  })
  test.each([
    ['-500', 'AMOUNT_NEGATIVE'],
    ['约三个亿', 'AMOUNT_UNREADABLE'],
    ['1亿5', 'AMOUNT_UNREADABLE'],
    ['1亿5千万', 'AMOUNT_UNREADABLE'],
    ['3.2亿2000万', 'AMOUNT_UNREADABLE'],
    ['3亿20000万', 'AMOUNT_UNREADABLE'],
    ['1,23', 'AMOUNT_UNREADABLE'],
    ['(500)', 'AMOUNT_UNREADABLE'],
    ['99999999999', 'AMOUNT_TOO_LARGE'],
  ])('%s is refused: %s', (text, code) => expect(readMoney(text, '万元')).toMatchObject({ ok: false, error: { code } }))
  test.each(['', '无', '/', '—', ' 待定 ', '－－'])('“%s” says nothing', (text) =>
    expect(readMoney(text, '万元')).toEqual({ ok: true, value: null }),
  )
  test('the column’s unit counts where the cell has none', () => {
    const [yi, wan] = [readMoney('1.5', '亿元'), readMoney('15000', '万元')]
    expect(yi).toEqual(wan)
  })
  test('what is written in 万元 with six places comes back exactly', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 1_000_000_000_000_000n), (fen) => {
        const text = `${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}`
        expect(readMoney(text, '万元')).toEqual({ ok: true, value: fen })
      }),
    )
  })
  test.each([
    ['总投资(亿元)', '亿元'],
    ['总投资（万元）', '万元'],
    ['总投资/亿元', '亿元'],
    ['总投资额/亿', '亿元'],
    ['总投资、万元', '万元'],
    ['总投资（亿）', '亿元'],
    ['10亿元以上项目总投资', null],
    ['投资总额(万美元)', 'foreign'],
    ['总投资', null],
  ])('unit of %s', (label, unit) => expect(unitIn(label)).toBe(unit))
  test.each([
    ['单位：元', '元'],
    ['单位：亿', '亿元'],
    ['单位:万', '万元'],
    ['金额单位：人民币万元', '万元'],
    ['（亿元）', '亿元'],
    ['单位：万美元', 'foreign'],
    ['填报单位：亿达公司', null],
    ['重点单位3亿元以上项目台账', null],
    ['亿元项目台账', null],
  ])('the line “%s” counts in %s', (line, unit) => expect(unitOfLine(line)).toBe(unit))
  test('another country’s money is refused, in the column or in the cell', () => {
    expect(readMoney('300', 'foreign')).toEqual({ ok: false, error: { code: 'AMOUNT_FOREIGN' } })
    expect(readMoney('300万美元', '万元')).toEqual({ ok: false, error: { code: 'AMOUNT_FOREIGN' } })
    expect(readMoney('—', 'foreign')).toEqual({ ok: true, value: null })
  })
})

describe('words', () => {
  test.each([
    ['已开工', 'CONSTRUCTION'],
    ['在建中', 'CONSTRUCTION'],
    ['前期手续', 'PERMITTING'],
    ['谋划阶段', 'PLANNING'],
    ['快好了', null],
  ])('stage %s', (text, stage) => expect(stageOf(text)).toBe(stage))
  test.each([
    ['改扩建', 'RENOVATION'],
    ['续建', 'CONTINUED'],
    ['不详', null],
  ])('nature %s', (text, nature) => expect(natureOf(text)).toBe(nature))
  test.each([
    ['2026年计划投资（万元）', 'plan'],
    ['1-10月完成投资', 'done'],
    ['截至目前累计完成投资', 'done'],
    ['开工以来累计完成投资', 'ignored'],
    ['本期新增投资', 'week'],
    ['超/欠时间进度', 'ignored'],
    ['板块(街道)', 'street'],
    ['管家联系方式', 'stewardPhone'],
    ['需区级协调事项', 'request'],
    ['总投资/亿元', 'total'],
    ['总投资，万元', 'total'],
    ['总投资、万元', 'total'],
    ['总投资额/亿', 'total'],
    ['年度计划投资/万元', 'plan'],
    ['投资总额(万美元)', 'total'],
    ['土地性质', null],
    ['存在问题及建议', 'problem'],
    ['存在的主要问题及解决措施', 'problem'],
    ['存在问题及需协调解决事项', 'request'],
    ['开竣工时间', 'span'],
    ['项目服务管家及联系电话', 'steward'],
    ['截至目前进展情况', 'progress'],
  ])('header %s', (text, field) => expect(fieldOf(text)).toBe(field))
  test('line breaks inside a text stay, zero-width signs go', () => expect(saidOf(' 一\u200b\r\n二 ')).toBe('一\n二'))
})
