import type { PersonFunction } from '@/lib/domain/escalation-ladder'
import { isSlipStep } from '@/lib/domain/supervision/told'
import type { NoticeStep } from '@/lib/schemas/notice'
import type { Translator } from './translator'

/** What somebody is told at a rung: an enterprise of its own to-do, the others of the chain. */
export const noticeStepText = (
  { step, as }: Readonly<{ step: NoticeStep; as: PersonFunction }>,
  t: Translator,
): string =>
  isSlipStep(step) ? t(`notice.slip.${step}`) : t(as === 'CONTACT' ? `notice.neutral.${step}` : `notice.step.${step}`)
