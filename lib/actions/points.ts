'use server'

import { createPoint as create, editPoint as edit } from '@/lib/data/monitor-point-writes'
import { issuePlate as issue, postPlate as post, revokePlate as revoke } from '@/lib/data/plate-writes'
import { plateIssue, platePost, plateRevoke, pointEdit, pointInput } from '@/lib/schemas/monitor-point'
import { defineAction } from './define-action'

const page = ({ pointId }: { pointId: string }) => `/supervision/points/${pointId}`

export const createPoint = defineAction(pointInput, create, { goTo: page })
export const editPoint = defineAction(pointEdit, edit, { goTo: page })
export const issuePlate = defineAction(plateIssue, issue, { goTo: page })
export const postPlate = defineAction(platePost, post, { goTo: page })
export const revokePlate = defineAction(plateRevoke, revoke, { goTo: page })
