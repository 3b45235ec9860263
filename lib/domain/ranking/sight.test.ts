import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../access'
import { RANKING_TABLES, rankingSight, SEES_RANKINGS } from './sight'

const seen = (role: Role, published: boolean, named = false) =>
  RANKING_TABLES.flatMap((table) => {
    const sight = rankingSight(role, table, { published, named })
    return sight ? [`${table} ${sight}`] : []
  })
const ALL = RANKING_TABLES.map((table) => `${table} ALL`)

/** @source roles.md §1, column 排名; meetings-and-ranking B2 */
describe('who sees what of a month', () => {
  test.each([
    ['HEAD', ALL, ALL],
    ['LEADER', ALL, ALL],
    ['OFFICE', ALL, ALL],
    ['TASKFORCE', ['TASKFORCE OWN'], ['TASKFORCE ROWS', 'PROJECT OWN']],
    ['STEWARD', ['STEWARD OWN'], ['STEWARD OWN', 'PROJECT OWN']],
    ['CONTACT', [], []],
    ['AGENCY', [], []],
    ['AGENCY_HEAD', ['AGENCY OWN'], ['AGENCY ROWS']],
    ['STREET', ['AREA OWN'], ['AREA ROWS', 'PROJECT OWN']],
    ['BANK', [], []],
    ['DISCIPLINE', [], ['AGENCY ALL', 'TASKFORCE ALL', 'AREA ALL', 'PROJECT ALL']],
    ['BIZENV', [], ['AGENCY ALL', 'TASKFORCE ALL', 'AREA ALL', 'PROJECT ALL']],
    ['SYSADMIN', [], []],
    ['SECADMIN', [], []],
    ['AUDITOR', [], []],
  ] as const)('%s', (role, draft, published) => {
    expect([seen(role, false), seen(role, true)]).toEqual([draft, published])
    expect(SEES_RANKINGS.has(role)).toBe(published.length > 0)
  })
  test('every role is in the list', () => expect(ROLES).toHaveLength(15))
  test('names of stewards reach further only where the district says so, and never in a draft', () => {
    for (const role of ROLES) expect(seen(role, false, true)).toEqual(seen(role, false))
    for (const role of ['TASKFORCE', 'AGENCY_HEAD', 'STREET', 'DISCIPLINE', 'BIZENV', 'STEWARD'] as const)
      expect(seen(role, true, true)).toContain('STEWARD ROWS')
    for (const role of ['CONTACT', 'BANK', 'AGENCY', 'AUDITOR'] as const) expect(seen(role, true, true)).toEqual([])
  })
})
