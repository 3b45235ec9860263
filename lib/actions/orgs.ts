'use server'

import { proposeDissolution, proposeOrg, proposeOrgEdit } from '@/lib/data/org-changes'
import { orgCreation, orgDissolution, orgEdit } from '@/lib/schemas/administration'
import { defineAction } from './define-action'
import { ORG } from './rehearsals'

const toChange = ({ changeId }: { changeId: string }) => `/changes/${changeId}?done=PROPOSED`

/** Proposes a new unit. */
export const proposeNewOrg = defineAction(orgCreation, proposeOrg, { goTo: toChange, rehearsal: ORG })

/** Proposes other names for a unit. */
export const proposeOrgNames = defineAction(orgEdit, proposeOrgEdit, { goTo: toChange, rehearsal: ORG })

/** Proposes to dissolve a unit. */
export const proposeOrgEnd = defineAction(orgDissolution, proposeDissolution, { goTo: toChange })
