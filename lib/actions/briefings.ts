'use server'

import { resetTemplate, saveTemplate } from '@/lib/data/briefing-texts'
import { correctBriefing, createBriefing, editBriefing, publishBriefing } from '@/lib/data/briefing-writes'
import {
  briefingCorrect,
  briefingCreate,
  briefingEdit,
  briefingPublish,
  briefingTemplateReset,
  briefingTemplateSave,
} from '@/lib/schemas/briefing'
import { defineAction } from './define-action'

type Touched = Readonly<{ briefingId: string }>

const address = ({ briefingId }: Touched, rest = ''): string => `/briefings/${briefingId}${rest}`

export const beginBriefing = defineAction(briefingCreate, createBriefing, {
  goTo: (touched) => address(touched, '?just=created'),
})
export const wordBriefing = defineAction(briefingEdit, editBriefing, {
  goTo: (touched) => address(touched, '?just=saved'),
})
export const sealBriefing = defineAction(briefingPublish, publishBriefing, {
  goTo: (touched) => address(touched, '?just=published'),
})
/** Begins the next version; the office words it next. */
export const correct = defineAction(briefingCorrect, correctBriefing, { goTo: (touched) => address(touched, '/edit') })

const standard = ({ key }: Readonly<{ key: string }>): string => `/briefings/templates?just=${key}#${key}`
export const saveStandard = defineAction(briefingTemplateSave, saveTemplate, { goTo: standard })
export const resetStandard = defineAction(briefingTemplateReset, resetTemplate, { goTo: standard })
