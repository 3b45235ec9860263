import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
// The parser use-intl itself compiles messages with.
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { PROCEDURE_STATES } from '@/lib/domain/procedure'
import { MOVES } from '@/lib/domain/procedure-move'
import { REASON_CODES } from '@/lib/domain/reason'
import { LOCALES, type Locale } from '@/lib/i18n/locale'
import { MESSAGES } from '@/lib/i18n/messages'

const root = path.resolve(import.meta.dirname, '..')

/** Every sentence of a tree by its dotted key. */
function leaves(tree: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = prefix ? `${prefix}.${name}` : name
    return typeof value === 'string' ? [[key, value] as [string, string]] : leaves(value as object, key)
  })
}
const sentences = (locale: Locale) => new Map(leaves(MESSAGES[locale]))

type Ast = ReturnType<IntlMessageFormat['getAst']>
/** Names of a message's arguments, those inside plurals and choices too. */
function argumentsOf(text: string, locale: Locale): string[] {
  const names = new Set<string>()
  const walk = (ast: Ast) => {
    for (const part of ast) {
      if ('value' in part && typeof part.value === 'string' && part.type !== 0) names.add(part.value)
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value)
      if ('children' in part) walk(part.children)
    }
  }
  walk(new IntlMessageFormat(text, locale).getAst())
  return [...names].toSorted()
}

describe('messages', () => {
  test.each(LOCALES)('every file of %s is loaded under its own name', (locale) => {
    const files = readdirSync(path.join(root, 'messages', locale)).map((name) => name.replace(/\.json$/, ''))
    expect(Object.keys(MESSAGES[locale]).toSorted()).toEqual(files.toSorted())
    for (const name of files) {
      const text = readFileSync(path.join(root, 'messages', locale, `${name}.json`), 'utf8')
      expect(MESSAGES[locale][name as keyof (typeof MESSAGES)[Locale]], name).toEqual(JSON.parse(text))
    }
  })

  const [zh, en] = [sentences('zh-CN'), sentences('en')]
  test('exist in both languages under the same keys', () =>
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted()))

  test('ask for the same arguments in both languages', () => {
    const differing = [...zh].filter(([key, text]) => {
      const other = en.get(key)
      return other !== undefined && argumentsOf(text, 'zh-CN').join() !== argumentsOf(other, 'en').join()
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('say something', () => {
    for (const map of [zh, en]) for (const [key, text] of map) expect(text.trim(), key).not.toBe('')
  })

  test('use full-width punctuation between Chinese words, but for the reasons, whose wording the rules fix', () => {
    const half = [...zh].filter(
      ([key, text]) =>
        !key.startsWith('reasons.') &&
        !key.startsWith('rules.texts.') &&
        /\p{Script=Han}[,;:?!]|[,;?!]\p{Script=Han}/u.test(text),
    )
    expect(half.map(([key, text]) => `${key}: ${text}`)).toEqual([])
  })

  test('are written in English on the English side', () => {
    // Legal terms and names may stand beside their translation.
    const untranslated = [...en].filter(([key, text]) => text === zh.get(key) && /\p{Script=Han}/u.test(text))
    expect(untranslated.map(([key]) => key)).toEqual([])
  })
})

/** Codes only an operator's command meets, which answers them in its own words: the first accounts of a deployment. */
const ANSWERED_BY_COMMANDS: ReadonlySet<string> = new Set(['ALREADY_SET_UP', 'NOT_SET_UP'])

/** Codes that sources refuse with, as `err({ code: 'X' …`. */
function refusalCodes(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.includes('testdata'))
    .flatMap((name) => {
      const text = readFileSync(path.join(root, folder, name), 'utf8')
      return [...text.matchAll(/\berr\(\{\s*code: '([A-Z_]+)'/g)].map((match) => match[1] ?? '')
    })
}

describe('codes', () => {
  test('every reason has its sentence, and no sentence is left without a reason', () =>
    expect(Object.keys(MESSAGES['zh-CN'].reasons).toSorted()).toEqual([...REASON_CODES].toSorted()))

  test('every state and move has its word', () => {
    for (const state of PROCEDURE_STATES) expect(MESSAGES['zh-CN'].procedure.state[state], state).toBeTruthy()
    for (const move of MOVES) expect(MESSAGES['zh-CN'].procedure.move[move], move).toBeTruthy()
  })

  test.each([
    'lib/domain',
    'lib/schemas',
    'lib/data',
    'lib/auth',
    'lib/actions',
    'lib/jobs',
    'lib/files',
    'scripts/rules',
  ])('every refusal of %s has its sentence', (folder) => {
    const said = new Set(leaves(MESSAGES['zh-CN']).map(([key]) => key.split('.').at(-1)))
    expect(
      [...new Set(refusalCodes(folder))].filter((code) => !said.has(code) && !ANSWERED_BY_COMMANDS.has(code)),
    ).toEqual([])
  })

  test('the search for refusals finds them', () => expect(refusalCodes('lib/domain')).toContain('EXTENSION_TOO_LATE'))
})
