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

/** A problem by its title, a need by its kind; empty where the reader sees neither. */
function partText({ part }: ClearingLine, locale: Locale): string {
  if (!part) return ''
  return part.kind === 'NEED' ? translator(locale)(`factor.kind.${part.of}`) : part.text
}

/** What is done about a colour, without who does it: `办结`, `先办结建设用地规划许可证`, `落实要素：用电`. */
export function clearingAct(line: ClearingLine, today: PlainDate, locale: Locale): string {
  const { code, params, before } = line
  const part = partText(line, locale)
  const day = (value: string | number | undefined) => (value ? dayIn(String(value) as PlainDate, today) : '')
  return translator(locale)(`clearing.act.${code}`, {
    by: before ? shortItemName(before, locale) : String(params.by ?? ''),
    finishOn: day(params.finishOn),
    actual: percent(Number(params.actual ?? 0)),
    named: part ? 'yes' : 'no',
    part,
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
