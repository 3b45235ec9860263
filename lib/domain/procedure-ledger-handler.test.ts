import { describe, expect, test } from 'vitest'
import { findHandler } from './procedure-ledger-handler'

const wu = { id: 'wu', name: '吴经办', phone: '13900000001', agencyId: 'a' }
const other = { id: 'other', name: '吴经办', phone: '13900000002', agencyId: 'a' }
const away = { id: 'away', name: '孙工', phone: null, agencyId: 'b' }
const zheng = { id: 'zheng', name: '郑工', phone: null, agencyId: 'a' }
const find = (said: string | null, now: typeof wu | null = null, answers: Record<string, string> = {}) => {
  const { id, notes } = findHandler(said, now, 'a', [wu, other, away, zheng], new Map(Object.entries(answers)))
  return [id, notes[0]?.code ?? null]
}

describe('the handler a ledger names', () => {
  test.each([
    ['nobody named', null, [null, null]],
    ['“无” is nobody', '无', [null, null]],
    ['one colleague of the name', '郑工', ['zheng', null]],
    ['by number where two bear the name', '吴经办 13900000002', ['other', null]],
    ['two of the name and no number', '吴经办', [null, 'HANDLER_UNKNOWN']],
    ['somebody of another agency', '孙工', [null, 'HANDLER_UNKNOWN']],
    ['somebody nobody knows is not made', '钱工 13900000009', [null, 'HANDLER_UNKNOWN']],
    ['a surname with a title', '郑局长', [null, 'HANDLER_UNKNOWN']],
    ['a surname with a title and a number', '吴科长 13900000002', ['other', null]],
  ])('%s', (_, said, found) => expect(find(said)).toEqual(found))

  test('whoever has it already is no change, also with his number left out', () => {
    expect([find('吴经办', wu), find('吴经办 13900000001', wu)]).toEqual([
      [null, null],
      [null, null],
    ])
    expect(find('吴经办 13900000002', wu)).toEqual(['other', null])
  })

  test('an answer decides, but only for a colleague', () => {
    expect(find('吴经办', null, { 吴经办: 'other' })).toEqual(['other', null])
    expect(find('孙工', null, { 孙工: 'away' })).toEqual([null, 'HANDLER_UNKNOWN'])
  })
})
