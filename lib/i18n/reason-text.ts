import type { Owner, Reason } from '@/lib/domain/reason'
import type { Locale } from './locale'
import { translator } from './translator'

/** Hundredths of a percent as people write them: 3550 → 35.5. */
const percent = (hundredths: number): string => String(hundredths / 100)

/** What something was finished late by: the limits that were missed, and no others. */
export function lateness({ params }: Pick<Reason, 'params'>, locale: Locale): string {
  const missed = (['promise', 'statute', 'plan'] as const).filter((limit) => Number(params[limit]) > 0)
  return missed
    .map((limit) => translator(locale)(`level.late.${limit}`, { n: Number(params[limit]) }))
    .join(locale === 'en' ? ', ' : ',')
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ':': '：', '(': '（', ')': '）' }

/** What holds an item up, as people call it; the rule book and its command line keep the code. */
export const blockerName = ({ byZh, byEn }: Reason['params'], locale: Locale): string =>
  String((locale === 'en' ? byEn : byZh) ?? translator(locale)('level.before'))

const blockerNamed = (params: Reason['params'], locale: Locale) => ({ ...params, by: blockerName(params, locale) })

/** The sentence of a reason as people read it; its numbers come from the rule. */
export function reasonText(reason: Pick<Reason, 'code' | 'params'>, locale: Locale): string {
  const text = ruleWording(
    reason.code === 'BLOCKED_OVER' ? { ...reason, params: blockerNamed(reason.params, locale) } : reason,
    locale,
  )
  return locale === 'en' ? text : text.replace(/[,:()]/g, (mark) => FULL_WIDTH[mark] ?? mark)
}

/** The same to the letter of the rule book, whose Chinese has half-width marks. */
export function ruleWording(reason: Pick<Reason, 'code' | 'params'>, locale: Locale): string {
  const params =
    reason.code === 'PROGRESS_BEHIND'
      ? Object.fromEntries(Object.entries(reason.params).map(([name, value]) => [name, percent(Number(value))]))
      : reason.code === 'DONE_LATE'
        ? { late: lateness(reason, locale) }
        : reason.params
  return translator(locale)(`reasons.${reason.code}`, params as never)
}

const OWNERS: Readonly<Record<Locale, Readonly<Record<'AGENCY' | 'ENTERPRISE' | 'STEWARD', string>>>> = {
  'zh-CN': { AGENCY: '部门', ENTERPRISE: '项目单位', STEWARD: '管家' },
  en: { AGENCY: 'Agency', ENTERPRISE: 'Project unit', STEWARD: 'Steward' },
}

/** Who has to move, in words; a named owner (an agency, a blocking unit) by its name. */
export const ownerText = (owner: Owner | null, locale: Locale): string | null =>
  owner && (owner.kind === 'NAMED' ? (owner.name ?? null) : OWNERS[locale][owner.kind])
