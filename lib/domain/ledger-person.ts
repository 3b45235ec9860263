import { saidOf, tidy } from './ledger-text'
import { isAside, isTitle, splitTitle } from './ledger-title'

/**
 * A person as a ledger cell names one. `phoneOdd`: digits that are no telephone number; `unnamed`: what stands there is a
 * surname with a title, a title or a unit (“李局长”), so that only the office knows who is meant.
 */
export type LedgerPerson = Readonly<{
  name: string
  phone: string | null
  title: string | null
  phoneOdd: string | null
  others: boolean
  unnamed: boolean
}>

const MOBILE = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g
const LANDLINE = /(?<!\d)(0\d{2,3})[- )]?(\d{3,4})[- ]?(\d{4})(?!\d)|(?<!\d)([2-8]\d{6,7})(?!\d)/g
const LABELS =
  /(?:联系电话|手机号码?|联系方式|电话|手机|座机|(?<![\u4e00-\u9fff])办公室|tel|姓名|联系人)[::]?|(?:手机|电话)?微信(?:同号|号同手机号?)?|同微信号?|同号/gi

/** Nobody's name and number take more; a cell full of brackets would be looked through from each of them to its end. */
const PERSON_CHARS = 200
const shortly = (text: string): string => tidy(text.slice(0, PERSON_CHARS))

const BRACKETS = /[([【<]([^)\]】>]*)[)\]】>]/g
const BETWEEN = /[\s::()[\]【】<>\-—–+&]+/

type Phones = { valid: string[]; rest: string }

function takePhones(text: string): Phones {
  const valid: string[] = []
  const rest = text
    .replace(MOBILE, (_all, a: string, b: string, c: string) => {
      valid.push(`${a}${b}${c}`)
      return ' '
    })
    .replace(LANDLINE, (_all, area?: string, first?: string, last?: string, short?: string) => {
      valid.push(area ? `${area}-${first}${last}` : (short as string))
      return ' '
    })
  return { valid, rest }
}

/** Who is meant by the words of a cell: the first that is no title and no unit, else the first of all. */
function whoOf(words: readonly string[]) {
  const plain = words.filter((word) => !isAside(word))
  const asides = words.filter(isAside)
  const said = splitTitle(plain[0] ?? asides[0] ?? '')
  const title = said.title ?? (plain[0] ? (asides[0] ?? null) : null)
  return { ...said, title, others: (plain[0] ? plain : asides).length > 1 }
}

/** The words of a cell's text, one for each person or title; first and last name of Latin letters are one. */
function wordsOf(text: string): string[] {
  const words = text
    .split(/[、,，;；/|\n]+/)
    .flatMap((part) => part.replace(/(?<=[A-Za-z.])\s+(?=[A-Za-z])/g, '_').split(BETWEEN))
    .flatMap((word) => (word === '' ? [] : [word.replaceAll('_', ' ')]))
  // Two characters set apart for alignment ("张 三") are one name.
  return words.length === 2 && words.every((word) => /^[\u4e00-\u9fff]$/u.test(word)) ? [words.join('')] : words
}

/**
 * Reads name and telephone out of one cell, in either order and with any sign or line break between them.
 *
 * @param phoneCell text of a telephone column of its own, if the ledger has one
 * @returns null when nobody is named
 * @example readPerson('郭国栋(18697039803)') // { name: '郭国栋', phone: '18697039803', … }
 * @example readPerson('李局长') // { name: '李局长', unnamed: true, … }
 */
export function readPerson(cell: string | undefined, phoneCell?: string): LedgerPerson | null {
  const said = saidOf(cell)
  if (said === null) return null
  const own = takePhones(shortly(said).replace(LABELS, ' '))
  const beside = takePhones(shortly(saidOf(phoneCell) ?? '').replace(LABELS, ' '))
  const odd = /\d[\d -]{2,}\d/.exec(own.rest)?.[0] ?? /\d[\d -]{2,}\d/.exec(beside.rest)?.[0] ?? null
  const text = own.rest.replace(/\d{3,}/g, ' ')
  const inBrackets = [...text.matchAll(BRACKETS)].flatMap(([, inside]) => wordsOf(inside ?? ''))
  const outside = wordsOf(text.replace(BRACKETS, ' '))
  // What stands in brackets behind a name is said about it: a title counts, a remark does not.
  const words = outside.length > 0 ? [...outside, ...inBrackets.filter(isTitle)] : inBrackets
  if (words.length === 0) return null
  const phones = [...own.valid, ...beside.valid]
  return { ...whoOf(words), phone: phones[0] ?? null, phoneOdd: phones.length === 0 ? odd : null }
}

/** Whether a telephone number stands where a name is missing. */
export const isNameless = (cell: string | undefined, phoneCell?: string): boolean =>
  readPerson(cell, phoneCell) === null &&
  takePhones(shortly(`${saidOf(cell) ?? ''} ${saidOf(phoneCell) ?? ''}`)).valid.length > 0
