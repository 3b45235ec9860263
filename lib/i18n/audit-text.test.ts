import { expect, test } from 'vitest'
import { POLICY } from '@/lib/domain/access'
import { nounText, operationText } from './audit-text'

test('everything the policy knows has its word in the log', () => {
  const without = Object.keys(POLICY).filter((action) => operationText(action, 'zh-CN') === action)
  expect(without).toEqual([])
})

test('so has everything it is about', () => {
  const nouns = new Set(Object.keys(POLICY).map((action) => action.split('.')[0] ?? ''))
  expect([...nouns].filter((noun) => nounText(noun, 'zh-CN') === noun)).toEqual([])
})

test('what has no word is shown by its code', () => expect(operationText('moon.land', 'en')).toBe('moon.land'))
