// What is wrong with a line, in the product's own words: what was expected there, and what came.
import type { z } from 'zod'
import { translator } from '@/lib/i18n/translator'
import { DIMENSIONS } from './contract'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]
/** A place in the input and its sentence. */
export type Problem = Readonly<{ path: Path; text: string }>

const t = translator('zh-CN')

const KINDS = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yesNo',
  object: 'object',
  record: 'object',
  array: 'list',
  tuple: 'list',
} as const
const kindOf = (expected: string): string | null =>
  Object.hasOwn(KINDS, expected) ? t(`rules.expected.${KINDS[expected as keyof typeof KINDS]}`) : null

function valueAt(input: unknown, path: Path): unknown {
  let value = input
  for (const key of path)
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  return value
}

/** Longest piece of what came that is said again. */
const MOST_ECHOED = 60

function came(value: unknown): string {
  if (value === undefined) return t('rules.came.nothing')
  const text = JSON.stringify(value)
  return t('rules.came.value', { value: text.length > MOST_ECHOED ? `${text.slice(0, MOST_ECHOED)}…` : text })
}

function expected(issue: Issue): string {
  if (issue.message === 'DATE_INVALID') return t('rules.expected.day')
  if (issue.message === 'PAUSE_REVERSED') return t('rules.expected.pauseInOrder')
  if (issue.code === 'invalid_type' && issue.message === 'NOT_WHOLE') return t('rules.expected.whole')
  switch (issue.code) {
    case 'invalid_type':
      return kindOf(issue.expected) ?? t('rules.expected.other')
    case 'invalid_value':
      return t('rules.expected.oneOf', { values: issue.values.map(String).join('、') })
    case 'too_small':
      if (issue.origin === 'string') return t('rules.expected.notEmpty')
      return issue.origin === 'array'
        ? t('rules.expected.atLeastItems', { n: Number(issue.minimum) })
        : t('rules.expected.atLeast', { n: Number(issue.minimum) })
    case 'too_big':
      return issue.origin === 'array'
        ? t('rules.expected.atMostItems', { n: Number(issue.maximum) })
        : t('rules.expected.atMost', { n: Number(issue.maximum) })
    case 'invalid_format':
    case 'invalid_union':
      // The one form and the one choice of forms the contract has, apart from the kinds of a project's dimension.
      return t('rules.expected.decimal')
    default:
      return t('rules.expected.other')
  }
}

/** The first thing that keeps an input from being read. */
export function problemOf(issue: Issue, input: unknown, at: Path = []): Problem {
  const path = [...at, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return { path, text: t('rules.problems.unknownKeys', { keys: issue.keys.join('、') }) }
  if (issue.code === 'invalid_union' && issue.message === 'PROJECT_INPUT_INVALID') {
    // Of the dimensions, the one that was named: what is wrong with it, not that it is none of the others.
    const meant = Array.isArray(input) ? DIMENSIONS.indexOf(input[0]) : -1
    const first = issue.errors[meant]?.[0]
    return first ? problemOf(first, input, path) : { path, text: t('rules.problems.PROJECT_INPUT_INVALID') }
  }
  return {
    path,
    text: t('rules.problems.instead', { expected: expected(issue), came: came(valueAt(input, path)) }),
  }
}
