/** What an enterprise does abroad 境外业务: 境外投资备案, 海外仓, 对外经济合作“白名单”. */
export const OUTBOUND_KINDS = ['FILING', 'WAREHOUSE', 'WHITE_LIST'] as const
export type OutboundKind = (typeof OUTBOUND_KINDS)[number]

/** Countries and regions business goes to, as ISO 3166-1 alpha-2; words in messages/outbound.json. */
export const COUNTRIES = [
  'GB',
  'DE',
  'US',
  'FR',
  'NL',
  'PL',
  'ES',
  'IT',
  'RU',
  'JP',
  'KR',
  'SG',
  'MY',
  'TH',
  'VN',
  'ID',
  'AE',
  'SA',
  'KZ',
  'AU',
  'CA',
  'MX',
  'BR',
  'ZA',
  'HK',
] as const
export type Country = (typeof COUNTRIES)[number]

/** Countries as the office's papers call them. */
export const COUNTRY_NAMES: Readonly<Record<Country, string>> = {
  GB: '英国',
  DE: '德国',
  US: '美国',
  FR: '法国',
  NL: '荷兰',
  PL: '波兰',
  ES: '西班牙',
  IT: '意大利',
  RU: '俄罗斯',
  JP: '日本',
  KR: '韩国',
  SG: '新加坡',
  MY: '马来西亚',
  TH: '泰国',
  VN: '越南',
  ID: '印度尼西亚',
  AE: '阿联酋',
  SA: '沙特阿拉伯',
  KZ: '哈萨克斯坦',
  AU: '澳大利亚',
  CA: '加拿大',
  MX: '墨西哥',
  BR: '巴西',
  ZA: '南非',
  HK: '中国香港',
}
