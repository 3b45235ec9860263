import { describe, expect, test } from 'vitest'
import { fieldOf } from './ledger-column'
import {
  exportColumnsOf,
  numbered,
  PROJECT_EXPORT,
  requestWithUnit,
  TRAILING,
  unnumbered,
  WEEKLY_EXPORT,
} from './ledger-export'

describe('columns of an exported ledger', () => {
  test.each(PROJECT_EXPORT.map((column) => [column.header, column.field] as const))(
    'an import reads “%s” as what it is',
    (header, field) => expect(fieldOf(header)).toBe(field ?? 'ignored'),
  )
  test('the weekly ledger has the 28 columns of formats.md §2, in their order', () => {
    expect(WEEKLY_EXPORT).toHaveLength(28)
    expect(WEEKLY_EXPORT.map((c) => c.header).join()).toMatch(/^序号,项目名称,项目代码,所属专班.*,四色,变化,备注$/)
    expect(WEEKLY_EXPORT.map((c) => c.key)).toContain('levelWithReason')
  })
  test('the hidden ones end with 系统编号, 版本, 导出编号', () =>
    expect(TRAILING.map((c) => c.header)).toEqual(['系统编号', '版本', '导出编号']))
})

describe('what is on screen', () => {
  test('keeps its order, a running number first, the reason behind its colour', () =>
    expect(exportColumnsOf(['number', 'level', 'name', 'total']).map((c) => c.header)).toEqual([
      '序号',
      '库内编号',
      '四色',
      '四色原因',
      '项目名称',
      '总投资(万元)',
    ]))
  test('never lacks the names, or it could not be read back', () =>
    expect(exportColumnsOf(['total']).map((c) => c.key)).toEqual(['row', 'name', 'total']))
  test('leaves out what it does not know and says nothing twice', () =>
    expect(exportColumnsOf(['name', '__proto__', 'name', 'row']).map((c) => c.key)).toEqual(['row', 'name']))
})

describe('several issues in one cell', () => {
  test('one stands as it is, several are numbered', () => {
    expect(numbered([])).toBeNull()
    expect(numbered(['供水管线\n未迁改'])).toBe('供水管线 未迁改')
    expect(numbered(['甲', '乙'])).toBe('1. 甲\n2. 乙')
  })
  test('a request bears the number of its issue', () =>
    expect(numbered([null, '请城管局协调'])).toBe('2. 请城管局协调'))
  test.each([
    ['甲', [{ n: 1, text: '甲' }]],
    [
      '1. 甲\n2. 乙',
      [
        { n: 1, text: '甲' },
        { n: 2, text: '乙' },
      ],
    ],
    ['1、甲\n乙', [{ n: 1, text: '1、甲\n乙' }]],
    ['2. 请城管局协调', [{ n: 2, text: '请城管局协调' }]],
  ])('%j is read back', (cell, parts) => expect(unnumbered(cell)).toEqual(parts))
  test('the unit asked stands once', () => {
    expect(requestWithUnit('协调就近消纳场所', '城管局')).toBe('协调就近消纳场所(城管局)')
    expect(requestWithUnit('请城管局协调', '城管局')).toBe('请城管局协调')
    expect(requestWithUnit('协调', null)).toBe('协调')
  })
})
