import type { PlainDate } from '@/lib/domain/plain-date'
import type { ClearingLine } from '@/lib/schemas/clearing'
import { agencyText } from './agency-text'
import { dayIn } from './day'
import type { Locale } from './locale'
import { itemName, shortItemName } from './reason-line'
import { ownerText } from './reason-text'
import { translator } from './translator'

/** Hundredths of a percent as people write them. */
const percent = (hundredths: number): string => String(hundredths / 100)

/** What is done about a colour, without who does it: `办结`, `先办结建设用地规划许可证`. */
export function clearingAct({ code, params, before }: ClearingLine, today: PlainDate, locale: Locale): string {
  const day = (value: string | number | undefined) => (value ? dayIn(String(value) as PlainDate, today) : '')
  return translator(locale)(`clearing.act.${code}`, {
    by: before ? shortItemName(before, locale) : String(params.by ?? ''),
    finishOn: day(params.finishOn),
    actual: percent(Number(params.actual ?? 0)),
  } as never)
}

/** Who does it, by role and name: `项目单位 何伟`, `住建局`. */
export function clearingDoer({ owner, name }: ClearingLine, locale: Locale): string {
  const role = owner.kind === 'ENTERPRISE' || owner.kind === 'STEWARD' ? ownerText(owner, locale) : null
  const named = name ? agencyText(name, locale) : null
  return [role, named].filter(Boolean).join(' ') || (ownerText(owner, locale) ?? '')
}

/** The procedure a line is about, where it says so. */
export const clearingItemName = ({ item }: ClearingLine, locale: Locale): string | null =>
  item && itemName(item, locale)
