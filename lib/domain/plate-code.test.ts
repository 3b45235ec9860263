import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOf, plateCodeText, readPlateCode } from './plate-code'

const code = fc.uint8Array({ minLength: 7, maxLength: 7 }).map((bytes) => lettersOf(bytes, 10))

test('a code reads back however it is typed', () => {
  fc.assert(
    fc.property(code, (it) => {
      const sloppy = plateCodeText(it).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
      return [it, plateCodeText(it), sloppy, ` ${sloppy} `].every((typed) => readPlateCode(typed) === it)
    }),
  )
})

test.each([
  ['full width, as a Chinese keyboard has it', '７Ｋ３Ｍ２－９ＸＱ４Ｔ', '7K3M29XQ4T'],
  ['too short', '7K3M2', null],
  ['too long', '7K3M2-9XQ4T0', null],
  ['a letter no code has', '7K3M2-9XQ4U', null],
  ['nothing', '', null],
  ['something quite else', '../../etc/passwd', null],
  ['right to left', '7K3M2\u202e9XQ4T', null],
  ['long beyond reason', '7'.repeat(10_000), null],
])('%s', (_, typed, read) => expect(readPlateCode(typed)).toBe(read))

test('letters take the bits from the front', () => {
  expect(lettersOf(new Uint8Array([0xff, 0xff, 0xff, 0xff]), 5)).toBe('ZZZZZ')
  expect(lettersOf(new Uint8Array([0x08, 0, 0, 0]), 5)).toBe('10000')
})
