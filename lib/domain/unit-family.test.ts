import { describe, expect, test } from 'vitest'
import { UnitBook } from './ledger-units'
import { familyOf, shortNamesOf } from './unit-family'

test.each([
  ['二七区住房和城乡建设局', '住建局'],
  ['二七区住房和城乡建设局（建设和交通局）', '住建局'],
  ['二七区自然资源和规划局', '资规局'],
  ['二七区自然资源和规划局', '自规局'],
  ['二七区发展和改革委员会', '发改委'],
  ['郑州市生态环境局二七分局', '生态环境局'],
  ['二七区人力资源和社会保障局', '人社局'],
])('%s is called %s', (name, short) => expect(shortNamesOf(name)).toContain(short))
test('what is only a neighbour is not called so', () => {
  expect(shortNamesOf('二七区建设和交通局')).toEqual([])
  expect(shortNamesOf('二七区财政局')).toEqual([])
})

describe('agencies that do the same work', () => {
  test.each([
    ['建设和交通局', '住房和城乡建设局'],
    ['建设和交通局', '住建局'],
    ['发展改革局', '发改委'],
    ['综合行政执法局', '城市管理局'],
    ['环保局', '生态环境局'],
    ['人防办', '国防动员办公室'],
  ])('%s and %s', (a, b) => expect([familyOf(a) !== null, familyOf(a)]).toEqual([true, familyOf(b)]))

  test.each([
    ['交通运输局', '住建局'],
    ['商务局', '工信局'],
    ['财政局', '财政局'],
  ])('%s and %s are not taken for each other', (a, b) =>
    expect(familyOf(a) !== null && familyOf(a) === familyOf(b)).toBe(false),
  )

  test('a ledger’s 区建设和交通局 is likely the district’s 住建局, and never found as it', () => {
    const unit = (id: string, name: string, shortName: string) => ({ id, kind: 'AGENCY', name, shortName, aliases: [] })
    const book = new UnitBook({
      districtName: '二七区',
      units: [unit('a', '二七区住房和城乡建设局', '住建局'), unit('b', '二七区城市管理局', '城管局')],
      mappings: [],
    })
    expect(book.find('ORG', '区建设和交通局')).toBeNull()
    expect(book.likely('区建设和交通局').map(({ id }) => id)).toEqual(['a'])
    expect(book.likely('二七区财政局')).toEqual([])
    // What is only another spelling is found.
    expect(book.find('ORG', '区住房和城乡建设局')?.id).toBe('a')
  })
})
