import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PASSPHRASE_MIN, passphraseFlaw } from './passphrase'

test.each([
  ['short', 'SHORT'],
  ['thirteen-char', 'SHORT'],
  ['   thirteen-char   ', 'SHORT'],
  ['aaaaaaaaaaaaaaaaaa', 'REPEATS'],
  ['abababababababab', 'REPEATS'],
  ['qingfengqingfeng', 'REPEATS'],
  ['Qingfeng-qingfeng-qing', 'REPEATS'],
  ['112211221122112233', 'REPEATS'],
  ['password123456', 'COMMON'],
  ['Ｐａｓｓｗｏｒｄ１２３４５６', 'COMMON'],
  ['ADMIN-1234567890', 'COMMON'],
  ['woaini5201314!!', 'COMMON'],
  ['qwertyuiop[]asdfghjkl', 'COMMON'],
  ['abcdefghijklmnop', 'COMMON'],
  ['9876543210zyxwvu', 'COMMON'],
  ['erqi-qingfeng-2026', null],
  ['password-heron-lantern', null],
  ['春风又绿江南岸明月何时照我还', null],
  ['7K2M9-PX4QD-T8RWA-5NHC3', null],
])('%s: %s', (typed, flaw) => expect(passphraseFlaw(typed)).toBe(flaw))

test('no text is too short by itself and strong when said twice', () =>
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: PASSPHRASE_MIN - 1 }), (text) => {
      const once = passphraseFlaw(text)
      return once === 'SHORT' && passphraseFlaw(text.trim() + text.trim()) !== null
    }),
  ))
