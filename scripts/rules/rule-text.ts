import type { Reason } from '@/lib/domain/reason'
import { ruleWording } from '@/lib/i18n/reason-text'
import { translator } from '@/lib/i18n/translator'

const t = translator('zh-CN')

/** The sentence of a reason as the rules fix it, with every number; a screen leaves out those that are 0. */
export function ruleText(reason: Reason): string {
  const { promise, statute, plan, monthEnds } = reason.params
  switch (reason.code) {
    case 'START_MISSED':
      return t('rules.texts.START_MISSED', { monthEnds: Number(monthEnds) })
    case 'DONE_LATE':
      return t('rules.texts.DONE_LATE', { promise: Number(promise), statute: Number(statute), plan: Number(plan) })
    default:
      return ruleWording(reason, 'zh-CN')
  }
}
