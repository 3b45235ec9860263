import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { PUBLISHED_YEARS } from './published-years'
import { SOURCES } from './sources'

/** Sections of the rule book that decide what no law does. */
const HOUSE_RULE =
  /four-colours|colour rules|meetings-and-ranking|procedures\.md|other-mechanisms|roles\.md|formats\.md|design UX\.md|SECURITY\.md|客户口径 \d{4}-\d{2}-\d{2}/
const KEY = /\p{Script=Han}+-\d+|holiday-notice-\d{4}|\bS\d{2}\b/gu

const citations = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && name !== 'sources.ts')
  .flatMap((name) => {
    const text = readFileSync(path.join(import.meta.dirname, name), 'utf8')
    return [...text.matchAll(/@source ([^@]*?)(?=\n \* @|\*\/)/g)].map((match) => ({ name, text: match[1] ?? '' }))
  })
const keysOf = (text: string): string[] => text.match(KEY) ?? []

describe('sources', () => {
  test('are found in the comments, also of subfolders', () => {
    expect(citations.length).toBeGreaterThan(20)
    expect(new Set(citations.map(({ name }) => path.dirname(name)))).toContain('meeting')
  })
  test('every comment cites one that is listed, or a section of the rule book', () => {
    for (const { name, text } of citations) {
      for (const key of keysOf(text)) expect(Object.keys(SOURCES), `${name}: ${text}`).toContain(key)
      expect(keysOf(text).length > 0 || HOUSE_RULE.test(text), `${name}: ${text}`).toBe(true)
    }
  })
  test('none goes uncited', () => {
    const cited = new Set(citations.flatMap(({ text }) => keysOf(text)))
    expect(Object.keys(SOURCES).filter((key) => !cited.has(key))).toEqual([])
  })
  test('have an address, and an article where they are a law', () => {
    for (const [key, source] of Object.entries(SOURCES)) {
      expect(URL.canParse(source.url), key).toBe(true)
      expect(source.article !== null, key).toBe(/\p{Script=Han}-\d/u.test(key))
      expect(source.from !== null, key).toBe(source.article !== null)
    }
  })
  test('a holiday notice has the address its year was published at', () => {
    for (const { year, noticeUrl } of PUBLISHED_YEARS)
      expect(SOURCES[`holiday-notice-${year}` as keyof typeof SOURCES].url).toBe(noticeUrl)
  })
})
