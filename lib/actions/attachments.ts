'use server'

import { removeAttachment } from '@/lib/data/attachments'
import { removeFindingPhoto } from '@/lib/data/finding-photos'
import { attachmentRemoval } from '@/lib/schemas/attachment'
import { defineAction } from './define-action'

/** Takes a paper away from its procedure, with a reason. */
export const withdrawFile = defineAction(attachmentRemoval, removeAttachment, {
  goTo: ({ page }) => `${page}?file=REMOVED#files`,
})

/** Takes a photo away from what a walk found, with a reason. */
export const withdrawPhoto = defineAction(attachmentRemoval, removeFindingPhoto, {
  goTo: ({ page }) => `${page}?file=REMOVED#files`,
})
