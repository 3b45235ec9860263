import { pinyin } from 'pinyin-pro'

const spell = (name: string, pattern: 'pinyin' | 'first') =>
  pinyin(name, { pattern, toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('')

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
  [name, spell(name, 'pinyin'), spell(name, 'first'), code, number]
    .filter((part) => part !== null && part !== '')
    .join(' ')
    .toLowerCase()
