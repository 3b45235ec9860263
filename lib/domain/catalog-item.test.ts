import { expect, test } from 'vitest'
import catalogue from '@/prisma/seed/procedures.json'
import { CATALOG_STAGES, checkCatalogue, checkTerms, type ItemTerms, longestPromise, termChanges } from './catalog-item'

const terms: ItemTerms = { promisedWd: 7, materials: ['申请表', '图纸'], agencyId: 'a', agencyName: '住建局' }

test.each([
  [{ days: 20, unit: 'WD' }, 20],
  [{ days: 15, unit: 'CD' }, 11],
  [{ days: 30, unit: 'CD' }, 22],
  [{ days: null, unit: null }, null],
])('the longest promise under %o', (limit, most) => expect(longestPromise(limit)).toBe(most))

test('a promise is a whole working day and within the law', () => {
  expect(checkTerms({ ...terms, promisedWd: 20 }, { days: 20, unit: 'WD' }).ok).toBe(true)
  expect(checkTerms({ ...terms, promisedWd: 21 }, { days: 20, unit: 'WD' })).toEqual({
    ok: false,
    error: { code: 'PROMISE_OVER_STATUTE', promised: 21, most: 20 },
  })
  expect(checkTerms({ ...terms, promisedWd: 0 }, { days: null, unit: null }).ok).toBe(false)
  expect(checkTerms({ ...terms, promisedWd: 1.5 }, { days: null, unit: null }).ok).toBe(false)
})

test('what changed, old to new', () => {
  expect(termChanges(terms, terms)).toEqual([])
  expect(
    termChanges(terms, { promisedWd: 5, materials: ['图纸', '承诺书'], agencyId: 'b', agencyName: '审批局' }),
  ).toEqual([
    { field: 'promisedWd', from: 7, to: 5 },
    { field: 'agencyName', from: '住建局', to: '审批局' },
    { field: 'materials', added: ['承诺书'], removed: ['申请表'] },
  ])
})

const item = (code: string, predecessors: string[], promisedWd = 5) => ({
  code,
  promisedWd,
  statutoryDays: 20,
  statutoryUnit: 'WD',
  predecessors,
})

test('a version with a cycle, a stranger or a broken promise does not come into force', () => {
  expect(checkCatalogue([item('A', []), item('B', ['A'])], []).ok).toBe(true)
  const cycle = checkCatalogue([item('A', ['B']), item('B', ['A'])], [])
  expect(!cycle.ok && cycle.error.code).toBe('GRAPH_CYCLE')
  const stranger = checkCatalogue([item('A', ['X'])], [])
  expect(!stranger.ok && stranger.error).toEqual({ code: 'PREDECESSOR_UNKNOWN', item: 'A', missing: 'X' })
  const broken = checkCatalogue([item('A', [], 25)], [])
  expect(!broken.ok && broken.error.code).toBe('PROMISE_OVER_STATUTE')
  const overridden = { code: 'T', lines: [{ code: 'A' }, { code: 'B' }], overrides: { A: ['B'] } }
  const inTemplate = checkCatalogue([item('A', []), item('B', ['A'])], [overridden])
  expect(!inTemplate.ok && inTemplate.error.code).toBe('GRAPH_CYCLE')
})

test('every delivered item has its stage', () =>
  expect([...new Set(catalogue.procedures.map((p) => p.stage))].toSorted()).toEqual([...CATALOG_STAGES].toSorted()))

test('the delivered catalogue holds together', () => {
  type Item = {
    code: string
    promised: { value: number }
    statutory: { value: number; unit: string } | null
    predecessors: string[]
  }
  type Line = { code: string; promised_override?: number; predecessors_override?: string[] }
  const { procedures, templates } = catalogue as unknown as {
    procedures: Item[]
    templates: { code: string; items: Line[] }[]
  }
  const checked = checkCatalogue(
    procedures.map((p) => ({
      code: p.code,
      promisedWd: p.promised.value,
      statutoryDays: p.statutory?.value ?? null,
      statutoryUnit: p.statutory?.unit ?? null,
      predecessors: p.predecessors,
    })),
    templates.map((t) => ({
      code: t.code,
      lines: t.items.map((l) => ({ code: l.code, ...(l.promised_override ? { promised: l.promised_override } : {}) })),
      overrides: Object.fromEntries(
        t.items.flatMap((l) => (l.predecessors_override ? [[l.code, l.predecessors_override]] : [])),
      ),
    })),
  )
  expect(checked).toEqual({ ok: true, value: null })
})
