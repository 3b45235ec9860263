import fc from 'fast-check'
import { Fragment, createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Lamp } from '@/components/level/lamp'
import { RulerCell } from '@/components/level/ruler-cell'
import { ClockCells } from '@/components/procedure/clock-cells'
import { LEVELS } from '@/lib/domain/level-scale'
import { on } from '@/lib/domain/plain-date'
import type { Clock } from '@/lib/domain/ruler'
import { translator } from '@/lib/i18n/translator'
import { Link } from './link'
import { markupText } from './markup'

const same = (node: ReactNode) => expect(markupText(node)).toBe(renderToStaticMarkup(node))
const t = translator('zh-CN')
const TODAY = on('2026-11-23')

test('elements are what React makes of them', () => {
  same([null, undefined, true, false, 0, 'a', 12n].map((value, key) => h(Fragment, { key }, value)))
  same(h('td', { title: undefined, hidden: false, 'aria-hidden': true, 'data-row': true, colSpan: 2 }, 'x', 1))
  same(h('col', { style: { width: '2.5rem', textAlign: 'left' }, className: 'a b' }))
  same(h(Link, { href: '/projects?a=1&b=2', scroll: false }, h('b', null, '甲')))
})

test('nothing gets out of its place', () =>
  fc.assert(fc.property(fc.string(), (text) => void same(h('td', { title: text }, text, h('b', null, text))))))

test('a tick stands where it was set', () => {
  expect(markupText(h('input', { type: 'checkbox', defaultChecked: true }))).toBe('<input type="checkbox" checked=""/>')
  expect(markupText(h('input', { type: 'checkbox', defaultChecked: false }))).toBe('<input type="checkbox"/>')
})

test('lamps and rulers of every kind are the same', () => {
  for (const level of LEVELS)
    for (const whose of ['AGENCY', 'ENTERPRISE', 'SPECIAL'] as const)
      for (const [used, promised, statutory] of [
        [0, 5, 20],
        [7, 5, 20],
        [22, 20, 21],
        [30, null, 28],
      ] as const) {
        const clock: Clock = { kind: 'clock', whose, used, promised, statutory, level, paused: used === 7 }
        same(h(Fragment, null, h(Lamp, { level, t }), h(RulerCell, { ruler: clock, today: TODAY, t })))
        same(h(ClockCells, { clock, t }))
      }
})

test('what lives in the browser is refused', () => {
  const browser = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') })
  expect(() => markupText(h(browser))).toThrow()
  expect(() => markupText(h('li', { onClick: () => {} }))).toThrow()
  expect(() => markupText(Promise.resolve('x'))).toThrow()
})
