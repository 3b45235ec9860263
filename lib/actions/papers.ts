'use server'

import { correctPaper, draftPaper, editPaper, signPaper } from '@/lib/data/paper-writes'
import type { WriteOptions } from '@/lib/data/write'
import type { Actor } from '@/lib/domain/access'
import type { PaperKind } from '@/lib/domain/meeting/paper'
import { weekKey } from '@/lib/domain/meeting/week'
import { isoWeekOf, type PlainDate } from '@/lib/domain/plain-date'
import { paperReason } from '@/lib/i18n/paper-reason'
import { type PaperDraftInput, paperCorrect, paperDraft, paperEdit, paperSign } from '@/lib/schemas/meeting-paper'
import { defineAction } from './define-action'

type Touched = Readonly<{ kind: PaperKind; weekOf: PlainDate }>

const address = ({ kind, weekOf }: Touched, rest = '') =>
  `/meetings/${weekKey(isoWeekOf(weekOf))}/${kind === 'MINUTES' ? 'minutes' : 'brief'}${rest}`

const draft = (actor: Actor, input: PaperDraftInput, options: WriteOptions) =>
  draftPaper(actor, { ...input, say: paperReason }, options)

/** Writes minutes or a brief, or writes the draft again from what is known now. */
export const writePaper = defineAction(paperDraft, draft, { goTo: (touched) => address(touched, '?just=written') })
export const savePaper = defineAction(paperEdit, editPaper, { goTo: (touched) => address(touched, '?just=saved') })
export const sealPaper = defineAction(paperSign, signPaper, {
  goTo: (touched) => address(touched, '?just=signed'),
  latest: (form) => String(form.get('here') ?? '/meetings'),
})
/** Begins the next version; the office words it next. */
export const correct = defineAction(paperCorrect, correctPaper, { goTo: (touched) => address(touched, '/edit') })
