import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeFields } from './merge-fields'

const merge = (base: string, theirs: string, mine?: string, pick?: 'mine' | 'theirs', seen = theirs) =>
  mergeFields(
    ['f'],
    { f: base },
    { f: theirs },
    mine === undefined ? {} : { f: mine },
    pick ? { f: { pick, seen } } : {},
  )

test.each([
  ['nobody touched it', 'a', 'a', 'a', 'a', []],
  ['only I touched it', 'a', 'a', 'b', 'b', []],
  ['only they touched it', 'a', 'b', 'a', 'b', ['f']],
  ['both set the same', 'a', 'b', 'b', 'b', []],
  ['both emptied it', 'a', '', '', '', []],
  ['a form without the field', 'a', 'b', undefined, 'b', ['f']],
])('%s', (_, base, theirs, mine, stands, taken) => {
  expect(merge(base, theirs, mine)).toEqual({ values: { f: stands }, clashes: {}, taken })
})

test('both touched it: nothing is decided for them, and all three are shown', () => {
  expect(merge('a', 'b', 'c').clashes).toEqual({ f: { base: 'a', theirs: 'b', mine: 'c' } })
  expect(merge('a', '', 'c').clashes).toEqual({ f: { base: 'a', theirs: '', mine: 'c' } })
})

test('an answer settles the clash, and is asked again when theirs moved on meanwhile', () => {
  expect(merge('a', 'b', 'c', 'mine')).toEqual({ values: { f: 'c' }, clashes: {}, taken: [] })
  expect(merge('a', 'b', 'c', 'theirs')).toEqual({ values: { f: 'b' }, clashes: {}, taken: [] })
  expect(merge('a', 'd', 'c', 'mine', 'b').clashes).toEqual({ f: { base: 'a', theirs: 'd', mine: 'c' } })
})

test('what stands is always what one of the two wrote, and nobody’s change is dropped unasked', () => {
  const word = fc.constantFrom('', 'a', 'b', 'c')
  fc.assert(
    fc.property(word, word, word, (base, theirs, mine) => {
      const { values, clashes } = merge(base, theirs, mine)
      if (clashes.f) return theirs !== mine && base !== mine && base !== theirs
      return (mine === base || values.f === mine) && (theirs === base || values.f === theirs)
    }),
  )
})
