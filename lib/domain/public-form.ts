import { on, type PlainDate } from './plain-date'
import { eachOf, type Failure, gathered } from './result'

/**
 * What somebody without an account may send 公众填报, in one piece.
 *
 * @source SECURITY.md H-21: one use, at least 3 s and at most 2 h old
 */
export const PUBLIC_FORM = {
  text: 2_000,
  about: 100,
  place: 100,
  contact: 60,
  name: 30,
  photos: 6,
  youngMs: 3_000,
  oldMs: 2 * 3_600_000,
} as const

/**
 * The notice on personal data 个人信息告知 by the day it came into use; another wording is another day. It is kept with what
 * somebody leaves, so that nobody has to guess later what he was told.
 *
 * @source SECURITY.md §3.2 (个人信息保护法 13, 17)
 */
export const PUBLIC_NOTICE: PlainDate = on('2026-11-27')

/** A key of a form is used between its third second and its second hour. */
export const ageOf = (issuedMs: number, nowMs: number): 'GOOD' | 'YOUNG' | 'OLD' => {
  const age = nowMs - issuedMs
  // One from the future is another machine's clock a moment ahead; more than that nobody issued.
  if (age < -60_000 || age > PUBLIC_FORM.oldMs) return 'OLD'
  return age < PUBLIC_FORM.youngMs ? 'YOUNG' : 'GOOD'
}

/**
 * Signs that show nothing and change how others read: zero-width, direction, tags, and what no keyboard types. Joiners go
 * as well: an emoji made of several falls into its parts, a name with a hidden sign in it becomes the name.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant by itself
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

/**
 * Text as somebody without an account may leave it: what it shows is what it says.
 *
 * @param lines whether line breaks stay; a field of one line has none
 * @example cleanText('吃\u200b拿\u202e卡要') // '吃拿卡要'
 */
export function cleanText(text: string, lines = false): string {
  const seen = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n').replace(UNSEEN, '')
  const flat = lines ? seen.replace(/[^\S\n]+\n/g, '\n').replace(/\n{3,}/g, '\n\n') : seen.replace(/\s+/g, ' ')
  return flat.normalize('NFC').trim()
}

/** Letters as people count them: a sign outside the first plane is one. */
const lengthOf = (text: string): number => [...text].length

/** What is missing from a field, or too long for it. */
function fieldFailure(field: string, text: string, max: number, required: boolean): Failure | null {
  if (text === '') return required ? { code: 'MISSING', field } : null
  const length = lengthOf(text)
  return length > max ? { code: 'TOO_LONG', field, max, length } : null
}

export type ComplaintDraft = Readonly<{ text: string; place: string; kind: string; contact: string; agreed: boolean }>

/**
 * What is wrong with a complaint somebody typed 诉求、投诉, all at once; null when nothing is. Whoever leaves a way to be
 * reached must have agreed to it; who leaves none gives no personal data.
 *
 * @source SECURITY.md §3.2 (个人信息保护法 13, 17)
 */
export const complaintProblem = (draft: ComplaintDraft): Failure | null =>
  gathered(
    fieldFailure('text', draft.text, PUBLIC_FORM.text, true),
    fieldFailure('place', draft.place, PUBLIC_FORM.place, true),
    fieldFailure('contact', draft.contact, PUBLIC_FORM.contact, false),
    draft.contact !== '' && !draft.agreed ? { code: 'AGREE', field: 'agree' } : null,
  )

export type ReportDraft = Readonly<{
  text: string
  about: string
  name: string
  contact: string
  agreed: boolean
}>

/** What is wrong with a report 检举控告. A name without a way to be reached, or the reverse, makes nobody's real name. */
export const reportProblem = (draft: ReportDraft): Failure | null =>
  gathered(
    fieldFailure('about', draft.about, PUBLIC_FORM.about, true),
    fieldFailure('text', draft.text, PUBLIC_FORM.text, true),
    fieldFailure('name', draft.name, PUBLIC_FORM.name, false),
    fieldFailure('contact', draft.contact, PUBLIC_FORM.contact, false),
    (draft.name === '') === (draft.contact === '')
      ? null
      : { code: 'HALF_NAME', field: draft.name === '' ? 'name' : 'contact' },
    draft.name !== '' && draft.contact !== '' && !draft.agreed ? { code: 'AGREE', field: 'agree' } : null,
  )

/** Refusals by the field they are about; those about none under `form`. */
export function byField(failure: Failure | null): ReadonlyMap<string, Failure> {
  const found = new Map<string, Failure>()
  for (const each of failure ? eachOf(failure) : []) {
    const field = typeof each.field === 'string' ? each.field : 'form'
    if (!found.has(field)) found.set(field, each)
  }
  return found
}

/** Words in which 市 is no city: what is sold, and where people live. */
const NO_CITY = /超市|城市|市场|市民|门市|上市|集市|夜市|市容|市政(?!府)|[一-龥]{1,3}市(?=[一-龥]{1,4}(区|县))/g
const HIGHER =
  /纪委|监委|纪检|监察|巡察|巡视|市委|市政府|市长|市人大|市政协|市[一-龥]{1,8}(局|委|办|院|中心)|省|中央|国务院|部委/

/** Posts that a street, a village or an office of the district has as well: what goes before tells whose they are. */
const OF_PLACES =
  /(街道|社区|村|镇|乡|居委|支部|办事处|工委|总支|小组|[园校景小片厂辖地库矿营]区)[一-龥]{0,4}?(书记|主任|主席|部长|领导|长)/g
/** Leaders of the district, whom the city manages 处级干部: of its committee, its government, its congress, its courts. */
const DISTRICT_LEADER =
  /区长(?!信箱|热线|助理)|区委(副书记|常委|书记)|区(级|委|政府|主要|里|党政)?(主要)?领导|区政府党组|区人大(常委会)?(副主任|主任|党组)|区政协(副主席|主席|党组)|(组织|宣传|统战|武装)部(部长|长)|政法委书记|区(人民)?法院院长|区(人民)?检察院检察长/

/**
 * Whether somebody a report is about seems to belong to the commission itself or to a higher body, or to lead the district, whom
 * the city manages: such a report goes straight up, and is not entered here.
 *
 * @returns a guess from the words; who typed them has the last word
 * @source other-mechanisms §8 (X28), 纪检监察机关处理检举控告工作规则 15
 * @example soundsHigher('区纪委王某') // true; soundsHigher('郑州市二七区住建局李某') // false
 */
export const soundsHigher = (about: string): boolean =>
  HIGHER.test(about.replace(NO_CITY, '')) || DISTRICT_LEADER.test(about.replace(OF_PLACES, ''))
