import type { Level } from '@/lib/domain/level-scale'
import { ENTERPRISE } from '@/lib/domain/reason'
import type { LiveReason } from '@/lib/schemas/project-row'
import type { Locale } from './locale'
import { ownerText, reasonText } from './reason-text'
import { translator } from './translator'

/** The running clock that speaks for a project in which nothing is wrong. */
export type Lead = Readonly<{
  item: { nameZh: string; nameEn: string }
  remaining: number
  owner: string
  /** What its clock stands for, where it does. */
  paused: 'SUPPLEMENT' | 'SPECIAL' | null
}> | null

/** An item's name in a language. */
export const itemName = (item: { nameZh: string; nameEn: string }, locale: Locale) =>
  locale === 'en' ? item.nameEn : item.nameZh

/** An item's name where room is short: without what it says in brackets. */
export const shortItemName = (item: { nameZh: string; nameEn: string }, locale: Locale) =>
  itemName(item, locale)
    .replace(/\s*[(（][^()（）]*[)）]/g, '')
    .trim()

/** The sentence of a reason with the mark of days that are counted through an unpublished year. */
export const withMark = (text: string, reason: Readonly<{ provisional?: boolean }>, locale: Locale): string =>
  reason.provisional ? `${text} ${translator(locale)('level.provisional')}` : text

/** An item and what is said of it: `施工许可证 承诺超期5工作日`, with a colon in English. */
export const itemReason = (item: string, text: string, locale: Locale): string =>
  `${item}${locale === 'en' ? ': ' : ' '}${text}`

/**
 * What speaks for a colour in one line: the item and its reason, 暂定 where its days are; for a project without one, its
 * running clock.
 */
export function reasonLine(level: Level, reason: LiveReason | undefined, lead: Lead, locale: Locale): string {
  const t = translator(locale)
  const name = (item: { nameZh: string; nameEn: string }) => itemName(item, locale)
  if (reason) {
    const text = reason.item
      ? itemReason(name(reason.item), reasonText(reason, locale), locale)
      : reasonText(reason, locale)
    return withMark(text, reason, locale)
  }
  if (lead)
    return lead.paused
      ? t(`level.leadPaused.${lead.paused}`, { item: name(lead.item) })
      : lead.remaining < 0
        ? t('level.leadOver', { item: name(lead.item), days: -lead.remaining })
        : t('level.leadLeft', { item: name(lead.item), days: lead.remaining })
  return t(level === 'GREY' ? 'level.noClock' : 'level.onPlan')
}

/** Whose move a project is in which nothing is wrong: papers that are out are with the project unit, whatever clock stands. */
export const leadOwner = (lead: Lead, locale: Locale): string | null =>
  lead?.paused === 'SUPPLEMENT' ? ownerText(ENTERPRISE, locale) : (lead?.owner ?? null)
