'use server'

import { decideApproval as decide, withdrawApproval as withdraw } from '@/lib/data/approval-writes'
import { ok } from '@/lib/domain/result'
import type { Translator } from '@/lib/i18n/translator'
import { approvalDecision, approvalWithdrawal } from '@/lib/schemas/approval'
import { defineAction } from './define-action'

type Decided = Readonly<{ approved: boolean; moved: boolean }>

const said = ({ approved, moved }: Decided, t: Translator): string =>
  t(moved ? 'approval.said.moved' : approved ? 'approval.said.approved' : 'approval.said.refused')

/** Approves or refuses what somebody asked for. What moved on meanwhile is shown as it is now, and asked again. */
export const decideApproval = defineAction(
  approvalDecision,
  async (actor, input, options) => {
    const answer = await decide(actor, input, options)
    if (answer.ok) return ok({ approved: answer.value.approved, moved: false })
    return answer.error.code === 'APPROVAL_MOVED' ? ok({ approved: false, moved: true }) : answer
  },
  { say: said, acknowledge: (value, t) => ({ text: said(value, t) }) },
)

/** Takes a request back. */
export const withdrawApproval = defineAction(approvalWithdrawal, withdraw, {
  acknowledge: (_, t) => ({ text: t('approval.said.withdrawn') }),
})
