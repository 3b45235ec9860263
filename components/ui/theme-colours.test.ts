import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

// In the dark the journeys look for barriers in colours alone (e2e/barriers.ts). That is enough because a theme changes
// nothing else: no size, nothing hidden or shown.
const sheets = (dir: string): string[] =>
  fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => fs.readFileSync(path.join(dir, file), 'utf8'))
const css = [...sheets('app'), ...sheets('components')].join('\n').replace(/\/\*[\s\S]*?\*\//g, '')

/** Properties that paint. */
const PAINT = /^(--[\w-]+|color|color-scheme|background(-color)?|border-color|outline-color|fill|stroke)$/

const COLOUR = /^(#[0-9a-f]{3,8}|var\(--[\w-]+\)|transparent|none|light|dark)$/i

test('the style sheet gives a theme nothing but colours', () => {
  const rules = [...css.matchAll(/([^{};]*\[data-theme[^{};]*)\{([^{}]*)\}/g)]
  const declared = rules.flatMap(([, , body = '']) =>
    body
      .split(';')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => line.split(/:\s*/) as [string, string]),
  )
  expect(declared.length).toBeGreaterThan(30)
  expect(declared.filter(([name, value]) => !PAINT.test(name) || !COLOUR.test(value))).toEqual([])
})

/** Words of the class lists that are for the dark alone. */
const darkClasses = (dir: string): string[] =>
  fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => fs.readFileSync(path.join(dir, file), 'utf8').match(/(?<=[\s"'`])dark:[^\s"'`]+/g) ?? [])

test('no element wears anything but another colour in the dark', () => {
  const colours = new Set([...css.matchAll(/--color-([\w-]+):/g)].map(([, name]) => name))
  const worn = [...darkClasses('app'), ...darkClasses('components')]
  const plain = worn.filter((name) => {
    const [, colour] = /^(?:[\w-]+:)+(?:bg|text|border|fill|stroke|outline|ring|decoration)-([\w-]+)$/.exec(name) ?? []
    return !colour || !colours.has(colour)
  })
  expect(plain).toEqual([])
})
