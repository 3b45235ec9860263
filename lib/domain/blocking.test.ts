import { describe, expect, test } from 'vitest'
import { blockerOf, blockerOwner, type GraphItem, waitsFor } from './blocking'

const item = (code: string, state: GraphItem['state'], ...predecessors: string[]): GraphItem => ({
  code,
  state,
  predecessors,
})
const graph = (...items: GraphItem[]) => new Map(items.map((i) => [i.code, i]))
const last = item('C', 'NOT_STARTED', 'B')
const codes = (byCode: ReadonlyMap<string, GraphItem>) => waitsFor(last, byCode).map((i) => i.code)

describe('what an item waits for', () => {
  test.each<[string, GraphItem[], string[]]>([
    ['an unfinished predecessor', [item('B', 'ACCEPTED')], ['B']],
    ['nothing once it is finished', [item('B', 'DONE')], []],
    ['nothing that is not in the project', [], []],
    ['the predecessors of one that does not apply', [item('B', 'NA', 'A'), item('A', 'READY')], ['A']],
  ])('%s', (_, items, expected) => expect(codes(graph(...items))).toEqual(expected))

  test('the blocker is the head of the chain, where somebody can act', () => {
    const byCode = graph(item('A', 'ACCEPTED'), item('B', 'NOT_STARTED', 'A'), last)
    expect(blockerOf(last, byCode)?.code).toBe('A')
    expect(blockerOf(item('A', 'ACCEPTED'), byCode)).toBeNull()
  })

  test('a circle ends', () => {
    const byCode = graph(item('A', 'NOT_STARTED', 'B'), item('B', 'NOT_STARTED', 'A'), last)
    expect(blockerOf(last, byCode)?.code).toBe('A')
  })

  test.each([
    ['READY', '李娟'],
    ['SUPPLEMENT', '李娟'],
    ['RECEIVED', '区住建局'],
    ['ACCEPTED', '区住建局'],
    ['SPECIAL', '区住建局'],
  ] as const)('in %s it is the move of %s', (state, owner) =>
    expect(blockerOwner(state, '区住建局', '李娟')).toBe(owner),
  )
})
