'use server'

import { recordIntent as record, withdrawIntent as withdraw } from '@/lib/data/intent-writes'
import { intentEntry, intentWithdrawal } from '@/lib/schemas/intent'
import { defineAction } from './define-action'

export const recordIntent = defineAction(intentEntry, record, { goTo: () => '/services/appeals/credit' })
export const withdrawIntent = defineAction(intentWithdrawal, withdraw)
