/**
 * Industries a bank can lend to, the sections of the national classification 行业门类.
 *
 * @source other-mechanisms §5 (行业), the sections of GB/T 4754—2017
 */
export const LENT_INDUSTRIES = [
  'AGRICULTURE',
  'MINING',
  'MANUFACTURING',
  'UTILITIES',
  'CONSTRUCTION',
  'TRADE',
  'TRANSPORT',
  'CATERING',
  'SOFTWARE',
  'FINANCE',
  'REAL_ESTATE',
  'BUSINESS',
  'RESEARCH',
  'ENVIRONMENT',
  'RESIDENTS',
  'EDUCATION',
  'HEALTH',
  'CULTURE',
  'OTHER',
] as const
export type LentIndustry = (typeof LENT_INDUSTRIES)[number]
