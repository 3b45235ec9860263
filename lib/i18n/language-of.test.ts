import { expect, test } from 'vitest'
import { languageOf } from './language-of'

test('a Chinese name says so on an English page, and nothing else does', () => {
  expect(languageOf('自规局', 'en')).toBe('zh-CN')
  expect(languageOf('自规局', 'zh-CN')).toBeUndefined()
  expect(languageOf('Agency', 'en')).toBeUndefined()
  expect(languageOf(null, 'en')).toBeUndefined()
})
