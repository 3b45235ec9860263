import { describe, expect, test } from 'vitest'
import type { FigureValue } from '../figure'
import { valueWords } from './value-words'

const wan = (amount: number): FigureValue => ({ kind: 'money', fen: BigInt(Math.round(amount * 1_000_000)) })
const n = (count: number): FigureValue => ({ kind: 'count', n: count })
const share = (part: bigint, whole: bigint): FigureValue => ({ kind: 'share', part, whole })
const usd = (wanDollars: number): FigureValue => ({
  kind: 'foreign',
  minor: BigInt(Math.round(wanDollars * 1_000_000)),
  currency: 'USD',
})

describe('values as the office writes them (other-mechanisms §1)', () => {
  test.each<[string, FigureValue, string | null]>([
    ['142', n(142), null],
    ['43.0%', share(61n, 142n), null],
    ['5.29亿元', wan(52_900), null],
    ['1.18亿元', wan(11_800), null],
    ['22.3%', share(1_180_000_000_000n, 5_290_000_000_000n), null],
    ['1500余', n(1_543), '余百'],
    ['28.2亿元', wan(282_000), null],
    ['98.0%', share(201n, 205n), null],
    ['98%', share(201n, 205n), '整数'],
    ['万余', n(10_432), '余万'],
    ['2000余万元', wan(2_360), '余千'],
    ['7241万美元', usd(7_241), null],
    ['英国和德国', { kind: 'names', names: ['英国', '德国'] }, '和'],
    ['20余', n(23), '余十'],
    ['500万元', wan(500), null],
  ])('%s', (words, value, format) => expect(valueWords(value, format)).toBe(words))

  test.each<[string, FigureValue, string | null]>([
    ['无', share(0n, 0n), null],
    ['无', share(0n, 0n), '整数'],
    ['0.0%', share(0n, 5n), null],
    ['0', n(0), null],
    ['0万元', wan(0), null],
    ['0', n(0), '余百'],
    ['60', n(60), '余百'],
    ['1500', n(1_500), '余百'],
    ['1万', n(10_000), '余万'],
    ['2万余', n(20_001), '余万'],
    ['5200元', wan(0.52), null],
    ['0.52万元', wan(0.52), '万元'],
    ['123.46万元', wan(123.456), null],
    ['2000万元', wan(2_000), '余千'],
    ['360万元', wan(360), '余千'],
    ['1.2亿美元', usd(12_000), null],
    ['300万XYZ', { kind: 'foreign', minor: 300_000_000n, currency: 'XYZ' }, null],
    ['12个工作日', { kind: 'time', amount: 12, unit: 'workday' }, null],
    ['7.5天', { kind: 'time', amount: 7.5, unit: 'day' }, null],
    ['无', { kind: 'time', amount: null, unit: 'day' }, null],
    ['无', { kind: 'names', names: [] }, null],
    ['英国、德国', { kind: 'names', names: ['英国', '德国'] }, null],
    ['英国', { kind: 'names', names: ['英国'] }, '和'],
  ])('%s, where there is little or nothing to say', (words, value, format) =>
    expect(valueWords(value, format)).toBe(words),
  )
})
