import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { LOCALES } from './locale'
import { MESSAGES } from './messages'
import { translator } from './translator'

type Words = { readonly [name: string]: string | Words }
const keysOf = (words: Words, before = ''): string[] =>
  Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'string' ? [before + name] : keysOf(word, `${before}${name}.`),
  )

test.each(LOCALES)('every message of %s reads as the library reads it', (locale) => {
  const messages = MESSAGES[locale] as unknown as Words
  const library = createTranslator({ locale, messages, onError: () => {} }) as (key: string, values: object) => string
  const ours = translator(locale) as unknown as (key: string, values: object) => string
  const wordOf = (key: string) =>
    key.split('.').reduce<Words | string>((at, name) => (at as Words)[name] ?? '', messages)
  for (const key of keysOf(messages)) {
    for (const value of [1, '＆<b>', 7n]) {
      const names = [...String(wordOf(key)).matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
      const values = Object.fromEntries(names.map((name) => [name, value]))
      const read = (look: typeof ours) => {
        try {
          return look(key, values)
        } catch {
          return null
        }
      }
      const expected = read(library)
      if (expected !== null && expected !== key) expect(read(ours), key).toBe(expected)
    }
  }
})

test('a word that is not there, and a value that was not given, are defects', () => {
  const t = translator('zh-CN') as unknown as (key: string, values?: object) => string
  expect(() => t('shell.nothing')).toThrow()
  expect(() => t('shell.week')).toThrow()
  expect(() => t('shell')).toThrow()
})
