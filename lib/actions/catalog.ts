'use server'

import { discardCatalog, draftCatalog, editCatalogItem, publishCatalog } from '@/lib/data/catalog-drafts'
import { catalogDiscard, catalogDraft, catalogEdit, catalogPublish } from '@/lib/schemas/catalog'
import { defineAction } from './define-action'
import { ITEM } from './rehearsals'

/** Begins the next version of the catalogue, or opens the draft there is. */
export const beginDraft = defineAction(catalogDraft, draftCatalog, {
  goTo: ({ number }) => `/catalog?version=${number}&done=drafted`,
})

/** Changes an item of the draft. */
export const saveItem = defineAction(catalogEdit, editCatalogItem, {
  goTo: ({ number }) => `/catalog?version=${number}&done=edited`,
  rehearsal: ITEM,
})

/** Throws the draft away. */
export const dropDraft = defineAction(catalogDiscard, discardCatalog, { goTo: () => '/catalog?done=discarded' })

/** Sets the day the draft holds from. */
export const publishDraft = defineAction(catalogPublish, publishCatalog, {
  goTo: ({ number }) => `/catalog?version=${number}&done=published`,
})
