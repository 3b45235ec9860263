import { expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import type { Relay } from '@/lib/domain/relay'
import { relayMarks } from './relay-text'
import { translator } from './translator'

const today = on('2026-11-23')
const day = (text: string, provisional = false) => ({ on: on(text), provisional })
const relay: Relay = { cells: [], promise: null, statute: day('2027-01-08', true), limit: day('2026-11-19') } as Relay
const turning = { level: 'YELLOW', nextLevelOn: on('2026-12-03'), nextLevel: 'RED', nextProvisional: false } as const
const texts = (marks: ReturnType<typeof relayMarks>) => marks.map((mark) => mark.text)

test('marks the limits and the turn of one procedure in the order of their days, with the year where it is another', () =>
  expect(texts(relayMarks(relay, turning, today, translator('zh-CN')))).toEqual([
    '限期 11-19',
    '12-03 转红',
    '法定 2027-01-08 暂定',
  ]))
test('has no mark for a colour that stays', () =>
  expect(texts(relayMarks(relay, { ...turning, nextLevel: 'YELLOW' }, today, translator('zh-CN')))).not.toContain(
    '12-03 转黄',
  ))
