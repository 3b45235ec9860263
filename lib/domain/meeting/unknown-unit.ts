import { familyOf } from '../unit-family'
import type { Book, Mention } from './decision-mention'

/** A unit somebody named that nobody knows, with those of whose names it is a part, or that do the same work. */
export type UnknownUnit = Readonly<{
  said: string
  choices: readonly string[]
  leads: boolean
  /** He is known, and his account is disabled 已停用. */
  disabled?: true
}>

/** No part of a name: what stands between it and what is before it. */
const SIGN = '(?:(?![由请前内])\\p{Script=Han})'
const NAME = `${SIGN}{1,7}?(?:局|委|办|中心|街道|镇|乡|专班|管委会|办事处|大队|支队|站|所|公司)`
const JOINS = '\\s*[、，,和与及]\\s*'
const LEADS = '牵头|负责|主办|承办'
const SUPPORTS = '(?:等(?:单位|部门)?)?(?:予以|做好|积极)?(?:配合|协助|参与|参加|支持)'
/** Names with the word that gives them their part behind them. */
const BEFORE_PART = new RegExp(
  `(?<=^|[，,、；;。\\s由请同合成商和与及头前内])(${NAME}(?:${JOINS}${NAME})*)(?:(${LEADS})|${SUPPORTS})`,
  'gu',
)
/** Names that are told to: only what can be nothing but a unit, as 请抓紧办理 names none. */
const FIRM = `${SIGN}{1,7}?(?:局|街道|大队|支队|管委会)`
const TOLD = new RegExp(`(由|请|责成|责令|会同|联合)(${FIRM})`, 'gu')
const FIRST = new RegExp(`(?<=^|[前内])\\s*(${FIRM})`, 'u')
/** `对接市教育局办理` names whom it is about, not who does it. */
const VERB = /^(?:对接|协调|配合|联系|督促|督办|落实|报|向|按|经|待|上报|提请|函|与|和)/u
const SURNAMES =
  '王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴汪姜范姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟钱尹黎乔贺赖龚'
/** A name right behind a unit, where what follows can only be its part, a day or the end: `住建局李四下周一前`. */
const PERSON = new RegExp(
  `^([${SURNAMES}]\\p{Script=Han}{1,2}?)(?=牵头|负责|[，,、；;。\\s]|$|[\\d一二三四五六七八九十]+[个月日号天]|明[天日]|后天|今[天日]|[本这下]周|[本下]月|周[一二三四五六日天末]|月底|年底|尽快|抓紧)`,
  'u',
)
const bare = (said: string) => said.replace(/^(?:区|市)/u, '')

/**
 * Units a sentence gives a part that are not in the book, and people named behind their unit 没有认出的单位与人员; whoever types is asked, nothing is guessed.
 *
 * @param mentions what of the sentence was recognised
 * @example unknownUnits('规划局牵头，周五前核发', [], book) // [{ said: '规划局', choices: ['自规局'], leads: true }]
 */
export function unknownUnits(sentence: string, mentions: readonly Mention[], book: Book): readonly UnknownUnit[] {
  const found = new Map<string, UnknownUnit>()
  const add = (said: string, at: number, leads: boolean) => {
    const end = at + said.length
    if (mentions.some((m) => m.at < end && at < m.end) || found.has(said)) return
    const family = familyOf(bare(said))
    const choices = book.units
      .filter(({ words }) =>
        words.some((word) => word.includes(bare(said)) || (family !== null && familyOf(word) === family)),
      )
      .map(({ id }) => id)
    found.set(said, { said, choices, leads })
  }
  for (const match of sentence.matchAll(BEFORE_PART)) {
    const names = match[1] ?? ''
    for (const name of names.matchAll(new RegExp(NAME, 'gu')))
      add(name[0].replace(/^[和与及]/u, ''), match.index + name.index, match[2] !== undefined)
  }
  for (const match of sentence.matchAll(TOLD))
    add(match[2] ?? '', match.index + (match[1] ?? '').length, !/[同合]$/u.test(match[1] ?? ''))
  const first = FIRST.exec(sentence)
  // Whoever is named first would lead.
  const named = mentions.some(({ units, people }) => units.length + people.length > 0)
  if (first?.[1] && !named && !VERB.test(first[1])) add(first[1], first.index + first[0].length - first[1].length, true)
  const disabled = (book.disabled ?? []).flatMap((name) => {
    const at = sentence.indexOf(name)
    return at < 0 || mentions.some((m) => m.at < at + name.length && at < m.end) ? [] : [{ name, at }]
  })
  for (const { name } of disabled) found.set(name, { said: name, choices: [], leads: false, disabled: true })
  // A person nobody knows is asked about as a unit is: dropped in silence, somebody would be missing from the paper.
  for (const { end, units } of mentions) {
    const person = units.length > 0 ? PERSON.exec(sentence.slice(end))?.[1] : undefined
    const isOther = [...mentions, ...disabled.map(({ name, at }) => ({ at, end: at + name.length }))].every(
      (m) => m.at >= end + (person?.length ?? 0) || end >= m.end,
    )
    if (person && isOther && !found.has(person)) found.set(person, { said: person, choices: [], leads: false })
  }
  return [...found.values()]
}
