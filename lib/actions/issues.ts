'use server'

import { enterIssue as enter } from '@/lib/data/issue-entry'
import { askIssueExtension as ask, extendIssue as extend } from '@/lib/data/issue-extensions'
import {
  answerIssue,
  assignIssue,
  closeIssue,
  confirmIssue,
  noteIssue,
  outsideIssue,
  raiseIssue,
  reopenIssue,
  reportIssue,
  returnIssue,
  revisitIssue as revisit,
  transferIssue,
  urgeIssue as urge,
  withdrawIssue,
} from '@/lib/data/issue-moves'
import { relateIssue as relate } from '@/lib/data/issue-relation'
import { issueAsk, issueEntry, issueExtend, issueMove, issueRelate, issueSay, issueWord } from '@/lib/schemas/issue'
import { defineAction } from './define-action'

const WRITES = {
  ASSIGN: assignIssue,
  TRANSFER: transferIssue,
  RETURN: returnIssue,
  RAISE: raiseIssue,
  REPORT: reportIssue,
  ANSWER: answerIssue,
  CONFIRM: confirmIssue,
  CLOSE: closeIssue,
  REOPEN: reopenIssue,
  WITHDRAW: withdrawIssue,
  OUTSIDE: outsideIssue,
} as const

/** Puts a problem in, and opens it. */
export const enterIssue = defineAction(issueEntry, enter, { goTo: ({ issueId }) => `/issues/${issueId}` })

/** A move about a problem, by its kind. */
export const moveIssue = defineAction(issueMove, (actor, input, options) => WRITES[input.kind](actor, input, options), {
  say: 'saved',
})

/** A sentence about a problem: progress from whoever has it, a word from the others. */
export const sayIssue = defineAction(
  issueWord,
  (actor, { report, ...input }, options) =>
    report && !input.internal
      ? reportIssue(actor, { ...input, kind: 'REPORT', supportIds: [], understood: false }, options)
      : noteIssue(actor, input, options),
  { say: 'saved' },
)

export const urgeIssue = defineAction(issueSay, urge, { say: 'saved' })
export const revisitIssue = defineAction(issueSay, revisit, { say: 'saved' })
/** More time is asked for, and granted or refused. */
export const askIssueExtension = defineAction(issueAsk, ask, { say: 'saved' })
export const extendIssue = defineAction(issueExtend, extend, { say: 'saved' })
/** The office says what a problem is about. */
export const relateIssue = defineAction(issueRelate, relate, { say: 'saved' })
