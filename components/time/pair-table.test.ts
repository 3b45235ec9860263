import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NO_TIME } from '@/lib/domain/time-spent'
import { timeQuery } from '@/lib/schemas/time-table'
import { PairTable } from './pair-table'

/** Forty of an item, of which some have begun. */
const saidOf = (of: 'open' | undefined, begun: number) => {
  const pair = {
    code: 'GH01',
    nameZh: '用地预审',
    nameEn: 'Site',
    agency: '自规局',
    n: 40,
    usual: { enough: false, n: begun } as const,
    account: NO_TIME,
  }
  const agencies = [{ agency: '自规局', n: 40, account: NO_TIME, pairs: [pair] }]
  const table = { templates: [], agencies, n: 40, account: NO_TIME, left: false, tooMany: false, rows: null }
  const markup = createElement(PairTable, { table, query: timeQuery.parse({ of }), locale: 'zh-CN' })
  return renderToStaticMarkup(markup)
}

test('beside forty open ones too few is said of those that have begun', () => {
  expect(saidOf('open', 2)).toContain('动手2件，样本不足')
  expect(saidOf('open', 0)).toContain('都没动手')
  expect(saidOf(undefined, 2)).toContain('>样本不足<')
})
