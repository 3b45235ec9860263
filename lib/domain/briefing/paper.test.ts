import { expect, test } from 'vitest'
import type { Role } from '../access'
import type { Figure, FigureValue } from '../figure'
import { on } from '../plain-date'
import { briefingOf, readValue, sealedBriefing, signsOf, storedValue } from './paper'
import { excerptFor, READS_BRIEFINGS } from './sight'

const head = { mark: '简报', number: '第1期', unit: '办公室', on: on('2026-11-23') }
const figure = (name: string, n: number): Figure => ({ name, value: { kind: 'count', n }, href: `/${name}` })
const about = { head, title: '工作情况', words: new Map([['scope.name', '全区']]) }
const only = (texts: Record<string, string>, figures: readonly Figure[]) =>
  briefingOf(about, new Map(Object.entries(texts)), figures)

test('a paper says what was counted, and keeps what it says alone', () => {
  const body = only({ 'drive-stock': '{scope.name}{a.b}个' }, [figure('a.b', 3), figure('a.c', 4)])
  expect(body.sections).toEqual([
    {
      key: 'drive',
      heading: '产业项目推进情况',
      paragraphs: [
        {
          key: 'drive-stock',
          template: '{scope.name}{a.b}个',
          runs: [
            { text: '全区', figure: null },
            { text: '3', figure: 'a.b' },
            { text: '个', figure: null },
          ],
        },
      ],
    },
  ])
  expect(body.figures).toEqual([{ name: 'a.b', value: { kind: 'count', n: 3 }, href: '/a.b' }])
})

test('a paragraph that is emptied, and a part without any, are left out', () =>
  expect(only({ 'drive-stock': '' }, [figure('a.b', 3)]).sections).toEqual([]))

test.each<FigureValue>([
  { kind: 'count', n: 3 },
  { kind: 'money', fen: 52_900_000_000n },
  { kind: 'foreign', minor: 7n, currency: 'USD' },
  { kind: 'share', part: 61n, whole: 142n },
  { kind: 'time', amount: null, unit: 'day' },
  { kind: 'names', names: ['英国', '德国'] },
])('%o is kept as text and read again as it was', (value) => {
  const kept = JSON.parse(JSON.stringify(storedValue(value))) as ReturnType<typeof storedValue>
  expect(readValue(kept)).toEqual(value)
})

test('what is sealed is every word and value, in whatever order a store keeps its fields', () => {
  const body = only({ 'drive-stock': '{a.b}个' }, [figure('a.b', 3)])
  const edition = { nth: 1, note: null, asOf: '2026-11-23T01:00:00.000Z', rulesVersion: 1, body }
  const reordered = {
    figures: body.figures,
    sections: body.sections,
    title: body.title,
    head: { on: head.on, unit: head.unit, number: head.number, mark: head.mark },
  }
  expect(sealedBriefing({ ...edition, body: reordered })).toBe(sealedBriefing(edition))
  for (const other of [
    { ...edition, nth: 2 },
    { ...edition, asOf: '2026-11-23T01:00:00.001Z' },
    { ...edition, rulesVersion: 2 },
    { ...edition, note: '更正' },
    { ...edition, body: only({ 'drive-stock': '{a.b}个' }, [figure('a.b', 4)]) },
    { ...edition, body: only({ 'drive-stock': '{a.b}件' }, [figure('a.b', 3)]) },
  ])
    expect(sealedBriefing(other)).not.toBe(sealedBriefing(edition))
  expect(signsOf(body)).not.toContain('2026-11-23')
})

test('what enterprises borrow is no business of those who watch over procedures', () => {
  const body = only({ 'drive-stock': '{financing.applied}元', 'drive-flow': '{a.b}个' }, [
    figure('financing.applied', 5),
    figure('a.b', 3),
  ])
  const seen = (role: Role) => {
    const excerpt = excerptFor(role, body)
    return [excerpt.hidden, excerpt.body.figures.map(({ name }) => name)]
  }
  expect(seen('OFFICE')).toEqual([0, ['financing.applied', 'a.b']])
  expect(seen('HEAD')).toEqual([0, ['financing.applied', 'a.b']])
  expect(seen('DISCIPLINE')).toEqual([1, ['a.b']])
  expect(seen('BIZENV')).toEqual([1, ['a.b']])
  expect([...READS_BRIEFINGS]).not.toContain('BANK')
})
