import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderAgain, type StandingTopic } from './agenda-order'

const rules = (...keys: string[]): StandingTopic[] => keys.map((key) => ({ key, placed: 'RULES' }))
const office = (key: string): StandingTopic => ({ key, placed: 'OFFICE' })

describe('an agenda proposed again', () => {
  test.each<[string, StandingTopic[], string[], string[]]>([
    ['what is new stands where a fresh draft has it', rules('a', 'c'), ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['what is proposed no more goes', rules('a', 'b'), ['b'], ['b']],
    ['the first topic of the office stays the first', [office('c'), ...rules('a')], ['a', 'b', 'c'], ['c', 'a', 'b']],
    ['its topic stays though no rule speaks of it', [...rules('a'), office('x')], ['b'], ['x', 'b']],
    [
      'what somebody added stays at the end',
      [...rules('b'), { key: 'm', placed: 'LAST' }],
      ['a', 'b'],
      ['a', 'b', 'm'],
    ],
    [
      'what was moved behind it stays behind it',
      [...rules('a'), { key: 'm', placed: 'LAST' }, office('b')],
      ['a', 'b'],
      ['a', 'm', 'b'],
    ],
  ])('%s', (_, standing, proposed, order) => expect(orderAgain(standing, proposed)).toEqual(order))

  test('untouched it is the fresh draft, whatever stood there; nothing the office touched is lost, nothing comes twice', () => {
    const keys = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
    const placed = fc.constantFrom<StandingTopic['placed']>('RULES', 'OFFICE', 'LAST')
    fc.assert(
      fc.property(keys, keys, fc.func(placed), (there, proposed, placedOf) => {
        expect(orderAgain(rules(...there), proposed)).toEqual(proposed)
        const standing = there.map((key) => ({ key, placed: placedOf(key) }))
        const order = orderAgain(standing, proposed)
        const kept = standing.filter((topic) => topic.placed !== 'RULES').map(({ key }) => key)
        expect(order.toSorted()).toEqual([...new Set([...proposed, ...kept])].toSorted())
        expect(orderAgain(rules(...order), order)).toEqual(order)
      }),
    )
  })
})
