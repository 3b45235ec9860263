'use server'

import {
  acceptColourPaper as accept,
  closeColourPaper as close,
  copyColourPaper as copy,
  explainColourPaper as explain,
  issueColourPaper as issue,
  planColourPaper as plan,
  refuseColourPaper as refuse,
  reportColourPaper as report,
  returnColourPaper as sendBack,
  signColourPaper as sign,
} from '@/lib/data/colour-paper-writes'
import {
  colourPaperExplain,
  colourPaperMove,
  colourPaperPlan,
  colourPaperRefuse,
  colourPaperSay,
} from '@/lib/schemas/colour-paper'
import { defineAction } from './define-action'

export const issueColourPaper = defineAction(colourPaperMove, issue)
export const refuseColourPaper = defineAction(colourPaperRefuse, refuse)
/** Whoever issued it closes it, once the red has gone. */
export const closeColourPaper = defineAction(colourPaperMove, close)
/** The office lets the discipline office have a copy. */
export const copyColourPaper = defineAction(colourPaperMove, copy)
/** Whom it went to signs for it, explains, hands in a plan and says what was done. */
export const signColourPaper = defineAction(colourPaperMove, sign)
export const explainColourPaper = defineAction(colourPaperExplain, explain)
export const planColourPaper = defineAction(colourPaperPlan, plan)
export const reportColourPaper = defineAction(colourPaperSay, report)
/** The office looks at what was handed in. */
export const returnColourPaper = defineAction(colourPaperSay, sendBack)
export const acceptColourPaper = defineAction(colourPaperMove, accept)
