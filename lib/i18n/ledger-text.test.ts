import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { LEDGER_FIELDS } from '@/lib/domain/ledger-column'
import { fieldText, noteText } from './ledger-text'
import { LOCALES } from './locale'
import { MESSAGES } from './messages'

const domain = path.join(import.meta.dirname, '../domain')
const source = readdirSync(domain)
  .filter((name) => /^(?:procedure-)?ledger/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => path.join(domain, name))
  .concat(
    ['ledger.ts', 'ledger-plan.ts'].map((name) => path.join(domain, 'issue', name)),
    ['procedure', 'issue'].map((noun) => path.join(domain, `../data/${noun}-ledger-decide.ts`)),
  )
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
/** Codes that say what a form would say. */
const OF_FORMS = ['ANSWER_UNKNOWN', 'FUTURE_DATE', 'ISSUE_DUE_BACK', 'ISSUE_RATED_BEFORE']
/** Codes the rules can say: those of notes, and those of cells that could not be read. */
const codes = [
  ...new Set(
    [
      ...source.matchAll(
        /(?:code: |note\(\s*'(?:warning|error|question)',\s*|(?:error|bad|warn|refuse)\(|, (?:\w+Said|wholeOf), )'([A-Z_]{5,})'/g,
      ),
    ].map((m) => m[1] as string),
  ),
].filter((code) => !OF_FORMS.includes(code))

describe.each(LOCALES)('%s', (locale) => {
  test('every code a row can get has a sentence', () => {
    expect(codes.length).toBeGreaterThan(25)
    expect(codes.filter((code) => !(code in MESSAGES[locale].ledger.note))).toEqual([])
    expect(Object.keys(MESSAGES[locale].ledger.note).filter((code) => !codes.includes(code))).toEqual([])
  })
  test.each(Object.keys(MESSAGES['zh-CN'].ledger.note))('%s says something', (code) => {
    const params = {
      field: 'total',
      text: 'x',
      name: 'x',
      row: 1,
      sheet: 'x',
      elsewhere: 'yes',
      other: 'x',
      status: 'REMOVED',
      max: 60,
      from: 'x',
      to: 'x',
      number: 1,
      mine: 'x',
      theirs: 'x',
      base: 'x',
      choice: 'mine',
      project: 'x',
      item: 'x',
      was: 'x',
      on: '2026-03-10',
      like: 'x',
      most: 7,
      n: 9,
      fromState: 'READY',
      toState: 'DONE',
      zh: 'x',
      en: 'x',
      plan: '999999',
      total: '1300',
    }
    expect(noteText({ code, severity: 'warning', params }, locale)).not.toMatch(/[{}]|ledger\.note/)
  })
  test('every column has a name', () => {
    expect(LEDGER_FIELDS.filter((field) => fieldText(field, locale) === field)).toEqual([])
  })
})
