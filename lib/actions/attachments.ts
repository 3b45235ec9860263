'use server'

import { removeAttachment } from '@/lib/data/attachments'
import { attachmentRemoval } from '@/lib/schemas/attachment'
import { defineAction } from './define-action'

/** Takes a paper away from its procedure, with a reason. */
export const withdrawFile = defineAction(attachmentRemoval, removeAttachment, {
  goTo: ({ page }) => `${page}?file=REMOVED#files`,
})
