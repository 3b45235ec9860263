import fc from 'fast-check'
import { Fragment, createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Link } from './link'
import { markupText } from './markup'

const same = (node: ReactNode) => expect(markupText(node)).toBe(renderToStaticMarkup(node))

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

test('what lives in the browser is refused', () => {
  const browser = Object.assign(() => null, { $$typeof: Symbol.for('react.client.reference') })
  expect(() => markupText(h(browser))).toThrow()
  expect(() => markupText(h('li', { onClick: () => {} }))).toThrow()
  expect(() => markupText(Promise.resolve('x'))).toThrow()
})
