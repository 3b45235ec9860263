'use server'

import {
  closeColourPaper as close,
  copyColourPaper as copy,
  issueColourPaper as issue,
  refuseColourPaper as refuse,
} from '@/lib/data/colour-paper-writes'
import { colourPaperMove, colourPaperRefuse } from '@/lib/schemas/colour-paper'
import { defineAction } from './define-action'

export const issueColourPaper = defineAction(colourPaperMove, issue)
export const refuseColourPaper = defineAction(colourPaperRefuse, refuse)
/** Whoever issued it closes it, once the red has gone. */
export const closeColourPaper = defineAction(colourPaperMove, close)
/** The office lets the discipline office have a copy. */
export const copyColourPaper = defineAction(colourPaperMove, copy)
