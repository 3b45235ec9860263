import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calledBy, readInstruction } from './instruction'
import { DEFAULT_RHYTHM } from './meeting/week'
import { on } from './plain-date'
import { PUBLISHED_YEARS } from './published-years'
import { buildCalendar } from './work-calendar'

const projects = [
  { id: 'hy', name: '汇盈冷链物流中心' },
  { id: 'hy2', name: '汇盈冷藏设备厂' },
  { id: 'qh', name: '启衡储能装备产业园' },
  { id: 'zj', name: '住建局周转房改造' },
].map(calledBy)
const units = [
  { id: 'zgj', name: '自规局', words: ['自规局', 'zgj'] },
  { id: 'zjj', name: '住建局', words: ['住建局', 'zjj'] },
]
const read = (sentence: string) =>
  readInstruction(sentence, {
    projects,
    units,
    from: on('2026-11-23'),
    calendar: buildCalendar(PUBLISHED_YEARS),
    rhythm: DEFAULT_RHYTHM,
  })

test('a sentence says which project, who and by when', () =>
  expect(read('汇盈冷链让自规局周三下班前把挂牌方案报我')).toEqual({
    projectIds: ['hy'],
    unitIds: ['zgj'],
    due: { said: expect.any(String), on: '2026-11-25', error: null },
  }))

describe('nothing is guessed', () => {
  test('two projects that begin alike are both meant', () =>
    expect(read('汇盈冷尽快开工').projectIds).toEqual(['hy', 'hy2']))
  test('two characters are no project', () => expect(read('汇盈尽快开工').projectIds).toEqual([]))
  test('a unit in a project’s name is not spoken to', () =>
    expect(read('住建局周转房改造下周一前报进度')).toMatchObject({ projectIds: ['zj'], unitIds: [] }))
  test('without a day none is given; a day that is no day says why', () => {
    expect(read('启衡储能请住建局坐下来谈').due).toBeNull()
    expect(read('启衡储能11月31日前开工').due).toMatchObject({ on: null, error: { code: 'DUE_NO_SUCH_DAY' } })
  })
})

test('whatever stands around it, the whole name of a project names that one', () =>
  fc.assert(
    fc.property(fc.constantFrom(...projects), fc.stringMatching(/^[请让快办0-9]{0,8}$/), ({ id, name }, around) => {
      expect(read(`${around}${name}${around}`).projectIds).toEqual([id])
    }),
  ))
