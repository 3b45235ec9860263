import { expect, test } from 'vitest'
import { complaintMove } from './complaint'

const said = (text: string) =>
  complaintMove.parse({ complaintId: '01a205b3-d000-4000-8000-000000005a22', version: 1, text }).text

test('an answer nobody can see is none, and what it shows is what it says', () => {
  expect(said('\u200b \u202e\ufeff')).toBe('')
  expect(said('店家\u202e反转\u202c\n补\u200b齐')).toBe('店家反转\n补齐')
})
