import { expect, test } from 'vitest'
import { toldApart } from './namesake'

const names = (people: readonly (readonly [string, string | null, string | null])[], unitShown = false) =>
  toldApart(
    people.map(([name, unit, phone]) => ({ name, unit, phone })),
    { unitShown },
  ).map(({ name }) => name)

test.each([
  [
    'of different names: nothing is said',
    [
      ['王芳', '投促局', '13800001111'],
      ['李明', '投促局', '13800002222'],
    ],
    ['王芳', '李明'],
  ],
  [
    'of different units: by the unit',
    [
      ['王芳', '投促局', '13800001111'],
      ['王芳', '住建局', '13800002222'],
    ],
    ['王芳 投促局', '王芳 住建局'],
  ],
  [
    'of one unit: by the last digits too',
    [
      ['王芳', '投促局', '13800001111'],
      ['王芳', '投促局', '13800002222'],
      ['王芳', '住建局', '13800003333'],
    ],
    ['王芳 投促局 …1111', '王芳 投促局 …2222', '王芳 住建局'],
  ],
  [
    'without a unit: by the last digits',
    [
      ['王芳', null, '13800001111'],
      ['王芳', '投促局', '13800002222'],
    ],
    ['王芳 …1111', '王芳 投促局'],
  ],
  [
    'without a number: as far as is known',
    [
      ['王芳', null, null],
      ['王芳', '投促局', null],
      ['王芳', '投促局', '13800002222'],
    ],
    ['王芳', '王芳 投促局', '王芳 投促局 …2222'],
  ],
] as const)('people %s', (_, people, expected) => expect(names(people)).toEqual(expected))

test('beside the unit only the digits are added, and no number is handed on', () => {
  const people = [
    ['王芳', '投促局', '13800001111'],
    ['王芳', '投促局', '13800002222'],
    ['王芳', '住建局', '13800003333'],
  ] as const
  expect(names(people, true)).toEqual(['王芳 …1111', '王芳 …2222', '王芳'])
  expect(toldApart([{ name: '王芳', unit: null, phone: '13800001111' }])).toEqual([{ name: '王芳', unit: null }])
})
