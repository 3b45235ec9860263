import { z } from 'zod'
import { exactWan } from '@/lib/domain/money'
import { readTypedMoney } from '@/lib/domain/money-entry'

/**
 * An amount as people type it, kept in 万元: "3200", "12,000", "1.2 亿元". What cannot be taken is refused by a code whose
 * sentence says what to type.
 */
export const wanText = typed((_) => false)

/** As `wanText`; an empty field stays empty. */
export const wanOrBlank = typed((text) => text === '')

function typed(isKept: (text: string) => boolean) {
  return z
    .string()
    .trim()
    .transform((text, context) => {
      if (isKept(text)) return text
      const read = readTypedMoney(text)
      if (read.ok) return exactWan(read.value)
      context.addIssue({ code: 'custom', message: read.error.code, params: { ...read.error } })
      return z.NEVER
    })
}
