import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import catalogue from '@/prisma/seed/procedures.json'
import { blockerOf, blockerOwner, type GraphItem, waitsFor } from './blocking'
import type { ProcedureState } from './procedure'
import { type Edges, resolveEdges, sortByDependency } from './procedure-graph'

/** Any graph without circles over ten codes: an item waits only for earlier ones. */
const CODES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']
const anyGraph: fc.Arbitrary<Record<string, string[]>> = fc
  .tuple(...CODES.map((_, i) => fc.subarray(CODES.slice(0, i))))
  .map((lists) => Object.fromEntries(CODES.map((code, i) => [code, lists[i] ?? []])))
const runs = { numRuns: 1000 }

/** Everything an item waits for, directly or not. */
function ancestors(edges: Edges, code: string): Set<string> {
  const found = new Set<string>()
  const look = (one: string) => {
    for (const before of edges[one] ?? []) if (!found.has(before)) look(found.add(before) && before)
  }
  look(code)
  return found
}

describe('predecessors', () => {
  test('an item that is not there is replaced by its own', () => {
    const edges = { B: ['A'], C: ['B'], D: ['C', 'B'] }
    expect(resolveEdges(edges, ['A', 'C'])).toEqual({ A: [], C: ['A'] })
    expect(resolveEdges(edges, ['A', 'D'])).toEqual({ A: [], D: ['A'] })
    expect(resolveEdges(edges, ['D'])).toEqual({ D: [] })
  })

  test('a circle among items that are not there ends', () =>
    expect(resolveEdges({ A: ['B'], B: ['A'], C: ['A'] }, ['C'])).toEqual({ C: [] }))

  test('leaving items out never changes who waits for whom among the rest', () => {
    fc.assert(
      fc.property(anyGraph, fc.subarray(CODES), (edges, present) => {
        const resolved = resolveEdges(edges, present)
        expect(Object.keys(resolved).toSorted()).toEqual(present.toSorted())
        for (const code of present) {
          const expected = [...ancestors(edges, code)].filter((before) => present.includes(before)).toSorted()
          expect([...ancestors(resolved, code)].toSorted()).toEqual(expected)
        }
      }),
      runs,
    )
  })

  test('every item of an order comes after what it waits for', () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const sorted = sortByDependency(edges)
        if (!sorted.ok) throw new Error(sorted.error.code)
        const place = new Map(sorted.value.map((code, i) => [code, i]))
        expect(place.size).toBe(CODES.length)
        for (const code of CODES)
          for (const before of edges[code] ?? []) expect(place.get(before)).toBeLessThan(place.get(code) ?? -1)
      }),
      runs,
    )
  })

  test('those who wait for each other are named', () =>
    expect(sortByDependency({ A: [], B: ['C'], C: ['B'], D: ['C'] })).toEqual({
      ok: false,
      error: { code: 'GRAPH_CYCLE', codes: ['B', 'C', 'D'] },
    }))

  test('neither the catalogue nor a template has a circle', () => {
    const base = Object.fromEntries(catalogue.procedures.map((item) => [item.code, item.predecessors]))
    expect(sortByDependency(base).ok).toBe(true)
    for (const { code, items } of catalogue.templates) {
      const own = items.flatMap((item) =>
        'predecessors_override' in item && item.predecessors_override ? [[item.code, item.predecessors_override]] : [],
      )
      const resolved = resolveEdges(
        { ...base, ...Object.fromEntries(own) },
        items.map((item) => item.code),
      )
      expect(sortByDependency(resolved).ok, code).toBe(true)
    }
  })
})

describe('who blocks an item', () => {
  const graph = (states: Readonly<Record<string, ProcedureState>>) => {
    const chain: Edges = { LX01: [], LX07: [], LX08: ['LX07'], LX09: ['LX01', 'LX08'] }
    const items = Object.entries(chain).map(
      ([code, predecessors]): GraphItem => ({ code, predecessors, state: states[code] ?? 'NOT_STARTED' }),
    )
    const byCode = new Map(items.map((item) => [item.code, item]))
    const last = byCode.get('LX09')
    if (!last) throw new Error('no LX09')
    return { last, byCode }
  }

  test('the unfinished item at the head of the chain', () => {
    const { last, byCode } = graph({ LX01: 'DONE' })
    expect(waitsFor(last, byCode).map((item) => item.code)).toEqual(['LX08'])
    expect(blockerOf(last, byCode)?.code).toBe('LX07')
  })
  test('an item that does not apply passes on what it waited for', () => {
    const { last, byCode } = graph({ LX01: 'DONE_TOL', LX08: 'NA' })
    expect(waitsFor(last, byCode).map((item) => item.code)).toEqual(['LX07'])
  })
  test('nobody, once all are finished', () => {
    const { last, byCode } = graph({ LX01: 'DONE', LX07: 'NA', LX08: 'DONE_TOL' })
    expect(waitsFor(last, byCode)).toEqual([])
    expect(blockerOf(last, byCode)).toBeNull()
  })
  test('a circle ends', () => {
    const items = ['A', 'B'].map(
      (code): GraphItem => ({ code, state: 'NOT_STARTED', predecessors: [code === 'A' ? 'B' : 'A'] }),
    )
    const byCode = new Map(items.map((item) => [item.code, item]))
    expect(blockerOf(items[0] as GraphItem, byCode)?.code).toBe('B')
  })
  test.each([
    ['ACCEPTED', '局'],
    ['RECEIVED', '局'],
    ['NOT_STARTED', '局'],
    ['READY', '企业'],
    ['SUPPLEMENT', '企业'],
    ['REJECTED', '企业'],
    ['WITHDRAWN', '企业'],
  ] as const)('while it is %s, %s has to move', (state, owner) => expect(blockerOwner(state, '局', '企业')).toBe(owner))
})
