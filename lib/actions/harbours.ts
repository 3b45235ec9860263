'use server'

import { createHarbour as create, editHarbour as edit, recordHarbourMonth as record } from '@/lib/data/harbour-writes'
import { harbourEdit, harbourInput, harbourMonth } from '@/lib/schemas/harbour'
import { defineAction } from './define-action'

const page = ({ harbourId }: { harbourId: string }) => `/financing/harbours/${harbourId}`

export const createHarbour = defineAction(harbourInput, create, { goTo: page })
export const editHarbour = defineAction(harbourEdit, edit, { goTo: page })
export const recordHarbourMonth = defineAction(harbourMonth, record, { goTo: page })
