import type { PlainDate } from './plain-date'

/** 企业规模 */
export const ENTERPRISE_SIZES = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO', 'SOLE'] as const
export type EnterpriseSize = (typeof ENTERPRISE_SIZES)[number]

/**
 * 行业门类
 *
 * @source other-mechanisms §5 (行业), the sections A–R of GB/T 4754—2017
 */
export const INDUSTRIES = [
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
export type Industry = (typeof INDUSTRIES)[number]

/** 存续状态 */
export const ENTERPRISE_STATES = ['ACTIVE', 'MOVED_OUT', 'CLOSED'] as const
export type EnterpriseState = (typeof ENTERPRISE_STATES)[number]

/** What an enterprise has been recognised as 认定: 规上, 高新, 专精特新. */
export const STANDINGS = ['aboveScale', 'highTech', 'specialised'] as const
export type Standing = (typeof STANDINGS)[number]

/** 公共信用等级 */
export const CREDIT_GRADES = ['A', 'B', 'C', 'D'] as const

/** What is said of an enterprise in its form, as texts; a ticked box is '1'. */
export const ENTERPRISE_FIELDS = [
  'name',
  'creditCode',
  'size',
  'industry',
  'streetId',
  'address',
  'foundedOn',
  'employees',
  'aboveScale',
  'highTech',
  'specialised',
  'state',
] as const
export type EnterpriseField = (typeof ENTERPRISE_FIELDS)[number]
export type EnterpriseFacts = Readonly<Record<EnterpriseField, string>>

/** What is confidential of it; right F only. */
export const CREDIT_FIELDS = ['year', 'revenueWan', 'taxWan', 'grade', 'dishonest', 'abnormal'] as const
export type CreditField = (typeof CREDIT_FIELDS)[number]
export type CreditFacts = Readonly<Record<CreditField, string>>

/** What is recognised or said of itself by the enterprise is not its own to change. */
export const OFFICE_FIELDS: ReadonlySet<EnterpriseField> = new Set([
  'name',
  'creditCode',
  'aboveScale',
  'highTech',
  'specialised',
  'state',
])

/** How an enterprise's last year is called: the one before the business day's. */
export const lastYearOf = (today: PlainDate): number => Number(today.slice(0, 4)) - 1
