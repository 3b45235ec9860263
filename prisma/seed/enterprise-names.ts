import { checkSignOf } from '@/lib/domain/credit-code'
import type { Industry } from '@/lib/domain/enterprise'
import type { Random } from './random'

/**
 * Enterprises the customer's own account names. They carry their name and what the account says of them, and nothing else.
 *
 * @source the customer's description of the steward service
 */
export const REAL_ENTERPRISES = ['致政家居', '启阳工控', '新大方', '华中食品', '华都柜业'] as const

// Two lists of characters that make names nobody bears; none of the first is in those of the projects' enterprises.
const FIRST = [...'鹿汀梧砾蔚苒泊晞澜舒垚昀']
const SECOND = [...'庭源合谷帆信岭瑞']
const TRADES: readonly (readonly [word: string, industry: Industry])[] = [
  ['商贸', 'TRADE'],
  ['餐饮管理', 'CATERING'],
  ['食品', 'MANUFACTURING'],
  ['机械制造', 'MANUFACTURING'],
  ['家居制造', 'MANUFACTURING'],
  ['包装材料', 'MANUFACTURING'],
  ['物流', 'TRANSPORT'],
  ['信息技术', 'SOFTWARE'],
  ['建筑工程', 'CONSTRUCTION'],
  ['文化传媒', 'CULTURE'],
  ['医疗服务', 'HEALTH'],
  ['检测技术', 'RESEARCH'],
  ['教育咨询', 'EDUCATION'],
  ['环保工程', 'ENVIRONMENT'],
  ['企业服务', 'BUSINESS'],
]
const SHOPS: readonly (readonly [word: string, industry: Industry])[] = [
  ['面馆', 'CATERING'],
  ['烘焙坊', 'CATERING'],
  ['服装店', 'TRADE'],
  ['家电维修部', 'RESIDENTS'],
]

export type ImaginedName = Readonly<{ name: string; industry: Industry; shop: boolean }>

/** Names of enterprises and shops nobody bears; none repeats. */
export function imaginedNames(r: Random, many: number): ImaginedName[] {
  const brands = FIRST.flatMap((a) => SECOND.map((b) => a + b))
  const all = brands.flatMap((brand) => [
    ...r
      .shuffle(TRADES)
      .slice(0, 4)
      .map(([word, industry]) => ({ name: `郑州${brand}${word}有限公司`, industry, shop: false })),
    ...r
      .shuffle(SHOPS)
      .slice(0, 1)
      .map(([word, industry]) => ({ name: `二七区${brand}${word}`, industry, shop: true })),
  ])
  return r.shuffle(all).slice(0, many)
}

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A credit code of the district that nobody has, with its check sign; `nth` tells it from the others. */
export function imaginedCode(nth: number, shop: boolean): string {
  let [rest, tail] = [nth, '']
  for (let i = 0; i < 6; i++) {
    tail = SIGNS[rest % SIGNS.length] + tail
    rest = Math.floor(rest / SIGNS.length)
  }
  const body = `${shop ? '92' : '91'}410103DEM${tail}`
  return `${body}${checkSignOf(body)}`
}
