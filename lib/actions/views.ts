'use server'

import { saveLedgerSetting } from '@/lib/data/table-settings'
import { changeView, removeView, saveView } from '@/lib/data/views'
import { savedViewHref } from '@/lib/schemas/project-address'
import { tableSetting, viewChange, viewCreation, viewRemoval } from '@/lib/schemas/view'
import { defineAction } from './define-action'

const toView = ({ viewId, query }: { viewId: string; query: string }) => savedViewHref(viewId, query)

/** Gives what is on the screen a name 存为视图. */
export const addView = defineAction(viewCreation, saveView, { goTo: toView })

/** Renames, shares or refills a view of one's own. */
export const editView = defineAction(viewChange, changeView, { goTo: toView })

/** Deletes a view of one's own. */
export const deleteView = defineAction(viewRemoval, removeView, { goTo: () => '/projects' })

/** Columns and density of the ledger. */
export const saveLedgerLook = defineAction(tableSetting, saveLedgerSetting, {
  goTo: ({ query }) => (query ? `/projects?${query}` : '/projects'),
})
