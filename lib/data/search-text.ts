import { pinyin } from 'pinyin-pro'
import { issueTitle } from '@/lib/domain/issue/kind'
import { type NumberedSlip, supervisionNumber } from '@/lib/domain/supervision/slip-number'

type Reading = 'word' | 'person'

/** Letters and digits only: whoever types a name leaves out its brackets. `lv` for 吕, as keyboards have it. */
function spell(name: string, pattern: 'pinyin' | 'first', reading: Reading): string {
  const surname = reading === 'person' ? ('head' as const) : ('off' as const)
  return pinyin(name, { pattern, surname, toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const joined = (parts: readonly (string | number | null)[]): string =>
  [...new Set(parts.filter((part) => part !== null && part !== '').map((part) => String(part).toLowerCase()))].join(' ')

const spellings = (name: string, reading: Reading) => [
  name,
  name.normalize('NFKC'),
  spell(name, 'pinyin', reading),
  spell(name, 'first', reading),
]

/**
 * What searching a project looks through 检索文本: its name, the name's pinyin in full and by initials, code and number.
 *
 * @example searchTextOf({ name: '云创中心', code: null, number: 7 }) // '云创中心 yunchuangzhongxin yczx 7'
 */
export const searchTextOf = ({
  name,
  code,
  number,
}: Readonly<{ name: string; code: string | null; number: number }>): string =>
  joined([...spellings(name, 'word'), code, number])

/**
 * What searching a person looks through; a surname is read as one (单 is shan, 仇 is qiu), and as the everyday word too.
 *
 * @example personSearchText({ name: '单建国' }) // '单建国 shanjianguo sjg danjianguo djg'
 */
export const personSearchText = ({ name }: Readonly<{ name: string }>): string =>
  joined([...spellings(name, 'person'), ...spellings(name, 'word')])

/** What searching a unit looks through: its name, its short name and what ledgers call it. */
export const orgSearchText = ({
  name,
  shortName,
  aliases = [],
}: Readonly<{ name: string; shortName: string; aliases?: readonly string[] }>): string =>
  joined([name, shortName, ...aliases].flatMap((text) => spellings(text, 'word')))

/** What searching an enterprise looks through: its names, those of merged duplicates too, and its credit code. */
export const enterpriseSearchText = ({
  name,
  aliases = [],
  creditCode = null,
}: Readonly<{ name: string; aliases?: readonly string[]; creditCode?: string | null }>): string =>
  joined([...[name, ...aliases].flatMap((text) => spellings(text, 'word')), creditCode])

/** What searching a problem looks through: its words, the pinyin of its heading, its number. */
export const issueSearchText = ({ text, number }: Readonly<{ text: string; number: number }>): string =>
  joined([...spellings(issueTitle(text), 'word'), text, number])

/** What searching a complaint looks through: its words, the pinyin of its heading, where it was, its number. */
export const complaintSearchText = ({
  text,
  place,
  number,
}: Readonly<{ text: string; place: string; number: number }>) =>
  joined([...spellings(issueTitle(text), 'word'), text, place, number])

/** As `orgSearchText`, of an item of the catalogue 事项. */
export const itemSearchText = ({ nameZh, nameEn, code }: Readonly<{ nameZh: string; nameEn: string; code: string }>) =>
  joined([...spellings(nameZh, 'word'), nameEn, code])

/** What searching a walk looks through: the procedure, whose head walked, its number. */
export const walkSearchText = ({
  number,
  item,
  code,
  leader,
  unit,
}: Readonly<{ number: number; item: string; code: string; leader: string; unit: string }>): string =>
  joined([...spellings(item, 'word'), code, ...spellings(leader, 'person'), ...spellings(unit, 'word'), number])

/** What searching a slip of the commission looks through: its words, the pinyin of its unit, its number. */
export const supervisionSearchText = ({
  matter,
  unit,
  ...slip
}: NumberedSlip & Readonly<{ matter: string; unit: string }>): string =>
  joined([...spellings(issueTitle(matter), 'word'), matter, ...spellings(unit, 'word'), supervisionNumber(slip)])
