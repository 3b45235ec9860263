import { expect, test } from 'vitest'
import { searchWords, soleNumber } from './search-words'

test.each([
  ['云创  SGXK', ['云创', 'sgxk']],
  ['　ＹＣＺＸ　', ['yczx']],
  ['', []],
  ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']],
])('%s is typed as words', (text, words) => expect(searchWords(text)).toEqual(words))

test('a number alone is a number in the library', () => {
  expect(soleNumber(['12'])).toBe(12)
  expect(soleNumber(['12', '云创'])).toBeNull()
  expect(soleNumber(['12a'])).toBeNull()
  expect(soleNumber([])).toBeNull()
})
