import { expect, test } from 'vitest'
import { withoutWorkingNotes } from '@/lib/domain/law-article'
import english from '@/messages/catalogue-in-english.json'
import catalogue from '@/prisma/seed/procedures.json'
import { catalogLang, catalogText } from './catalog-text'

const given = <T>(value: T | null | undefined): T[] => (value === null || value === undefined ? [] : [value])

/** Every text of the catalogue a page shows, but laws by their titles. */
const shown = new Set([
  ...catalogue.procedures.flatMap((item) => [
    ...item.materials,
    ...given(item.applies_when).map(withoutWorkingNotes),
    ...given(item.result),
    ...given(item.validity?.basis),
    ...given(item.notes),
  ]),
  ...catalogue.templates.flatMap((template) => [
    template.description,
    ...template.items.flatMap((line) => ('condition' in line ? given(line.condition) : [])),
  ]),
])

test('every text of the catalogue has its English, and no English is left over', () => {
  expect([...shown].filter((text) => catalogLang(text, 'en') !== undefined)).toEqual([])
  expect(Object.keys(english).filter((text) => !shown.has(text))).toEqual([])
})

test('neither language is in the other', () => {
  expect([...shown].filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([])
  expect([...shown].filter((text) => /\p{Script=Han}/u.test(catalogText(text, 'en')))).toEqual([])
  expect([...shown].every((text) => catalogText(text, 'zh-CN') === text)).toBe(true)
})

test('what a district wrote itself stays as it was written', () => {
  expect(catalogText('本区另要的材料', 'en')).toBe('本区另要的材料')
  expect(catalogLang('本区另要的材料', 'en')).toBe('zh-CN')
  expect(catalogLang('本区另要的材料', 'zh-CN')).toBeUndefined()
})
