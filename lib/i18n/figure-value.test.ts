import { describe, expect, test } from 'vitest'
import { figureValueText, percentText } from './figure-value'

describe('what a figure is worth', () => {
  test('a percentage is worked out from its counts, and of nothing there is none', () => {
    expect(percentText(201n, 205n)).toBe('98.0%')
    expect(percentText(200n, 205n)).toBe('97.6%')
    expect(percentText(0n, 7n)).toBe('0.0%')
    expect(percentText(0n, 0n)).toBeNull()
    expect(figureValueText({ kind: 'share', part: 0n, whole: 0n }, 'zh-CN')).toBe('—')
  })
  test('yuan and foreign money keep their own words', () => {
    expect(figureValueText({ kind: 'money', fen: 282_000_000_000n }, 'zh-CN')).toBe('28.20亿元')
    expect(figureValueText({ kind: 'foreign', minor: 7_241_000_000n, currency: 'USD' }, 'zh-CN')).toBe('7,241万美元')
    expect(figureValueText({ kind: 'names', names: ['英国', '德国'] }, 'zh-CN')).toBe('英国、德国')
    expect(figureValueText({ kind: 'time', amount: null, unit: 'day' }, 'en')).toBe('—')
  })
})
