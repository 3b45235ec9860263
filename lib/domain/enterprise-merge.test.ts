import { describe, expect, test } from 'vitest'
import { ENTERPRISE_FIELDS, type EnterpriseFacts } from './enterprise'
import { disputed, mergedAliases, mergedFacts } from './enterprise-merge'

const facts = (some: Partial<EnterpriseFacts>): EnterpriseFacts => ({
  ...(Object.fromEntries(ENTERPRISE_FIELDS.map((field) => [field, ''])) as EnterpriseFacts),
  ...some,
})

describe('two rows made one', () => {
  const stays = facts({ name: '郑州岚川商贸有限公司', size: 'SMALL', address: '甲路1号', highTech: '1' })
  const goes = facts({ name: '岚川商贸', size: 'MICRO', employees: '30', aboveScale: '1', address: '甲路1号' })

  test('only what both say differently is asked', () => {
    expect(disputed(stays, goes)).toEqual(['name', 'size'])
    expect(disputed(stays, stays)).toEqual([])
  })

  test('what nobody chose stays, what only the other had is taken, ticks add up', () => {
    expect(mergedFacts(stays, goes, {})).toEqual(
      facts({
        name: '郑州岚川商贸有限公司',
        size: 'SMALL',
        address: '甲路1号',
        employees: '30',
        highTech: '1',
        aboveScale: '1',
      }),
    )
    expect(mergedFacts(stays, goes, { size: 'goes', name: 'goes' })).toMatchObject({ name: '岚川商贸', size: 'MICRO' })
  })

  test('nothing is emptied by choosing what is empty', () => {
    expect(mergedFacts(facts({ size: 'SMALL' }), facts({}), { size: 'goes' }).size).toBe('SMALL')
  })

  test('every other name is kept once', () => {
    const a = { name: '甲', aliases: ['甲旧', '乙'] }
    const b = { name: '乙', aliases: ['乙旧', '甲旧'] }
    expect(mergedAliases('甲', a, b)).toEqual(['甲旧', '乙', '乙旧'])
    expect(mergedAliases('乙', a, b)).toEqual(['甲旧', '乙旧', '甲'])
  })
})
