import { expect, test } from 'vitest'
import { listed, sideBySide } from './joined'
import { translator } from './translator'

test('what is there is joined as the language does it', () => {
  const parts: Parameters<typeof listed>[0] = ['Zhou Min', null, false, 'back-entered 11-20', '', 0]
  expect(listed(parts, translator('en'))).toBe('Zhou Min, back-entered 11-20, 0')
  expect(listed(parts, translator('zh-CN'))).toBe('Zhou Min，back-entered 11-20，0')
  expect([sideBySide(parts, 'en'), sideBySide(parts, 'zh-CN')]).toEqual([
    'Zhou Min · back-entered 11-20 · 0',
    'Zhou Min　back-entered 11-20　0',
  ])
})
