import { expect, test } from 'vitest'
import { phoneForms, searchWords, soleNumber } from './search-words'

test.each([
  ['云创  SGXK', ['云创', 'sgxk']],
  ['　ＹＣＺＸ　', ['yczx']],
  ['', []],
  ['编号12', ['12']],
  ['第97号', ['97']],
  ['第3监测点', ['3']],
  ['第3号地块', ['第3号地块']],
  ['No. 12 sgxk', ['12', 'sgxk']],
  ['no12a', ['no12a']],
  ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']],
])('%s is typed as words', (text, words) => expect(searchWords(text)).toEqual(words))

test.each([
  ['13800001234', ['13800001234']],
  ['138 0000-1234', ['13800001234']],
  ['+86 138 0000 1234', ['13800001234']],
  ['1234', ['1234']],
  ['037168180000', ['037168180000', '0371-68180000', '037-168180000']],
  ['(0371)68180000', ['037168180000', '0371-68180000', '037-168180000']],
  ['123', []],
  ['云创 1234', []],
  ['2411-410103-04-01-123456', []],
])('%s is typed as a telephone number', (text, forms) => expect(phoneForms(searchWords(text))).toEqual(forms))

test('a number alone is a number in the library', () => {
  expect(soleNumber(['12'])).toBe(12)
  expect(soleNumber(['12', '云创'])).toBeNull()
  expect(soleNumber(['12a'])).toBeNull()
  expect(soleNumber([])).toBeNull()
})
