'use server'

import { answerSlip as answer, issueSlip as issue, issueSlips, refuseSlip as refuse } from '@/lib/data/slip-writes'
import { askExtension as ask, decideTaskExtension } from '@/lib/data/task-extensions'
import {
  closeTask as close,
  objectTask as object,
  reassignTask as reassign,
  reportTask as report,
  resumeTask as resume,
  returnTask as sendBack,
  signTask as sign,
  submitTask as submit,
  suspendTask as suspend,
  upholdTask as uphold,
  withdrawTask as withdraw,
} from '@/lib/data/task-moves'
import {
  slipIssue,
  slipIssueAll,
  slipSay,
  taskAsk,
  taskExtend,
  taskMove,
  taskReassign,
  taskSubmit,
} from '@/lib/schemas/task'
import { defineAction } from './define-action'
import { EXTENSION } from './rehearsals'

export const signTask = defineAction(taskMove, sign)
export const objectTask = defineAction(taskMove, object)
export const upholdTask = defineAction(taskMove, uphold)
export const reassignTask = defineAction(taskReassign, reassign)
export const reportTask = defineAction(taskMove, report)
/** Hands in a result with what proves it. */
export const submitTask = defineAction(taskSubmit, submit)
export const returnTask = defineAction(taskMove, sendBack)
/** Whoever raised it confirms. */
export const closeTask = defineAction(taskMove, close)
export const suspendTask = defineAction(taskMove, suspend)
export const resumeTask = defineAction(taskMove, resume)
export const withdrawTask = defineAction(taskMove, withdraw)
export const askExtension = defineAction(taskAsk, ask, { rehearsal: EXTENSION })
export const decideExtension = defineAction(taskExtend, decideTaskExtension)

export const issueSlip = defineAction(slipIssue, issue)
/** One press for all the papers a meeting left. */
export const issueAllSlips = defineAction(slipIssueAll, issueSlips, {
  say: ({ count }, t) => t('task.slip.issuedAll', { n: count }),
})
export const refuseSlip = defineAction(slipSay, refuse)
export const answerSlip = defineAction(slipSay, answer)
