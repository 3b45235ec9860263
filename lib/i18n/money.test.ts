import { describe, expect, test } from 'vitest'
import { fenOfWan } from '@/lib/domain/money'
import { amountText } from './money'

describe('an amount as people say it', () => {
  test.each([
    ['126000', '12.60亿元', 'CNY 1.26 billion'],
    ['87200', '8.72亿元', 'CNY 872 million'],
    ['10000', '1.00亿元', 'CNY 100 million'],
    ['8650.5', '8,650.50万元', 'CNY 86.51 million'],
    ['8600', '8,600万元', 'CNY 86 million'],
    ['99.5', '99.50万元', 'CNY 995,000'],
    ['12345678', '1,234.57亿元', 'CNY 123.46 billion'],
    ['0', '0万元', 'CNY 0'],
  ])('%s 万元', (wan, zh, en) => {
    const fen = fenOfWan(wan)
    if (fen === null) throw new Error(wan)
    expect([amountText(fen, 'zh-CN'), amountText(fen, 'en')]).toEqual([zh, en])
  })
})
