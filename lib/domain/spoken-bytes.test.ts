import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heardBytes, heardWithCheck, spokenBytes, spokenWithCheck } from './spoken-bytes'

test('what is written down comes back, however it is written', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = spokenBytes(bytes)
      expect(heardBytes(text)).toEqual(bytes)
      expect(heardBytes(text.toLowerCase().replaceAll('-', ' '))).toEqual(bytes)
      expect(heardWithCheck(spokenWithCheck(bytes))).toEqual(bytes.length > 0 ? bytes : null)
    }),
  )
})

test('letters that look alike are the same letter, and full-width ones too', () => {
  expect(spokenBytes(Uint8Array.of(255, 0))).toBe('ZW00')
  expect(heardBytes('ZWOo')).toEqual(Uint8Array.of(255, 0))
  expect(heardBytes('ＺＷ００')).toEqual(Uint8Array.of(255, 0))
})

test('a sign that is no letter, a letter too many and a slip of the pen are noticed', () => {
  expect(heardBytes('ZW0U')).toBeNull()
  expect(heardBytes('ZW01')).toBeNull()
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 33 }), fc.nat(), fc.nat(30), (bytes, at, other) => {
      const letters = [...spokenWithCheck(bytes).replaceAll('-', '')]
      const place = at % letters.length
      const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].filter((letter) => letter !== letters[place])
      letters[place] = alphabet[other] ?? ''
      expect(heardWithCheck(letters.join(''))).toBeNull()
    }),
  )
})
