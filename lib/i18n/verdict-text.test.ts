import { describe, expect, test } from 'vitest'
import { on } from '@/lib/domain/plain-date'
import { ownerOf } from '@/lib/domain/reason'
import type { Turn } from '@/lib/schemas/turn'
import { isOpenInList, isOpenTurn, limitText, nextText, turnText } from './verdict-text'

const today = on('2026-11-23')
const turn = (changes: Partial<Turn & { nextInWd: number | null }> = {}) => ({
  level: 'YELLOW' as const,
  nextLevelOn: on('2026-12-03'),
  nextLevel: 'RED' as const,
  nextOwner: null,
  nextJoins: false,
  nextProvisional: false,
  nextInWd: 8,
  deadline: null,
  ...changes,
})
const said = (changes: Parameters<typeof turn>[0]) =>
  (['zh-CN', 'en'] as const).map((locale) => nextText(turn(changes), today, locale))
const stays = { nextLevelOn: null, nextLevel: null, nextInWd: null }
const statute = { limit: 'STATUTE', on: on('2026-11-25'), inWd: 2, provisional: false } as const

describe('what happens if nobody moves', () => {
  test.each<[string, Parameters<typeof turn>[0], string, string]>([
    [
      'a colour turns',
      {},
      '若无动作，12-03（周四）转红，还有8个工作日',
      'Without action it turns Red on 12-03 (Thu), 8 working days away',
    ],
    [
      'on a day off, before another working day',
      { nextInWd: 0 },
      '若无动作，12-03（周四）转红',
      'Without action it turns Red on 12-03 (Thu)',
    ],
    [
      'the owner changes',
      { nextLevel: 'YELLOW', nextOwner: ownerOf('STEWARD') },
      '若无动作，12-03（周四）换管家负责，仍是黄，还有8个工作日',
      'Without action Steward answers for it from 12-03 (Thu), and it stays Yellow, 8 working days away',
    ],
    [
      'another owner joins',
      { nextLevel: 'YELLOW', nextOwner: ownerOf('自规局'), nextJoins: true },
      '若无动作，12-03（周四）起自规局也要办，仍是黄，还有8个工作日',
      'Without action 自规局 has to act too from 12-03 (Thu), and it stays Yellow, 8 working days away',
    ],
    ['nothing', stays, '若无动作，一直是黄', 'Without action it stays Yellow'],
    [
      'a red one has a limit ahead',
      { ...stays, level: 'RED', deadline: statute },
      '若无动作，一直是红，11-25（周三）法定到期，还有2个工作日',
      'Without action it stays Red; statute ends 11-25 (Wed), 2 working days left',
    ],
    [
      'the limit comes before somebody else joins',
      { level: 'RED', nextLevel: 'RED', nextJoins: true, deadline: { ...statute, inWd: 0, on: today } },
      '若无动作，一直是红，11-23（周一）法定到期，就是今天',
      'Without action it stays Red; statute ends 11-23 (Mon), which is today',
    ],
  ])('%s', (_, changes, zh, en) => expect(said(changes)).toEqual([zh, en]))

  test('in a few words', () => {
    expect(limitText(turn({ ...stays, level: 'RED', deadline: statute }), today, 'zh-CN')).toBe('11-25法定到期')
    expect(limitText(turn({ deadline: statute }), today, 'zh-CN')).toBeNull()
  })
  test('in a list, of a project whose procedure turns red beside its critical path', () => {
    const joins = { nextLevel: 'YELLOW', nextOwner: ownerOf('自规局'), nextJoins: true } as const
    const ownTurn = { on: on('2026-11-26'), level: 'RED', provisional: false } as const
    expect(turnText(turn(joins), today, 'zh-CN')).toBe('12-03起自规局也要办，项目仍是黄')
    expect(turnText({ ...turn(joins), ownTurn }, today, 'zh-CN')).toBe('11-26手续转红，项目仍是黄')
    expect(turnText({ ...turn(), ownTurn }, today, 'zh-CN')).toBe('12-03（周四）转红')
    expect(isOpenInList({ ...turn({ ...joins, nextProvisional: true }), ownTurn })).toBe(false)
  })
  test('in a list, a red that only gets one more to move has nothing to say', () => {
    const red = turn({ level: 'RED', nextLevel: 'RED', nextJoins: true, nextProvisional: true })
    expect(turnText(red, today, 'zh-CN')).toBe('不会自己变')
    expect(isOpenInList(red)).toBe(false)
  })
  test('is 暂定 as the day it names', () => {
    expect(isOpenTurn(turn({ nextProvisional: true }))).toBe(true)
    expect(isOpenTurn(turn({ ...stays, level: 'RED', deadline: { ...statute, provisional: true } }))).toBe(true)
    expect(isOpenTurn(turn({ ...stays, level: 'RED', deadline: statute }))).toBe(false)
  })
})
