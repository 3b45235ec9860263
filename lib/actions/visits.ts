'use server'

import {
  dropVisit as drop,
  mergeVisits as merge,
  moveVisitDay as move,
  planVisit as plan,
  recordVisit as record,
  refuseVisit as refuse,
} from '@/lib/data/visit-writes'
import { visitMerging, visitMoving, visitPlanning } from '@/lib/schemas/visit'
import { defineAction } from './define-action'

export const planVisit = defineAction(visitPlanning, plan, { goTo: ({ visitId }) => `/services/visits/${visitId}` })
export const mergeVisits = defineAction(visitMerging, merge, { goTo: ({ visitId }) => `/services/visits/${visitId}` })
export const moveVisitDay = defineAction(visitMoving, move)
export const refuseVisit = defineAction(visitMoving, refuse, { say: (_, t) => t('visit.refused') })
export const recordVisit = defineAction(visitMoving, record)
export const dropVisit = defineAction(visitMoving, drop)
